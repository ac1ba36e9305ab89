import type { Affected, Board, Courier, Run, Stop } from '../../api/dispatch'

/** A run with its stops in the order they are driven. */
export interface RunOnBoard extends Run {
  readonly stopList: readonly Stop[]
}

/** Stops of a run are shown in the order they are driven. */
const bySequence = (a: Stop, b: Stop) => (a.sequence ?? 0) - (b.sequence ?? 0)

/** Runs with their stops, those that need somebody first, then by departure. */
export function runsOf({ runs, stops }: Pick<Board, 'runs' | 'stops'>): RunOnBoard[] {
  const rank = ({ late, status, stopReason }: Run) => (status === 'done' ? 2 : late > 0 || stopReason !== null ? 0 : 1)
  return runs
    .map((run) => ({ ...run, stopList: stops.filter(({ runId }) => runId === run.id).sort(bySequence) }))
    .sort((a, b) => rank(a) - rank(b) || a.departAt.localeCompare(b.departAt) || a.number - b.number)
}

/** Stops nobody drives to. */
export const unservedOf = ({ stops }: Pick<Board, 'stops'>): Stop[] => stops.filter(({ runId }) => runId === null)

/** Until its food is in the van a run can be changed. */
export const canChange = ({ status }: Pick<Run, 'status'>): boolean => status === 'planned' || status === 'claimed'

export const SHOWN = ['all', 'late', 'waiting', 'moving', 'done'] as const
/** Which runs the list shows. */
export type Shown = (typeof SHOWN)[number]

const FITS: Readonly<Record<Shown, (run: Run) => boolean>> = {
  all: () => true,
  late: ({ late, stopReason }) => late > 0 || stopReason !== null,
  waiting: ({ status }) => status === 'planned' || status === 'claimed' || status === 'loaded',
  moving: ({ status }) => status === 'on_the_way',
  done: ({ status }) => status === 'done',
}

/** The filter the address asks for; everything where it asks for something we do not know. */
export const shownOf = (asked: string | null): Shown => SHOWN.find((shown) => shown === asked) ?? 'all'

export const fitting = <R extends Run>(runs: readonly R[], shown: Shown): R[] => runs.filter(FITS[shown])

export type Lateness =
  | { readonly is: 'done' }
  | { readonly is: 'unknown' }
  | { readonly is: 'early' | 'on_time' }
  | { readonly is: 'close' | 'late'; readonly minutes: number }

const MINUTE_MS = 60_000
/** Below this much room a stop is said to be close to its window's end. */
const CLOSE_MINUTES = 5

/** How a stop's expected time stands against its window. `minutes` past the window's end, or left until it. */
export function latenessOf({ eta, windowFrom, windowTo, doneAt }: Stop): Lateness {
  if (doneAt !== null) return { is: 'done' }
  if (eta === null) return { is: 'unknown' }
  const left = (Date.parse(windowTo) - Date.parse(eta)) / MINUTE_MS
  if (left < 0) return { is: 'late', minutes: Math.ceil(-left) }
  if (left < CLOSE_MINUTES) return { is: 'close', minutes: Math.floor(left) }
  return { is: eta < windowFrom ? 'early' : 'on_time' }
}

/** Whole minutes by which a stop comes later (or, below 0, earlier); null when it was nowhere before. */
export function shiftOf({ from, to }: Affected): number | null {
  return from.eta === null ? null : Math.round((Date.parse(to.eta) - Date.parse(from.eta)) / MINUTE_MS)
}

/** Whether anybody would notice: another place, or at least half a minute. */
export const isMoved = (affected: Affected): boolean =>
  affected.from.runId !== affected.to.runId ||
  affected.from.sequence !== affected.to.sequence ||
  shiftOf(affected) !== 0

export interface Place {
  readonly runId: string
  /** 1 for the first stop of the run, as it is after the move. */
  readonly position: number
}

/** Where a stop may go within a run: as many places as there are stops then. */
export const placesIn = (run: RunOnBoard, stop: Stop): number => run.stopList.length + (stop.runId === run.id ? 0 : 1)

/** The place a stop has in its run, from 1; 0 when it is not in it. */
export const placeOf = (run: RunOnBoard, stop: Stop): number => run.stopList.findIndex(({ id }) => id === stop.id) + 1

/** One place up (-1) or down (1) in its own run; undefined beyond the ends. */
export function neighbour(run: RunOnBoard, stop: Stop, step: -1 | 1): Place | undefined {
  const position = placeOf(run, stop) + step
  return position >= 1 && position <= run.stopList.length ? { runId: run.id, position } : undefined
}

/** Whether a place is the one a stop has. */
export const isThere = (run: RunOnBoard, stop: Stop, { runId, position }: Place): boolean =>
  stop.runId === runId && run.id === runId && placeOf(run, stop) === position

/** Couriers to choose from, those with the fewest runs first. */
export const byLoad = (couriers: readonly Courier[]): Courier[] =>
  [...couriers].sort((a, b) => a.runIds.length - b.runIds.length || a.name.localeCompare(b.name))

/** Share of a run's orders that have come to their end, 0 to 1. */
export const shareDone = ({ delivered, failed, drops }: Run): number => (drops === 0 ? 0 : (delivered + failed) / drops)
