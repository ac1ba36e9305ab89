import { parseArgs } from 'node:util'

export const HELP = `npm run forecast -- --input FILE.csv[.gz] --date COLUMN --series COLUMN[,COLUMN] --value COLUMN [--planned COLUMN]
    [--calendar FILE] [--menus FILE] [--headcount FILE] --from DAY --to DAY [--horizon 10] [--step 10] [--seed 1] [--json OUT]

Forecasts the days from --from to --to as if they were unseen: every --step days one origin, each looking --horizon days
ahead (days on which anything was sold), and compares with what was really sold. Days are dates or whole numbers.
  --planned     the planner's own numbers, to be scored beside the forecast and at their own shortage
  --calendar    a column of dates; every other column is a flag or a number known ahead (holidays, strikes, school holidays)
  --menus       a column of dates and dishes in words; a column with the names of series tells whose they are
  --headcount   numbers by date, or by name (beginning with the series' name) and year
Columns of the input itself that are known ahead by their name (price, promotion, options …) or are words (dish, category …)
are used as well.`

/** What cannot be run as asked. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments'
}

export interface Arguments {
  readonly input: string
  readonly date: string
  readonly series: readonly string[]
  readonly value: string
  readonly planned: string | undefined
  readonly calendar: string | undefined
  readonly menus: string | undefined
  readonly headcount: string | undefined
  readonly from: string
  readonly to: string
  readonly horizon: number
  readonly step: number
  readonly seed: number
  readonly json: string | undefined
}

/** Reads the command line; undefined when help is asked for. @throws BadArguments. */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      input: text,
      date: text,
      series: text,
      value: text,
      planned: text,
      calendar: text,
      menus: text,
      headcount: text,
      from: text,
      to: text,
      horizon: text,
      step: text,
      seed: text,
      json: text,
      help: { type: 'boolean' },
    },
  })
  if (values.help) return undefined
  const needed = (name: 'input' | 'date' | 'series' | 'value' | 'from' | 'to'): string => {
    const value = values[name]
    if (value === undefined || value === '') throw new BadArguments(`--${name} is missing`)
    return value
  }
  const whole = (name: 'horizon' | 'step' | 'seed', otherwise: number): number => {
    const value = Number(values[name] ?? otherwise)
    if (!Number.isInteger(value) || value < 1) throw new BadArguments(`--${name} must be a whole number from 1 on`)
    return value
  }
  const horizon = whole('horizon', 10)
  return {
    input: needed('input'),
    date: needed('date'),
    series: needed('series').split(','),
    value: needed('value'),
    planned: values.planned,
    calendar: values.calendar,
    menus: values.menus,
    headcount: values.headcount,
    from: needed('from'),
    to: needed('to'),
    horizon,
    step: whole('step', horizon),
    seed: whole('seed', 1),
    json: values.json,
  }
}
