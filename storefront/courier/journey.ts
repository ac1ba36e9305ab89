import type { Drop, DropAnswer, Run, RunDetail, Site, Stop } from '../api/courier'

const isWaiting = ({ status }: Drop) => status === 'waiting'

/** A stop is closed when nobody waits there any more. */
export const isClosed = ({ drops }: Stop): boolean => !drops.some(isWaiting)

/** Orders of a stop that were not cancelled. */
export const wanted = ({ drops }: Stop): Drop[] => drops.filter(({ status }) => status !== 'void')

/** Whether a stop is expected after its window, and nobody has been there. */
export const isLate = ({ eta, windowTo, doneAt }: Stop): boolean => doneAt === null && eta !== null && eta > windowTo

/** Where to go now: the first stop of the run at which somebody still waits. */
export const nextStop = ({ stopList }: RunDetail): Stop | undefined => stopList.find((stop) => !isClosed(stop))

/** What comes after the next stop, and what lies behind; both in the order of the run. Cancelled stops are nowhere. */
export function otherStops(run: RunDetail): { ahead: Stop[]; behind: Stop[] } {
  const next = nextStop(run)
  const visited = run.stopList.filter((stop) => wanted(stop).length > 0)
  return {
    ahead: visited.filter((stop) => !isClosed(stop) && stop !== next),
    behind: visited.filter(isClosed),
  }
}

const dropsIn =
  (status: Drop['status']) =>
  ({ stopList }: RunDetail): { stop: Stop; drop: Drop }[] =>
    stopList.flatMap((stop) => stop.drops.filter((drop) => drop.status === status).map((drop) => ({ stop, drop })))

/** Orders that failed, with what must happen to them. */
export const failedDrops = dropsIn('failed')

/** Orders still on board although somebody stood there: what happens to them is to be decided. */
export const heldDrops = dropsIn('held')

/** The run as the server's answer about it, or about one of its orders, has left it. */
export const afterAnswer = (run: RunDetail, { drop, run: now }: Partial<DropAnswer>): RunDetail => ({
  ...run,
  ...now,
  stopList: run.stopList.map((stop) => ({
    ...stop,
    drops: stop.drops.map((known) => (known.id === drop?.id ? drop : known)),
  })),
})

export interface RunGroups {
  readonly mine: readonly Run[]
  readonly free: readonly Run[]
  readonly done: readonly Run[]
}

/** The runs of a site as a courier looks for them: those under way first, then the free ones by departure. */
export function grouped(runs: readonly Run[]): RunGroups {
  const rank = ({ status }: Run) => (status === 'on_the_way' ? 0 : 1)
  return {
    mine: runs.filter(({ mine, status }) => mine && status !== 'done').sort((a, b) => rank(a) - rank(b)),
    free: runs.filter(({ status }) => status === 'planned'),
    done: runs.filter(({ status, mine }) => mine && status === 'done'),
  }
}

/** Of several kitchens the one a courier most likely wants: where a run of the own waits, else where any is free. */
export const likeliest = (sites: readonly Site[]): Site | undefined =>
  sites.find(({ runs }) => grouped(runs).mine.length > 0) ??
  sites.find(({ runs }) => grouped(runs).free.length > 0) ??
  sites[0]
