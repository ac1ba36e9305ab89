/**
 * A matrix problem: two vans, five stops, distances and times from any road engine.
 * Run it from the root of the repository: `node --import tsx examples/routing/matrix.ts`
 */
import { checkPlan, type RoutingProblem, solve } from 'linli/routing'

const problem: RoutingProblem = {
  depots: [{ id: 'kitchen', location: 0 }],
  vehicles: [
    {
      id: 'van',
      depot: 'kitchen',
      capacity: { boxes: 40 },
      shift: [36_000, 50_400],
      cost: { perMetre: 1, perUse: 2000 },
    },
    {
      id: 'bike',
      depot: 'kitchen',
      capacity: { boxes: 12 },
      shift: [36_000, 50_400],
      trips: 4,
      reload: 300,
      speed: 0.6,
    },
  ],
  stops: [
    { id: 'tower-1', location: 1, demand: { boxes: 14 }, service: 240, windows: [[39_600, 43_200]] },
    { id: 'tower-2', location: 2, demand: { boxes: 9 }, service: 180, windows: [[39_600, 43_200]] },
    { id: 'school', location: 3, demand: { boxes: 20 }, service: 300, windows: [[41_400, 42_300]] },
    { id: 'clinic', location: 4, demand: { boxes: 3 }, service: 120, holdOnBoard: 1500 },
    { id: 'office', location: 5, demand: { boxes: 8 }, service: 150, penalty: 1500 },
  ],
  travel: {
    distance: [
      [0, 1200, 1350, 2400, 800, 5200],
      [1250, 0, 180, 1500, 900, 4300],
      [1400, 180, 0, 1450, 980, 4250],
      [2450, 1500, 1450, 0, 2100, 3600],
      [800, 900, 980, 2100, 0, 4800],
      [5200, 4300, 4250, 3600, 4800, 0],
    ],
    duration: [
      [0, 260, 290, 480, 190, 900],
      [270, 0, 60, 320, 210, 780],
      [300, 60, 0, 310, 220, 770],
      [490, 320, 310, 0, 430, 650],
      [190, 210, 220, 430, 0, 840],
      [900, 780, 770, 650, 840, 0],
    ],
  },
}

const plan = solve(problem, { seed: 1, iterations: 5000 })
console.log(JSON.stringify(plan, null, 2))
console.log(`violations seen by the checker: ${checkPlan(problem, plan).length}`)
