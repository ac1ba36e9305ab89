import type { RoutingProblem, Travel } from '../problem'
import { InvalidProblem } from '../fields'
import { numberAt, type ReadProblem, words } from './text'

/** Fields and sections of a VRPLIB file, by name. */
interface Sections {
  readonly fields: ReadonlyMap<string, string>
  readonly sections: ReadonlyMap<string, readonly (readonly string[])[]>
}

export const isVrplib = (text: string): boolean => /^\s*(DIMENSION|EDGE_WEIGHT_TYPE)\s*:/m.test(text)

function split(text: string): Sections {
  const fields = new Map<string, string>()
  const sections = new Map<string, string[][]>()
  let current: string[][] | null = null
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const field = /^\s*([A-Z_]+)\s*:\s*(.*?)\s*$/.exec(line)
    const section = /^\s*([A-Z_]+_SECTION)\b/.exec(line)
    if (section) sections.set(section[1]!, (current = []))
    else if (field) fields.set(field[1]!, field[2]!)
    else if (/^\s*EOF/.test(line)) break
    else if (current && words(line).length > 0) current.push(words(line))
  }
  return { fields, sections }
}

/** Column of a section as numbers, in the order of the nodes; all of `size` rows have to be there. */
function column({ sections }: Sections, name: string, size: number, index: number): number[] | null {
  const rows = sections.get(name)
  if (!rows) return null
  if (rows.length < size)
    throw new InvalidProblem(name, `ends after ${rows.length} of ${size} rows; the file may be cut off`)
  return rows.slice(0, size).map((row, i) => numberAt(`${name}[${i}]`, row[index]))
}

/** Full or triangular matrices, as one list of numbers in the file. */
function explicitMatrix({ fields, sections }: Sections, size: number): Int32Array {
  const format = fields.get('EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX'
  const entries = (sections.get('EDGE_WEIGHT_SECTION') ?? []).flat()
  const matrix = new Int32Array(size * size)
  let read = 0
  const take = () => numberAt(`EDGE_WEIGHT_SECTION[${read}]`, entries[read++])
  const upper = format.startsWith('UPPER')
  const diagonal = format.includes('DIAG')
  for (let i = 0; i < size; i++) {
    const from = format === 'FULL_MATRIX' || !upper ? 0 : diagonal ? i : i + 1
    const to = format === 'FULL_MATRIX' || upper ? size : diagonal ? i + 1 : i
    for (let j = from; j < to; j++) {
      const weight = take()
      if (weight < 0)
        throw new InvalidProblem(`EDGE_WEIGHT_SECTION[${read - 1}]`, `must not be negative, not ${weight}`)
      matrix[i * size + j] = weight
      if (format !== 'FULL_MATRIX') matrix[j * size + i] = weight
    }
  }
  return matrix
}

function readTravel(file: Sections, size: number, timed: boolean): Travel {
  const type = file.fields.get('EDGE_WEIGHT_TYPE') ?? 'EUC_2D'
  if (type === 'EXPLICIT') return { distance: explicitMatrix(file, size) }
  if (type !== 'EUC_2D')
    throw new InvalidProblem('EDGE_WEIGHT_TYPE', `"${type}" is not supported; EUC_2D and EXPLICIT are`)
  const x = column(file, 'NODE_COORD_SECTION', size, 1)
  const y = column(file, 'NODE_COORD_SECTION', size, 2)
  if (!x || !y) throw new InvalidProblem('NODE_COORD_SECTION', 'is missing')
  // With times, files of this layout count tenths, cut off; without, whole rounded distances.
  return {
    points: x.map((value, i) => [value, y[i]!] as const),
    scale: timed ? 10 : 1,
    rounding: timed ? 'down' : 'nearest',
  }
}

/** Reads CVRPLIB and VRPLIB: CVRP, and time windows, service times, release times and several trips where sections name them. */
export function readVrplib(text: string): ReadProblem {
  const file = split(text)
  const size = numberAt('DIMENSION', file.fields.get('DIMENSION'))
  const capacity = numberAt('CAPACITY', file.fields.get('CAPACITY'))
  const demand = column(file, 'DEMAND_SECTION', size, 1)
  if (!demand) throw new InvalidProblem('DEMAND_SECTION', 'is missing; the file may be cut off')
  const opens = column(file, 'TIME_WINDOW_SECTION', size, 1)
  const closes = column(file, 'TIME_WINDOW_SECTION', size, 2)
  const ready = column(file, 'RELEASE_TIME_SECTION', size, 1)
  const service = column(file, 'SERVICE_TIME_SECTION', size, 1)
  const sameService = Number(file.fields.get('SERVICE_TIME') ?? 0)
  const timed = opens !== null || ready !== null
  const unit = timed ? 10 : 1
  const total = demand.reduce((sum, units) => sum + units, 0)
  // Two routes that are both less than half full can be joined, so a plan never needs more.
  const enough = Math.min(Math.max(1, size - 1), Math.ceil((2 * total) / Math.max(1, capacity)) + 1)
  const vehicles = file.fields.has('VEHICLES') ? numberAt('VEHICLES', file.fields.get('VEHICLES')) : enough
  const stops = Array.from({ length: Math.max(0, size - 1) }, (_, k) => k + 1)
  const problem: RoutingProblem = {
    name: file.fields.get('NAME') ?? 'vrplib',
    depots: [{ id: 'depot', location: 0 }],
    vehicles: Array.from({ length: vehicles }, (_, i) => ({
      id: `v${i + 1}`,
      depot: 'depot',
      capacity: { load: capacity },
      ...(opens && closes ? { shift: [unit * opens[0]!, unit * closes[0]!] as const } : {}),
      ...(file.fields.get('TYPE')?.startsWith('MT') ? { trips: size } : {}),
    })),
    stops: stops.map((i) => ({
      id: String(i),
      location: i,
      demand: { load: demand[i]! },
      service: unit * (service ? service[i]! : sameService),
      ...(opens && closes ? { windows: [[unit * opens[i]!, unit * closes[i]!] as const] } : {}),
      ...(ready ? { ready: unit * ready[i]! } : {}),
    })),
    travel: readTravel(file, size, timed),
  }
  return { problem, unit: 1 }
}
