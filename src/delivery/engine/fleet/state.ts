import type { Model } from '../model'
import { nearest } from '../nearest'
import { createWalk, type Walk } from '../walk'
import { layFrozen } from './lay'

/** Nearest stops looked at when strings are removed, and when a stop is put back. */
const RUIN_NEIGHBOURS = 200
const INSERT_NEIGHBOURS = 100
/** An edge counts as long when it reaches past this neighbour. */
const LONG_EDGE_RANK = 15

/**
 * Trips as rings of linked nodes (trip r closes at the sentinel `size + r`), and vehicles as rings of linked trips
 * (vehicle v closes at the sentinel `trips + v`). All tables that change share one buffer, so undoing is one block copy.
 */
export interface Chains {
  readonly model: Model
  readonly trips: number
  readonly ruinNear: Int32Array
  readonly ruinWidth: number
  readonly near: Int32Array
  readonly width: number
  readonly longEdge: number
  readonly words: Int32Array
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Trip of a node, or -1. */
  readonly trip: Int32Array
  readonly position: Int32Array
  readonly edge: Int32Array
  /** Start of service in the plan and the latest one; at a sentinel the departure and the latest return. */
  readonly early: Int32Array
  readonly late: Int32Array
  readonly count: Int32Array
  readonly load: Int32Array
  readonly returns: Int32Array
  readonly latestDeparture: Int32Array
  /** Vehicle of a trip, or -1 when the slot is free. */
  readonly vehicle: Int32Array
  readonly nextTrip: Int32Array
  readonly prevTrip: Int32Array
  readonly tripCount: Int32Array
  /** Seconds of driving and service per vehicle; kept only where balance is asked for. */
  readonly work: Int32Array
  /** 1 when a place in the trip needs a full walk: time on board or a rest. */
  readonly delicate: Int32Array
  readonly restedAfter: Int32Array
  /** Per slot, never changed: the departure of a trip on its way (-1 none) and whether it takes no more stops. */
  readonly departed: Int32Array
  readonly closed: Uint8Array
  readonly frozenTrips: number
  readonly walk: Walk
  readonly absent: Int32Array
  absentCount: number
  /** Edges and vehicles in use; without penalties and balance. */
  cost: number
  /** False once a step has broken a chain: on roads without the triangle inequality, removing a stop can make the rest late. */
  sound: boolean
  /** Where the last search ended: the node to insert after, -1 for nowhere, or -2 minus the trip to open a new one after. */
  place: number
  placeCost: number
  placeVehicle: number
}

/** A state with frozen trips in place and every other stop absent. */
export function createChains(model: Model): Chains {
  const { size, depots, vehicles, measures } = model
  const stops = size - depots
  const frozenTrips = model.frozen.reduce((sum, list) => sum + list.length, 0)
  const trips = Math.max(
    1,
    frozenTrips +
      Math.min(
        stops,
        model.maxTrips.reduce((sum, most) => sum + Math.min(most, stops), 0),
      ),
  )
  const nodes = size + trips
  const rings = trips + vehicles
  const words = new Int32Array(nodes * 7 + trips * (7 + measures) + rings * 2 + vehicles * 2)
  let used = 0
  const take = (length: number) => words.subarray(used, (used += length))
  const cost = model.cost[0]!
  const both = (i: number, j: number) => cost[i * size + j]! + cost[j * size + i]!
  const ruinWidth = Math.max(0, Math.min(stops - 1, RUIN_NEIGHBOURS))
  const width = Math.max(0, Math.min(stops - 1, INSERT_NEIGHBOURS))
  const near = nearest(depots, size, width, both)
  const rank = Math.min(width, LONG_EDGE_RANK) - 1
  let longEdge = 0
  for (let c = depots; c < size && rank >= 0; c++) longEdge += cost[c * size + near[c * width + rank]!]! / stops
  const s: Chains = {
    model,
    trips,
    width,
    near,
    ruinWidth,
    longEdge,
    words,
    ruinNear: nearest(depots, size, ruinWidth, both),
    next: take(nodes),
    prev: take(nodes),
    trip: take(nodes),
    position: take(nodes),
    edge: take(nodes),
    early: take(nodes),
    late: take(nodes),
    count: take(trips),
    returns: take(trips),
    latestDeparture: take(trips),
    vehicle: take(trips),
    delicate: take(trips),
    restedAfter: take(trips),
    load: take(trips * measures),
    nextTrip: take(rings),
    prevTrip: take(rings),
    tripCount: take(vehicles),
    work: take(vehicles),
    departed: new Int32Array(trips).fill(-1),
    closed: new Uint8Array(trips),
    frozenTrips,
    walk: createWalk(size),
    absent: new Int32Array(stops),
    absentCount: 0,
    cost: 0,
    sound: true,
    place: -1,
    placeCost: 0,
    placeVehicle: -1,
  }
  s.trip.fill(-1)
  s.vehicle.fill(-1)
  for (let r = 0; r < trips; r++) s.next[size + r] = s.prev[size + r] = size + r
  for (let r = 0; r < trips; r++) s.trip[size + r] = r
  for (let v = 0; v < vehicles; v++) s.nextTrip[trips + v] = s.prevTrip[trips + v] = trips + v
  layFrozen(s)
  return s
}
