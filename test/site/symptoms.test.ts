import { describe, expect, it } from 'vitest'
import { type CardedRunbook, symptomsBySystem } from '#site/symptoms.ts'

const card = (id: string, symptoms: readonly string[]): CardedRunbook['procedures'][number] => ({
  id,
  title: `How to ${id}`,
  when: 'Now.',
  symptoms,
  instead: [],
  steps: ['look'],
  live: `pnpm runbook shop ${id}`,
  rehearsal: `pnpm runbook shop ${id} --dry-run`,
})

const SHOP = {
  system: 'shop',
  href: '/en/runbooks/shop/',
  procedures: [card('roll-back', ['unhealthy', '502 Bad Gateway']), card('restore', ['502 bad gateway', '50 free'])],
}
const CARDS = { system: 'cards', href: '/en/runbooks/cards/', procedures: [card('free', ['disk full'])] }

describe('the symptoms of the systems', () => {
  const systems = symptomsBySystem([SHOP, CARDS], 'en')

  it('stand under their system, in the order someone looks for them', () => {
    expect([...systems].map(([system, symptoms]) => [system, symptoms.map(({ seen }) => seen)])).toEqual([
      ['shop', ['50 free', '502 Bad Gateway', 'unhealthy']],
      ['cards', ['disk full']],
    ])
  })

  it('lead to the card of every procedure that names them, whatever the case', () => {
    expect(systems.get('shop')?.[1]?.answers).toEqual([
      {
        title: 'How to roll-back',
        href: '/en/runbooks/shop/#procedure-roll-back',
        live: 'pnpm runbook shop roll-back',
      },
      { title: 'How to restore', href: '/en/runbooks/shop/#procedure-restore', live: 'pnpm runbook shop restore' },
    ])
  })

  it('are none where no procedure names any', () => {
    expect(symptomsBySystem([{ ...CARDS, procedures: [card('look', [])] }], 'es').get('cards')).toEqual([])
  })
})
