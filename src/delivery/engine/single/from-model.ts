import { HORIZON, type Model } from '../model'
import { NO_ROAD } from '../network'
import type { SingleProblem } from './problem'

const all = (table: ArrayLike<number>, test: (value: number) => boolean, from = 0): boolean => {
  for (let i = from; i < table.length; i++) if (!test(table[i]!)) return false
  return true
}

const same = (table: ArrayLike<number>): boolean => all(table, (value) => value === table[0])

function transpose(matrix: Int32Array, size: number): Int32Array {
  const turned = new Int32Array(matrix.length)
  let symmetric = true
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const value = matrix[i * size + j]!
      turned[j * size + i] = value
      symmetric &&= value === matrix[j * size + i]
    }
  }
  return symmetric ? matrix : turned
}

/** No day takes longer than the slowest way from every node together, in seconds: below the end of time, nobody has to look at clocks. */
function longestDay({ size, service }: Model, time: Int32Array): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    let slowest = 0
    for (let j = i * size; j < (i + 1) * size; j++) if (time[j]! > slowest) slowest = time[j]!
    total += slowest + service[i]!
  }
  return total
}

/** The model as a problem of identical vehicles with one trip each, or null when it asks for more than that. */
export function asSingle(m: Model): SingleProblem | null {
  const plain =
    m.depots === 1 &&
    m.measures <= 1 &&
    same(m.kind) &&
    all(m.maxTrips, (most) => most === 1) &&
    same(m.perUse) &&
    m.perUse[0] === 0 &&
    !m.holds &&
    !m.severalWindows &&
    m.balance === 0 &&
    m.restSeconds[0] === 0 &&
    all(m.ready, (t) => t === 0) &&
    all(m.fixed, (f) => f === 0) &&
    all(m.allowed, (a) => a === 1, m.vehicles) &&
    same(m.penalty.subarray(1)) &&
    m.size > 2
  if (!plain || m.frozen.some((list) => list.length > 0)) return null
  const [cost, time] = [m.cost[0]!, m.time[0]!]
  const costTo = transpose(cost, m.size)
  const opens = m.opens.slice()
  const closes = m.closes.slice()
  opens[0] = m.shiftFrom[0]!
  closes[0] = m.shiftTo[0]!
  const always = all(opens, (t) => t === 0) && all(closes, (t) => t >= HORIZON)
  const free = always && all(cost, (d) => d < NO_ROAD) && longestDay(m, time) <= HORIZON
  return {
    size: m.size,
    vehicles: m.vehicles,
    capacity: m.capacity[0] ?? 0,
    demand: m.measures === 0 ? new Int32Array(m.size) : m.demand,
    cost,
    time,
    costTo,
    timeTo: cost === time ? costTo : transpose(time, m.size),
    windows: free ? null : { opens, closes, service: m.service },
  }
}
