export type Storage = 'ambient' | 'chilled' | 'frozen'

/** Tenths of a degree Celsius, both ends included. */
export interface TemperatureRange {
  readonly from: number
  readonly to: number
}

/**
 * What goods may measure on arrival: cold goods 0 to 8 °C, frozen ones −12 °C or less, as GB 31654-2021 asks of those who
 * take them in. Nobody measures what is stored at room temperature.
 */
const RANGES: Readonly<Record<Storage, TemperatureRange | null>> = {
  ambient: null,
  chilled: { from: 0, to: 80 },
  frozen: { from: -500, to: -120 },
}

export const temperatureRange = (storage: Storage): TemperatureRange | null => RANGES[storage]

/** Undefined where nobody measures or nobody measured. */
export function isOutOfRange(storage: Storage, temperature: number | null | undefined): boolean | undefined {
  const range = RANGES[storage]
  if (!range || temperature === null || temperature === undefined) return undefined
  return temperature < range.from || temperature > range.to
}
