import { createHash } from 'node:crypto'
import type { Measured, Thermometer, Thermometers } from './port'

const EVERY_MS = 15 * 60_000
/** How far back a new one, or one not heard for long, remembers. */
const REMEMBERS_MS = 24 * 3_600_000

/** What a place is set to and how far it swings, in tenths; a door left open warms it now and then. */
const PLACES: Readonly<
  Record<Thermometer['place'], { readonly set: number; readonly swing: number; readonly open: number }>
> = {
  cold_store: { set: 34, swing: 12, open: 55 },
  freezer: { set: -192, swing: 10, open: 45 },
  hot_cabinet: { set: 668, swing: 25, open: -80 },
  sample_fridge: { set: 32, swing: 8, open: 50 },
  vehicle: { set: 46, swing: 18, open: 45 },
}
/** One reading in so many is of an open door. */
const OPEN_ONE_IN = 90

/**
 * Thermometers without hardware: a compressor's saw-tooth around the set point, measured each quarter of an hour, with a
 * door left open once a day or so. The same thermometer shows the same at the same instant, whenever it is asked.
 */
export const localThermometers: Thermometers = {
  name: 'local',
  measured: (thermometers, until) => Promise.resolve(thermometers.flatMap((one) => since(one, until))),
}

function since({ id, place, heardAt }: Thermometer, until: Date): Measured[] {
  const from = Math.max(heardAt?.getTime() ?? 0, until.getTime() - REMEMBERS_MS)
  const first = Math.floor(from / EVERY_MS) + 1
  const last = Math.floor(until.getTime() / EVERY_MS)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = new Date((first + i) * EVERY_MS)
    return { thermometerId: id, tenths: shownBy(id, place, at), at }
  })
}

function shownBy(id: string, place: Thermometer['place'], at: Date): number {
  const { set, swing, open } = PLACES[place]
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(`${id} ${at.getTime()}`).digest()
  const sawTooth = ((at.getTime() / EVERY_MS + a / 64) % 4) / 4 - 0.5
  const noise = (b - 128) / 64
  return Math.round(set + sawTooth * swing + noise + ((a * 256 + c) % OPEN_ONE_IN === 0 ? open : 0))
}
