/**
 * What a caller hands to the engine. Distances are whole metres, times whole seconds on one clock (say, since midnight),
 * amounts whole units, costs any number. Everything is plain data, so a problem is also a JSON file.
 */
export interface RoutingProblem {
  readonly name?: string
  readonly depots: readonly Depot[]
  readonly vehicles: readonly Vehicle[]
  readonly stops: readonly Stop[]
  readonly travel: Travel
  /** Seconds lost at the gate (and parking) whenever a vehicle comes from outside the community. */
  readonly gates?: Readonly<Record<string, number>>
  /** Cost per hour squared of a vehicle's work, so that equal shares are cheapest; 0 when left out. */
  readonly balance?: number
  readonly bestKnown?: number
}

/** From and to, both included. */
export type Window = readonly [from: number, to: number]

/** Amount per compartment or measure, e.g. `{ boxes: 12, hot: 4 }`; what is not named is 0. */
export type Amounts = Readonly<Record<string, number>>

export interface Depot {
  readonly id: string
  /** Index of its row and column in the travel matrices, or of its point. */
  readonly location: number
}

export interface Vehicle {
  readonly id: string
  readonly depot: string
  readonly capacity: Amounts
  readonly shift?: Window
  readonly skills?: readonly string[]
  /** 2 drives twice as fast as the matrix says; 1 when left out. */
  readonly speed?: number
  /** Waiting costs nothing: `perSecond` counts driving and service. Per metre 1 when left out, the others 0. */
  readonly cost?: { readonly perMetre?: number; readonly perSecond?: number; readonly perUse?: number }
  /** How many trips it may make, with `reload` seconds at the depot between two; 1 and 0 when left out. */
  readonly trips?: number
  readonly reload?: number
  /** One rest that starts inside the window, at the depot or after a stop. It is due only when the work lasts that long. */
  readonly rest?: { readonly window: Window; readonly seconds: number }
  /** Trips already begun or loaded, in order; they come first and are never reordered. */
  readonly frozen?: readonly FrozenTrip[]
}

export interface FrozenTrip {
  /** Served or loaded in this order. Whatever is added comes after them. */
  readonly stops: readonly string[]
  /** When it left; nothing is added to a trip that has left. */
  readonly departed?: number
  /** Loaded and locked: nothing is added either. */
  readonly closed?: boolean
}

export interface Stop {
  readonly id: string
  readonly location: number
  readonly demand?: Amounts
  /** Service begins inside one of them; any time when left out. */
  readonly windows?: readonly Window[]
  /** Walk, boxes, floors: seconds at the stop; `serviceTime` adds them up. */
  readonly service?: number
  readonly community?: string
  /** When the batch is ready: the trip leaves no earlier. */
  readonly ready?: number
  /** Longest time from ready, and from departure, to the start of service. */
  readonly holdFromReady?: number
  readonly holdOnBoard?: number
  readonly skills?: readonly string[]
  /** Only these vehicles may come; all when left out. A pinned stop names one. */
  readonly vehicles?: readonly string[]
  /** Only from these depots (the kitchens that cook it); all when left out. */
  readonly depots?: readonly string[]
  /** What leaving it out costs. A stop without one must be served whenever that is possible. */
  readonly penalty?: number
  /** Among stops that must be served, higher goes first when not all can be; 0 when left out. */
  readonly priority?: number
}

export type Travel = Matrices | Points

/** Square matrices by location, row by row; `noRoad` marks pairs without a road. Duration is distance when left out. */
export interface Matrices {
  readonly distance: Matrix
  readonly duration?: Matrix
  readonly noRoad?: number
}

export type Matrix = readonly (readonly number[])[] | Int32Array | Float64Array

/** Points in the plane: distance is the straight line times `scale`, rounded or cut off to whole metres. */
export interface Points {
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly scale?: number
  readonly rounding?: 'nearest' | 'down'
  /** Metres per second; 1 when left out. */
  readonly speed?: number
}

/** Seconds at a stop: the walk from the gate to the door, each box, and each floor without a lift. */
export const serviceTime = (parts: {
  readonly walk: number
  readonly boxes: number
  readonly perBox: number
  readonly floors?: number
  readonly perFloor?: number
}): number => parts.walk + parts.boxes * parts.perBox + (parts.floors ?? 0) * (parts.perFloor ?? 0)
