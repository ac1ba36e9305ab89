import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../src/delivery/engine/checker'
import type { Plan } from '../../../src/delivery/engine/plan'
import type { RoutingProblem, Stop, Vehicle } from '../../../src/delivery/engine/problem'
import { solve } from '../../../src/delivery/engine/solve'

/** Kitchen 100 m from both stops, which are 50 m apart; 1 m takes 1 s. */
const meal: RoutingProblem = {
  depots: [{ id: 'kitchen', location: 0 }],
  vehicles: [{ id: 'van', depot: 'kitchen', capacity: { boxes: 10 }, shift: [0, 2000] }],
  stops: [
    { id: 'a', location: 1, demand: { boxes: 4 }, service: 60, windows: [[300, 600]] },
    { id: 'b', location: 2, demand: { boxes: 5 }, service: 60 },
  ],
  travel: {
    distance: [
      [0, 100, 100],
      [100, 0, 50],
      [100, 50, 0],
    ],
  },
}

const withStop = (change: Partial<Stop>): RoutingProblem => ({
  ...meal,
  stops: [{ ...meal.stops[0]!, ...change }, meal.stops[1]!],
})
const withVehicle = (change: Partial<Vehicle>): RoutingProblem => ({
  ...meal,
  vehicles: [{ ...meal.vehicles[0]!, ...change }],
})

const good: Plan = {
  cost: 250,
  distance: 250,
  vehicles: [
    {
      vehicle: 'van',
      trips: [
        {
          departs: 0,
          returns: 570,
          visits: [
            { stop: 'b', arrives: 100, starts: 100, leaves: 160 },
            { stop: 'a', arrives: 210, starts: 300, leaves: 360 },
          ],
        },
      ],
    },
  ],
  unserved: [],
}

/** The good plan with one trip replaced. */
const trip = (change: object): Plan => ({
  ...good,
  vehicles: [{ vehicle: 'van', trips: [{ ...good.vehicles[0]!.trips[0]!, ...change }] }],
})
const visits = (first: object, second: object = {}): Plan => {
  const [b, a] = good.vehicles[0]!.trips[0]!.visits
  return trip({
    visits: [
      { ...b, ...first },
      { ...a, ...second },
    ],
  })
}

describe('the independent checker', () => {
  it('accepts the plan worked out by hand', () => {
    expect(checkPlan(meal, good)).toEqual([])
  })

  const planted: [what: string, problem: RoutingProblem, plan: Plan, words: RegExp][] = [
    [
      'a stop left out silently',
      meal,
      trip({ visits: good.vehicles[0]!.trips[0]!.visits.slice(1) }),
      /stop b stands 0 times/,
    ],
    [
      'a stop served twice',
      meal,
      { ...good, unserved: [{ stop: 'a', reason: 'cost', change: null }] },
      /stop a stands 2 times/,
    ],
    ['a wrong cost', meal, { ...good, cost: 249 }, /the cost is 250/],
    [
      'an unknown vehicle',
      meal,
      { ...good, vehicles: [{ ...good.vehicles[0]!, vehicle: 'ghost' }] },
      /ghost is unknown/,
    ],
    ['faster than the road', meal, visits({ arrives: 90, starts: 90, leaves: 160 }), /b is reached at 90/],
    ['too short at the door', meal, visits({ leaves: 130 }), /b is served too fast/],
    ['too early at the window', meal, visits({}, { starts: 299, leaves: 360 }), /a starts at 299, outside/],
    ['too many boxes', withVehicle({ capacity: { boxes: 8 } }), good, /carries 9 boxes/],
    ['leaving before the batch is ready', withStop({ ready: 10 }), good, /left at 0 before a was ready/],
    [
      'food kept warm too long since ready',
      withStop({ ready: 0, holdFromReady: 299 }),
      good,
      /waited too long since ready/,
    ],
    ['food on board too long', withStop({ holdOnBoard: 299 }), good, /a was on board too long/],
    ['a missing skill', withStop({ skills: ['lift'] }), good, /lacks lift for a/],
    ['a vehicle that may not come', { ...withStop({ vehicles: ['bike'] }) }, good, /may not serve a/],
    ['a kitchen that does not cook it', withStop({ depots: ['other'] }), good, /may not serve a/],
    ['work after the shift', withVehicle({ shift: [0, 500] }), good, /after the shift/],
    ['leaving before the shift', withVehicle({ shift: [5, 2000] }), good, /not free before 5/],
    ['a rest that is not taken', withVehicle({ rest: { window: [100, 200], seconds: 30 } }), good, /has no rest/],
    [
      'a rest while driving',
      withVehicle({ rest: { window: [100, 200], seconds: 30 } }),
      { ...good, vehicles: [{ ...good.vehicles[0]!, rest: { from: 170, to: 200 } }] },
      /during its rest/,
    ],
    ['a frozen order that was changed', withVehicle({ frozen: [{ stops: ['a'] }] }), good, /out of its frozen order/],
    [
      'a stop added to a trip that has left',
      withVehicle({ frozen: [{ stops: ['b'], departed: 0 }] }),
      good,
      /was closed/,
    ],
    [
      'a second trip that is not allowed',
      meal,
      {
        ...good,
        vehicles: [{ vehicle: 'van', trips: [...good.vehicles[0]!.trips, { departs: 600, returns: 600, visits: [] }] }],
      },
      /2 trips/,
    ],
    [
      'the gate of a community forgotten',
      { ...withStop({ community: 'east' }), gates: { east: 95 } },
      good,
      /a is reached at 210, possible from 305/,
    ],
  ]
  it.each(planted)('sees %s', (_, problem, plan, words) => {
    expect(checkPlan(problem, plan).join('\n')).toMatch(words)
  })

  it('agrees with the engine on the problem worked out by hand', () => {
    const plan = solve(meal, { iterations: 100 })
    expect(plan.cost).toBe(250)
    expect(checkPlan(meal, plan)).toEqual([])
  })
})
