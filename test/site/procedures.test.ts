import { describe, expect, it } from 'vitest'
import { procedureCards } from '#site/procedures.ts'

const STEPS = ['check', 'deploy', 'verify', 'restore', 'log-out']
const DEPLOY = { id: 'deploy', title: 'Deploy', when: 'A new version is ready.', steps: ['check..verify', 'log-out'] }
const BACK = { id: 'roll-back', title: 'Roll back', when: 'It answers 502.', steps: ['restore'] }

describe('the cards of procedures', () => {
  it('have commands with the name of the procedure where there are several', () => {
    const cards = procedureCards({ id: 'shop', procedures: [DEPLOY, BACK] }, STEPS)
    expect(cards.map(({ live, rehearsal }) => [live, rehearsal])).toEqual([
      ['pnpm runbook shop deploy', 'pnpm runbook shop deploy --dry-run'],
      ['pnpm runbook shop roll-back', 'pnpm runbook shop roll-back --dry-run'],
    ])
  })

  it('need no name where there is one, and are none where none is declared', () => {
    expect(procedureCards({ id: 'shop', procedures: [DEPLOY] }, STEPS)[0]?.live).toBe('pnpm runbook shop')
    expect(procedureCards({ id: 'shop' }, STEPS)).toEqual([])
  })

  it('count each step once and lead to the first on the page', () => {
    const twice = { ...DEPLOY, steps: ['log-out', 'check..deploy', 'deploy..verify'] }
    const [card] = procedureCards({ id: 'shop', procedures: [twice] }, STEPS)
    expect(card).toMatchObject({ steps: 4, first: 'check' })
  })

  it('have no first step where the page does not have it', () => {
    const [card] = procedureCards({ id: 'shop', procedures: [{ ...DEPLOY, steps: ['gone'] }] }, STEPS)
    expect(card).toMatchObject({ steps: 0, first: undefined })
  })

  it('tell what is declared, and link to what undoes it', () => {
    const interrupts = 'the API, for some seconds'
    const declared = {
      ...DEPLOY,
      undo: 'roll-back',
      interrupts,
      symptoms: ['502'],
      situation: 'bad',
      after: 'roll-back',
    }
    const irreversible = { ...BACK, irreversible: 'the data is gone' }
    const [deploy, back] = procedureCards({ id: 'shop', procedures: [declared, irreversible] }, STEPS)
    expect(deploy).toEqual({
      id: 'deploy',
      title: 'Deploy',
      when: 'A new version is ready.',
      symptoms: ['502'],
      interrupts,
      steps: 4,
      first: 'check',
      live: 'pnpm runbook shop deploy',
      rehearsal: 'pnpm runbook shop deploy --dry-run',
      undo: { id: 'roll-back', title: 'Roll back' },
    })
    expect(back).toMatchObject({ symptoms: [], irreversible: 'the data is gone' })
    expect(back).not.toHaveProperty('undo')
  })

  it('do not link to a procedure the page does not have', () => {
    const [card] = procedureCards({ id: 'shop', procedures: [{ ...DEPLOY, undo: 'gone' }] }, STEPS)
    expect(card).not.toHaveProperty('undo')
  })
})
