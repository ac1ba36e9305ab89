import type { Station } from './api'
import { USUAL, type Warning } from './countdown'

/** Where the expediter's clocks are set. */
const PACKING = 'pack'

/** When clocks warn in this view: as its station has it; the expediter's as packing has it. */
export const warningAt = (stations: readonly Station[], station: string | null): Warning =>
  stations.find(({ code }) => code === (station ?? PACKING)) ?? USUAL
