import { describe, expect, it } from 'vitest'
import { readProblem } from '../../../src/delivery/engine/formats/read'
import type { RoutingProblem } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'
import { InvalidProblem } from '../../../src/delivery/engine/fields'
import { grid } from './problems'

const small: RoutingProblem = {
  depots: [{ id: 'kitchen', location: 0 }],
  vehicles: [{ id: 'van', depot: 'kitchen', capacity: { boxes: 10 }, shift: [0, 1000] }],
  stops: [{ id: 'a', location: 1, demand: { boxes: 4 } }],
  travel: {
    distance: [
      [0, 100],
      [120, 0],
    ],
  },
}
const stop = (change: object) => ({ ...small, stops: [{ ...small.stops[0]!, ...change }] }) as RoutingProblem
const vehicle = (change: object) => ({ ...small, vehicles: [{ ...small.vehicles[0]!, ...change }] }) as RoutingProblem
const travel = (distance: unknown) => ({ ...small, travel: { distance } }) as RoutingProblem

describe('bad input', () => {
  const wrong: [what: string, problem: RoutingProblem, field: string][] = [
    [
      'a negative entry',
      travel([
        [0, -1],
        [120, 0],
      ]),
      'travel.distance[0][1]',
    ],
    ['a missing entry', travel([[0, 100], [120]]), 'travel.distance[1]'],
    [
      'an entry that is null',
      travel([
        [0, null],
        [120, 0],
      ]),
      'travel.distance[0][1]',
    ],
    [
      'an entry that is NaN',
      travel([
        [0, 100],
        [NaN, 0],
      ]),
      'travel.distance[1][0]',
    ],
    [
      'a fraction of a metre',
      travel([
        [0, 0.5],
        [120, 0],
      ]),
      'travel.distance[0][1]',
    ],
    ['a flat matrix that is no square', travel(new Int32Array(5)), 'travel.distance'],
    [
      'a window that ends before it starts',
      stop({
        windows: [
          [10, 20],
          [60, 50],
        ],
      }),
      'stops[0].windows[1]',
    ],
    ['an empty list of windows', stop({ windows: [] }), 'stops[0].windows'],
    ['a demand that is NaN', stop({ demand: { boxes: NaN } }), 'stops[0].demand.boxes'],
    ['a negative demand', stop({ demand: { boxes: -1 } }), 'stops[0].demand.boxes'],
    ['a location outside the matrix', stop({ location: 2 }), 'stops[0].location'],
    ['a hold without a time in ready', stop({ holdFromReady: 60 }), 'stops[0].holdFromReady'],
    ['an unknown vehicle', stop({ vehicles: ['bike'] }), 'stops[0].vehicles[0]'],
    ['zero vehicles', { ...small, vehicles: [] }, 'vehicles'],
    ['zero depots', { ...small, depots: [] }, 'depots'],
    ['an unknown depot', vehicle({ depot: 'moon' }), 'vehicles[0].depot'],
    ['a speed of zero', vehicle({ speed: 0 }), 'vehicles[0].speed'],
    ['a shift that ends before it starts', vehicle({ shift: [5, 4] }), 'vehicles[0].shift'],
    ['a duplicate id', { ...small, stops: [small.stops[0]!, small.stops[0]!] }, 'stops[1].id'],
    [
      'points that are not numbers',
      {
        ...small,
        travel: {
          points: [
            [0, 0],
            [1, Infinity],
          ],
        },
      },
      'travel.points[1][1]',
    ],
  ]
  it.each(wrong)('names the field of %s', (_, problem, field) => {
    const error = (() => {
      try {
        return solve(problem)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(InvalidProblem)
    expect((error as InvalidProblem).field).toBe(field)
  })

  it('serves an asymmetric matrix, whose way back is longer', () => {
    expect(solve(small, { iterations: 10 }).cost).toBe(220)
  })

  const left: [reason: string, problem: RoutingProblem, change: object | null][] = [
    ['capacity', stop({ demand: { boxes: 11 } }), { of: 'vehicle', id: 'van', field: 'capacity.boxes', value: 11 }],
    ['window', stop({ windows: [[0, 99]] }), { of: 'stop', id: 'a', field: 'windows', value: 100 }],
    ['hot_holding', stop({ holdOnBoard: 99 }), { of: 'stop', id: 'a', field: 'holdOnBoard', value: 100 }],
    ['skill', stop({ skills: ['lift'] }), { of: 'vehicle', id: 'van', field: 'skills', value: 'lift' }],
    ['shift', vehicle({ shift: [0, 219] }), { of: 'vehicle', id: 'van', field: 'shift', value: 220 }],
    ['cost', stop({ penalty: 219 }), { of: 'stop', id: 'a', field: 'penalty', value: 220 }],
    [
      'unreachable',
      {
        ...small,
        travel: {
          distance: [
            [0, 9999],
            [120, 0],
          ],
          noRoad: 9999,
        },
      },
      null,
    ],
  ]
  it.each(left)('leaves a stop out for %s and says the nearest change', (reason, problem, change) => {
    expect(solve(problem, { iterations: 10 }).unserved).toEqual([{ stop: 'a', reason, change }])
  })

  it('names the constraint when the fleet is busy, and the change that lets the stop in works', () => {
    const busy = { ...grid(9, 1, 8) }
    const plan = solve(busy, { iterations: 200 })
    expect(plan.unserved).toHaveLength(1)
    expect(plan.unserved[0]).toMatchObject({ reason: 'capacity', change: { field: 'capacity.boxes', value: 9 } })
    expect(solve(grid(9, 1, 9), { iterations: 200 }).unserved).toEqual([])
  })

  it('plans nothing for no stops and one trip for one stop', () => {
    expect(solve({ ...small, stops: [] })).toEqual({ cost: 0, distance: 0, vehicles: [], unserved: [] })
    expect(solve(small, { iterations: 10 }).vehicles[0]!.trips).toHaveLength(1)
  })
})

const VRP = `NAME : tiny\nTYPE : CVRP\nDIMENSION : 3\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 5\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\nDEMAND_SECTION\n1 0\n2 2\n3 3\nDEPOT_SECTION\n1\n-1\nEOF\n`

describe('files', () => {
  it('reads VRPLIB and solves it', () => {
    expect(solve(readProblem(VRP).problem, { iterations: 50 }).cost).toBe(20)
  })

  it('reads a triangular matrix', () => {
    const explicit = VRP.replace('EUC_2D', 'EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_ROW').replace(
      /NODE_COORD_SECTION[^D]*/,
      'EDGE_WEIGHT_SECTION\n5\n10 5\n',
    )
    expect(solve(readProblem(explicit).problem, { iterations: 50 }).cost).toBe(20)
  })

  it('says where a file that is cut off ends', () => {
    for (let length = 0; length < VRP.length - 24; length += 3)
      expect(() => solve(readProblem(VRP.slice(0, length)).problem, { iterations: 5 })).toThrow(InvalidProblem)
    expect(() => readProblem('{"depots": [')).toThrow(InvalidProblem)
  })
})
