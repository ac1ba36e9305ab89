import { buildPanel, type NamedPanel } from '../../procurement/engine/forecast/build-panel'
import { dayFactsOf } from '../../procurement/engine/forecast/day-facts'
import { type Arguments, BadArguments } from './arguments'
import { readCalendar, readMenus } from './covariates'
import type { DayFormat } from './days'
import { readHeadcount } from './headcount'
import { readObservations } from './observations'
import { readTable } from './table'

export interface Inputs extends NamedPanel {
  /** By cell; NaN where nothing was planned. */
  readonly planned: Float64Array
  readonly format: DayFormat
  /** Slots asked for, from and before. */
  readonly from: number
  readonly until: number
  readonly notes: readonly string[]
}

/** All files of a run as one panel. @throws BadTable, BadArguments. */
export function readInputs(args: Arguments): Inputs {
  const input = readObservations(readTable(args.input), args)
  const { format } = input
  const names = [...new Set(input.observations.map(({ series }) => series))]
  const calendar = args.calendar === undefined ? [] : readCalendar(readTable(args.calendar), format)
  const menus = args.menus === undefined ? undefined : readMenus(readTable(args.menus), format, new Set(names))
  const headcount = args.headcount === undefined ? undefined : readHeadcount(readTable(args.headcount), format, names)
  const observations = input.observations.map((seen) => {
    const { series, day, facts = [], text = '' } = seen
    const own = menus?.bySeries.get(`${day}|${series}`)
    return {
      ...seen,
      facts: headcount ? [...facts, ...headcount.of(series, day)] : facts,
      text: own === undefined ? text : `${text} ${own}`,
    }
  })
  const built = buildPanel({
    observations,
    areDates: format.areDates,
    factNames: [...input.factNames, ...(headcount?.names ?? [])],
    dayFacts: (days) => dayFactsOf(days, calendar),
    ...(menus ? { menu: menus.byDay } : {}),
  })
  const { days } = built.panel
  const [from, until] = span(args, format, days)
  return {
    ...built,
    planned: Float64Array.from(built.source, (i) => input.planned[i] as number),
    format,
    from,
    until,
    notes: input.notes,
  }
}

function span({ from, to }: Arguments, format: DayFormat, days: Int32Array): [number, number] {
  const [first, last] = [format.read(from), format.read(to)]
  if (first === undefined) throw new BadArguments(`--from ${from} is no day of the kind in the input`)
  if (last === undefined) throw new BadArguments(`--to ${to} is no day of the kind in the input`)
  const begin = days.findIndex((day) => day >= first)
  const end = days.findIndex((day) => day > last)
  const until = end < 0 ? days.length : end
  if (begin < 0 || begin >= until) {
    const [oldest = 0, newest = 0] = [days[0], days.at(-1)]
    throw new BadArguments(
      `nothing was sold from ${from} to ${to}: the input goes from ${format.write(oldest)} to ${format.write(newest)}`,
    )
  }
  if (begin === 0) throw new BadArguments(`nothing was sold before ${from}: there is nothing to learn from`)
  return [begin, until]
}
