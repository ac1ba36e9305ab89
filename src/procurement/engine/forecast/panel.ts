/** Numbers known ahead, rows × names; NaN is unknown. */
export interface Facts {
  readonly names: readonly string[]
  readonly values: Float32Array
}

/** Lists of small numbers: list `i` is `items[start[i]]` to before `items[start[i + 1]]`. */
export interface Lists {
  readonly start: Int32Array
  readonly items: Int32Array
}

/**
 * Many series on one calendar, as typed arrays. A *slot* is a place in `days`; a *cell* is one series on one day, the
 * cells of a series stand together in rising order of their slots.
 */
export interface Panel {
  /** Days since 1970, or any whole numbers, rising. */
  readonly days: Int32Array
  /** What returns week by week: Monday 0 to Sunday 6, or 0 throughout where days are weeks. */
  readonly season: Int8Array
  /** The cells of series `s` are `start[s]` to before `start[s + 1]`. */
  readonly start: Int32Array
  readonly slot: Int32Array
  readonly series: Int32Array
  /** Demand; NaN where it is not known. */
  readonly value: Float64Array
  /** By slot. */
  readonly dayFacts: Facts
  /** By cell. */
  readonly cellFacts: Facts
  /** Words of what is on the menu, by slot: the same for all series of a day. */
  readonly dayWords: Lists
  /** Words of a cell's series and of what it is about, by cell. */
  readonly cellWords: Lists
  /** Words of a cell's own dish, by cell, where a series' dishes change. */
  readonly dishWords: Lists
  /** One more than the highest word. */
  readonly words: number
  /** Cells in the order of their slots: those of slot `t` are `bySlot.items[bySlot.start[t]]` and on. */
  readonly bySlot: Lists
}

const DAYS_OF_WEEK = 7

/** Monday is 0; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK

/** Weekdays, unless all days are the same one or numbers so dense that they count weeks: then there is no season. */
export function seasonOf(days: Int32Array, areDates: boolean): Int8Array {
  const weekdays = new Set([...days].map(weekdayOf))
  return Int8Array.from(days, (day) => (areDates && weekdays.size > 1 ? weekdayOf(day) : 0))
}

/** Cells by slot, in the order of series within a slot. */
export function slotsOf(slot: Int32Array, slots: number): Lists {
  const start = new Int32Array(slots + 1)
  for (const own of slot) start[own + 1] = (start[own + 1] as number) + 1
  for (let t = 0; t < slots; t++) start[t + 1] = (start[t + 1] as number) + (start[t] as number)
  const next = start.slice()
  const items = new Int32Array(slot.length)
  slot.forEach((own, cell) => {
    items[next[own] as number] = cell
    next[own] = (next[own] as number) + 1
  })
  return { start, items }
}
