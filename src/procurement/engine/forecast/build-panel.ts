import { type Facts, type Lists, type Panel, seasonOf, slotsOf } from './panel'
import { wordsOf } from './wording'

/** One series on one day, in any order. */
export interface Observation {
  readonly series: string
  readonly day: number
  /** NaN when it is to be forecast. */
  readonly value: number
  /** In the order of `factNames`. */
  readonly facts?: readonly number[]
  /** What the cell is about, in words: a dish, a category. */
  readonly text?: string
}

export interface PanelParts {
  readonly observations: readonly Observation[]
  /** Days are calendar dates: they have weekdays. */
  readonly areDates: boolean
  readonly factNames?: readonly string[]
  /** Dishes of a day, for all series alike. */
  readonly menu?: ReadonlyMap<number, readonly string[]>
  readonly dayFacts?: (days: Int32Array) => Facts
}

export interface NamedPanel {
  readonly panel: Panel
  /** Rising; the index is the series. */
  readonly names: readonly string[]
  /** For each cell the index of its observation. */
  readonly source: Int32Array
}

/** Puts observations into the order the engine reads. Each series has at most one observation a day. */
export function buildPanel({ observations, areDates, factNames = [], menu, dayFacts }: PanelParts): NamedPanel {
  const names = [...new Set(observations.map(({ series }) => series))].sort()
  const numberOf = new Map(names.map((name, i) => [name, i]))
  const days = Int32Array.from(new Set(observations.map(({ day }) => day))).sort()
  const slotOf = new Map([...days].map((day, i) => [day, i]))
  const source = Int32Array.from(observations.keys())
  const own = observations.map(({ series }) => numberOf.get(series) as number)
  source.sort((a, b) => (own[a] as number) - (own[b] as number) || at(observations, a).day - at(observations, b).day)

  const cells = source.length
  const start = new Int32Array(names.length + 1)
  const slot = new Int32Array(cells)
  const series = new Int32Array(cells)
  const value = new Float64Array(cells)
  const facts = new Float32Array(cells * factNames.length).fill(Number.NaN)
  source.forEach((index, cell) => {
    const seen = at(observations, index)
    series[cell] = own[index] as number
    start[(own[index] as number) + 1] = cell + 1
    slot[cell] = slotOf.get(seen.day) as number
    value[cell] = seen.value
    if (seen.facts) facts.set(seen.facts, cell * factNames.length)
  })
  const dictionary = new Map<string, number>()
  const dayWords = listsOf(days.length, (t) => (menu?.get(days[t] as number) ?? []).flatMap(wordsOf), dictionary)
  const described = names.map(wordsOf)
  const cellWords = listsOf(
    cells,
    (cell) => {
      const { text } = at(observations, source[cell] as number)
      return [...(described[series[cell] as number] ?? []), ...(text ? wordsOf(text) : [])]
    },
    dictionary,
  )
  const texts = names.map(() => new Set<string | undefined>())
  source.forEach((index, cell) => texts[series[cell] as number]?.add(at(observations, index).text))
  const dishWords = listsOf(
    cells,
    (cell) => {
      const { text } = at(observations, source[cell] as number)
      return text && (texts[series[cell] as number]?.size ?? 0) > 1 ? wordsOf(text) : []
    },
    dictionary,
  )
  const panel: Panel = {
    days,
    season: seasonOf(days, areDates),
    start,
    slot,
    series,
    value,
    dayFacts: dayFacts?.(days) ?? { names: [], values: new Float32Array() },
    cellFacts: { names: factNames, values: facts },
    dayWords,
    cellWords,
    dishWords,
    words: dictionary.size,
    bySlot: slotsOf(slot, days.length),
  }
  return { panel, names, source }
}

const at = (observations: readonly Observation[], index: number): Observation => observations[index] as Observation

function listsOf(count: number, wordsAt: (i: number) => readonly string[], dictionary: Map<string, number>): Lists {
  const start = new Int32Array(count + 1)
  const items: number[] = []
  for (let i = 0; i < count; i++) {
    for (const word of new Set(wordsAt(i))) {
      const known = dictionary.get(word) ?? dictionary.size
      dictionary.set(word, known)
      items.push(known)
    }
    start[i + 1] = items.length
  }
  return { start, items: Int32Array.from(items) }
}
