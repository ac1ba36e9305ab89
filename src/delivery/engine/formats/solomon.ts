import type { RoutingProblem } from '../problem'
import { InvalidProblem } from '../fields'
import { numberAt, type ReadProblem, words } from './text'

/** Times and distances carry one decimal in the literature; ten times that are whole numbers. */
const UNIT = 10

/** Whether a text looks like Solomon's or Gehring and Homberger's layout. */
export const isSolomon = (text: string): boolean => /^\s*VEHICLE\b/m.test(text) && /CUST(OMER)?\b/.test(text)

/** Reads Solomon and Homberger files: distance and duration are 10 x Euclid, cut off (the convention of the DIMACS challenge). */
export function readSolomon(text: string): ReadProblem {
  const lines = text.replaceAll('\r', '').split('\n')
  const fleetAt = lines.findIndex((line) => /NUMBER\s+CAPACITY/.test(line))
  const fleet = words(lines[fleetAt + 1] ?? '')
  const vehicles = numberAt('VEHICLE.NUMBER', fleetAt < 0 ? undefined : fleet[0])
  const capacity = numberAt('VEHICLE.CAPACITY', fleet[1])
  const tableAt = lines.findIndex((line) => /CUST(OMER)?\s+NO/.test(line))
  const rows = lines
    .slice(tableAt + 1)
    .map(words)
    .filter((row) => row.length > 0)
    .map((row, i) => Array.from({ length: 7 }, (_, k) => numberAt(`CUSTOMER[${i}][${k}]`, row[k])))
  const [depot, ...stops] = rows
  if (tableAt < 0 || !depot) throw new InvalidProblem('CUSTOMER', 'is missing; the file may be cut off')
  const problem: RoutingProblem = {
    name: words(lines[0] ?? '')[0] ?? 'solomon',
    depots: [{ id: 'depot', location: 0 }],
    vehicles: Array.from({ length: vehicles }, (_, i) => ({
      id: `v${i + 1}`,
      depot: 'depot',
      capacity: { load: capacity },
      shift: [UNIT * depot[4]!, UNIT * depot[5]!] as const,
    })),
    stops: stops.map(([number, , , demand, ready, due, service], i) => ({
      id: String(number),
      location: i + 1,
      demand: { load: demand! },
      windows: [[UNIT * ready!, UNIT * due!] as const],
      service: UNIT * service!,
    })),
    travel: { points: rows.map((row) => [row[1]!, row[2]!] as const), scale: UNIT, rounding: 'down' },
  }
  return { problem, unit: UNIT }
}
