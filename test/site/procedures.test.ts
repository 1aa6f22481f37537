import { describe, expect, it } from 'vitest'
import { deadline, procedureCards } from '#site/procedures.ts'

const STEPS = ['check', 'deploy', 'verify', 'restore', 'log-out']
const DEPLOY = { id: 'deploy', title: 'Deploy', when: 'A new version is ready.', steps: ['check..verify', 'log-out'] }
const BACK = { id: 'roll-back', title: 'Roll back', when: 'It answers 502.', steps: ['restore'] }

const PAGE = { title: 'Shop', description: 'Sells things.' }
const cards = (header: Parameters<typeof procedureCards>[0]) =>
  procedureCards(header, PAGE, {
    stepIds: STEPS,
    find: (id) => (id === 'free-disk' ? { title: 'Free disk', href: '/runbooks/free-disk/' } : undefined),
  })

describe('the cards of procedures', () => {
  it('have commands with the name of the procedure where there are several', () => {
    expect(cards({ id: 'shop', procedures: [DEPLOY, BACK] }).map(({ live, rehearsal }) => [live, rehearsal])).toEqual([
      ['pnpm runbook shop deploy', 'pnpm runbook shop deploy --dry-run'],
      ['pnpm runbook shop roll-back', 'pnpm runbook shop roll-back --dry-run'],
    ])
  })

  it('need no name where there is one, declared or the page itself', () => {
    expect(cards({ id: 'shop', procedures: [DEPLOY] })[0]?.live).toBe('pnpm runbook shop')
    expect(cards({ id: 'shop' })).toMatchObject([
      { title: 'Shop', when: 'Sells things.', live: 'pnpm runbook shop', steps: STEPS },
    ])
  })

  it('have each step once, in the order of the page', () => {
    const twice = { ...DEPLOY, steps: ['log-out', 'check..deploy', 'deploy..verify'] }
    const [card] = cards({ id: 'shop', procedures: [twice] })
    expect(card?.steps).toEqual(['check', 'deploy', 'verify', 'log-out'])
  })

  it('have no step that the page does not have', () => {
    const [card] = cards({ id: 'shop', procedures: [{ ...DEPLOY, steps: ['gone'] }] })
    expect(card?.steps).toEqual([])
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
    const [deploy, back] = cards({ id: 'shop', procedures: [declared, irreversible] })
    expect(deploy).toEqual({
      id: 'deploy',
      title: 'Deploy',
      when: 'A new version is ready.',
      symptoms: ['502'],
      interrupts,
      instead: [],
      steps: ['check', 'deploy', 'verify', 'log-out'],
      live: 'pnpm runbook shop deploy',
      rehearsal: 'pnpm runbook shop deploy --dry-run',
      undo: { id: 'roll-back', title: 'Roll back' },
    })
    expect(back).toMatchObject({ symptoms: [], irreversible: 'the data is gone' })
    expect(back).not.toHaveProperty('undo')
  })

  it('do not link to a procedure the page does not have', () => {
    const [card] = cards({ id: 'shop', procedures: [{ ...DEPLOY, undo: 'gone' }] })
    expect(card).not.toHaveProperty('undo')
  })

  it('say what the page says for all, and what a procedure says in its place', () => {
    const said = {
      takes: 'a minute',
      stop: 'it fails twice',
      instead: [{ when: 'the disk is full', use: 'free-disk' }],
    }
    const own = { ...BACK, stop: 'the data changed', instead: [{ when: 'it is night', do: 'wait' }] }
    expect(cards({ id: 'shop', ...said, procedures: [DEPLOY, own] })).toMatchObject([
      {
        takes: 'a minute',
        stop: 'it fails twice',
        instead: [{ when: 'the disk is full', runbook: { title: 'Free disk', href: '/runbooks/free-disk/' } }],
      },
      { takes: 'a minute', stop: 'the data changed', instead: [{ when: 'it is night', do: 'wait' }] },
    ])
  })

  it.each([
    ['15m', '15 min'],
    ['2h', '2 h'],
    [undefined, ''],
  ])('the deadline %s reads %j', (within, text) => {
    expect(deadline({ ...(within !== undefined && { within }) })).toBe(text)
  })
})
