const DAY_MS = 86_400_000

/** How a file counts its days: calendar dates, or whole numbers such as weeks. */
export interface DayFormat {
  readonly areDates: boolean
  /** Undefined for what is no day. */
  readonly read: (text: string) => number | undefined
  readonly write: (day: number) => string
}

/** `2017-03-01`, with a time or without, `2017/3/1` or `20170301`, as days since 1970. */
const DATES: DayFormat = {
  areDates: true,
  read: (text) => {
    const found = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))(?:[T ].*)?$/.exec(text)
    if (!found) return undefined
    const [, year, ...rest] = found
    const [month, day] = rest.filter((part) => part !== undefined).map(Number)
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day))
    const back = new Date(at)
    return back.getUTCMonth() + 1 === month && back.getUTCDate() === day ? at / DAY_MS : undefined
  },
  write: (day) => new Date(day * DAY_MS).toISOString().slice(0, 10),
}

const NUMBERS: DayFormat = {
  areDates: false,
  read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
  write: String,
}

/** What the first value looks like: dates unless it is a short number. */
export const formatOf = (sample: string): DayFormat =>
  DATES.read(sample) === undefined && NUMBERS.read(sample) !== undefined ? NUMBERS : DATES
