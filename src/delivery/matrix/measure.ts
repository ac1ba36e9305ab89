import type { Spot } from '../../kernel/distance'
import type { App } from '../../platform/app'
import type { RoadSource, RoadTable } from '../../platform/road-matrix/port'
import { keepLegs, readLegs } from './known-legs'
import { spotKey } from './spot-key'

/** Questions under way at once: a service on the next machine answers faster than we ask. */
const AT_ONCE = 4
const UNKNOWN = -1

/** All ways between the spots: from memory what is known, the rest from the source in blocks it accepts. @throws RoadTrouble. */
export async function measure(app: App, source: RoadSource, spots: readonly Spot[]): Promise<RoadTable> {
  if (!source.remote) return source.table(spots, spots)
  const places = [...new Map(spots.map((spot) => [spotKey(spot), spot]))].map(([key, spot]) => ({ key, spot }))
  const known = emptyTable(places.length)
  await readLegs(
    app,
    source.key,
    places.map(({ key }) => key),
    known,
  )
  places.forEach((_, i) => {
    known.metres[i * places.length + i] = 0
    known.seconds[i * places.length + i] = 0
  })

  const blocks = missingBlocks(known, places.length, source.largest)
  const next = async (): Promise<void> => {
    for (let block = blocks.pop(); block; block = blocks.pop()) await fill(app, source, places, known, block)
  }
  // all of them end before a failure is told: the caller may be about to close its transaction
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, next))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return spread(
    known,
    places.map(({ key }) => key),
    spots.map(spotKey),
  )
}

interface Place {
  readonly key: number
  readonly spot: Spot
}

interface Question {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

const emptyTable = (size: number): RoadTable => ({
  metres: new Int32Array(size * size).fill(UNKNOWN),
  seconds: new Int32Array(size * size).fill(UNKNOWN),
})

/** Blocks in which something is unknown. New places come together at the end, so that few blocks hold them. */
function missingBlocks({ metres }: RoadTable, size: number, largest: number): Question[] {
  const unknown = Array.from(
    { length: size },
    (_, i) => metres.subarray(i * size, (i + 1) * size).filter(isUnknown).length,
  )
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => (unknown[a] ?? 0) - (unknown[b] ?? 0) || a - b)
  const sides = Array.from({ length: Math.ceil(size / largest) }, (_, k) => order.slice(k * largest, (k + 1) * largest))
  return sides
    .flatMap((rows) => sides.map((columns) => ({ rows, columns })))
    .filter(({ rows, columns }) => rows.some((i) => columns.some((j) => isUnknown(metres[i * size + j] ?? 0))))
}

const isUnknown = (metres: number): boolean => metres === UNKNOWN

async function fill(
  app: App,
  source: RoadSource,
  places: readonly Place[],
  known: RoadTable,
  { rows, columns }: Question,
): Promise<void> {
  const from = rows.flatMap((i) => places[i] ?? [])
  const to = columns.flatMap((j) => places[j] ?? [])
  const table = await source.table(
    from.map(({ spot }) => spot),
    to.map(({ spot }) => spot),
  )
  rows.forEach((i, row) => {
    columns.forEach((j, column) => {
      if (i === j) return
      known.metres[i * places.length + j] = table.metres[row * columns.length + column] ?? 0
      known.seconds[i * places.length + j] = table.seconds[row * columns.length + column] ?? 0
    })
  })
  await keepLegs(app, source.key, { from: from.map(({ key }) => key), to: to.map(({ key }) => key), table })
}

/** From the places to the spots, several of which may stand at one place. */
function spread({ metres, seconds }: RoadTable, places: readonly number[], spots: readonly number[]): RoadTable {
  const at = new Map(places.map((key, i) => [key, i]))
  const row = Int32Array.from(spots, (key) => at.get(key) ?? 0)
  const whole = { metres: new Int32Array(spots.length ** 2), seconds: new Int32Array(spots.length ** 2) }
  row.forEach((i, a) => {
    row.forEach((j, b) => {
      whole.metres[a * spots.length + b] = metres[i * places.length + j] ?? 0
      whole.seconds[a * spots.length + b] = seconds[i * places.length + j] ?? 0
    })
  })
  return whole
}
