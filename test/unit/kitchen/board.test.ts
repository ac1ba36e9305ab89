import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Board,
  boardOf,
  leftToMake,
  recallable,
  type Ticket,
  toDo,
  type Touch,
  withBatches,
  withPlan,
  withTicket,
  withTouches,
} from '../../../storefront/kitchen/board'

const LUNCH = { serviceDate: '2026-11-02', period: 'lunch' as const }
const AT = '2026-11-02T03:00:00.000Z'
const NOW = Date.parse(AT)

const ticket = (id: string, stations: Record<string, string | null>, given: Partial<Ticket> = {}): Ticket => ({
  ...LUNCH,
  id,
  allergies: [],
  number: id.toUpperCase(),
  dueAt: AT,
  destination: { zh: '', en: '' },
  status: 'open',
  version: 1,
  items: Object.entries(stations).map(([station, doneAt]) => ({
    id: `${id}-${station}`,
    station,
    dishId: station,
    name: { zh: station, en: station },
    quantity: 2,
    allergens: [],
    doneAt,
    was: null,
    isVoid: false,
  })),
  ...given,
})

const board = (...tickets: Ticket[]): Board =>
  boardOf(LUNCH, { version: 0, now: AT, stations: [], tickets, totals: [], batches: [], plan: null })

const bump = (on: Ticket, station: string): Touch => ({
  id: `touch-${on.id}-${station}`,
  kind: 'bump',
  ticketId: on.id,
  station,
  itemIds: [`${on.id}-${station}`],
  at: AT,
})

const NOBODY: ReadonlySet<string> = new Set()

describe('the board of a kitchen screen', () => {
  it('keeps the highest version of a ticket, in whatever order versions come', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }), (versions) => {
        const told = versions.map((version) => ticket('a', { wok: null }, { version }))
        const after = told.reduce(withTicket, board())
        expect(after.tickets.get('a')?.version).toBe(Math.max(...versions))
      }),
    ))

  it('shows nothing of another service', () => {
    const dinner = ticket('a', { wok: null }, { period: 'dinner' })
    expect(withTicket(board(), dinner).tickets.size).toBe(0)
    const batch = { id: 'b', ...LUNCH, serviceDate: '2026-11-03' } as never
    expect(withBatches(board(), [batch]).batches.size).toBe(0)
  })

  it('a service planned anew shows the new batches only, and another service’s plan changes nothing', () => {
    const batch = (id: string) => ({ id, ...LUNCH }) as never
    const shown = withBatches(board(), [batch('old'), batch('kept')])
    const plan = { ...LUNCH, batches: [batch('kept'), batch('new')], plan: null }
    expect([...withPlan(shown, plan).batches.keys()]).toEqual(['kept', 'new'])
    expect(withPlan(shown, { ...plan, serviceDate: '2026-11-03' })).toBe(shown)
  })

  it('a station sees tickets with its own open items, the expediter every open ticket', () => {
    const shown = board(ticket('a', { wok: null, cold: null }), ticket('b', { wok: AT, cold: null }))
    expect(toDo(shown, 'wok', NOBODY).map(({ id }) => id)).toEqual(['a'])
    expect(toDo(shown, null, NOBODY).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('sorts by due time, then by number as people count', () => {
    const earlier = '2026-11-02T02:00:00.000Z'
    const shown = board(
      ticket('a10', { wok: null }),
      ticket('a9', { wok: null }),
      ticket('z', { wok: null }, { dueAt: earlier }),
    )
    expect(toDo(shown, null, NOBODY).map(({ number }) => number)).toEqual(['Z', 'A9', 'A10'])
  })

  it('a touch is done on the screen before the server answers, and replaying it after changes nothing', () => {
    const a = ticket('a', { wok: null, cold: AT })
    const touches = [bump(a, 'wok')]
    const shown = withTouches(board(a), touches)
    expect(shown.tickets.get('a')).toMatchObject({ status: 'ready' })
    expect(leftToMake(shown, null)).toEqual([])
    const answered = withTicket(board(a), { ...ticket('a', { wok: AT, cold: AT }), status: 'ready', version: 2 })
    expect(withTouches(answered, touches)).toEqual(answered)
  })

  it('a touch the server refused is simply forgotten', () => {
    const a = ticket('a', { wok: null })
    expect(toDo(withTouches(board(a), []), null, NOBODY)).toEqual([a])
  })

  it('a void ticket stays until it is noticed, and counts for nothing', () => {
    const gone = ticket('a', { wok: null }, { status: 'void' })
    expect(toDo(board(gone), 'wok', NOBODY)).toEqual([gone])
    expect(toDo(board(gone), 'wok', new Set(['a']))).toEqual([])
    expect(leftToMake(board(gone), null)).toEqual([])
    expect(withTouches(board(gone), [bump(gone, 'wok')]).tickets.get('a')?.status).toBe('void')
  })

  it('lists what can be taken back for 30 minutes, newest first, as one touch finished it', () => {
    const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()
    const shown = board(
      ticket('a', { wok: minutesAgo(20), cold: minutesAgo(3) }),
      ticket('b', { wok: minutesAgo(1) }),
      ticket('c', { wok: minutesAgo(31) }),
      ticket('d', { wok: null }),
    )
    const listed = (station: string | null) =>
      recallable(shown, station, NOW).map(({ ticket: { id }, items }) => [id, items.map((item) => item.station)])
    expect(listed(null)).toEqual([
      ['b', ['wok']],
      ['a', ['cold']],
    ])
    expect(listed('wok')).toEqual([
      ['b', ['wok']],
      ['a', ['wok']],
    ])
  })
})
