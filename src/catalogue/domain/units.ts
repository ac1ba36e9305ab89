/** What recipes may measure in beside an ingredient's own packages. */
const FIXED = [
  ['kg', 'g', '1000'],
  ['g', 'mg', '1000'],
  ['l', 'ml', '1000'],
  ['dl', 'ml', '100'],
  ['cl', 'ml', '10'],
] as const

/** `of` of one unit are `make` of another: 1 bottle is 500 ml, 1 ml weighs 0.92 g. Decimals as text, so that they are exact. */
export interface Equivalence {
  readonly of: string
  readonly unit: string
  readonly make: string
  readonly into: string
}

/** How an ingredient is measured: its own unit, and what its other units come to. */
export interface Measures {
  readonly unit: 'g' | 'ml' | 'piece'
  readonly equivalences: readonly Equivalence[]
}

/** Two ways from one unit to another that differ, or no way at all. */
export class UnitsDoNotConvert extends Error {
  override readonly name = 'UnitsDoNotConvert'
  readonly unit: string

  constructor(unit: string, message: string) {
    super(message)
    this.unit = unit
  }
}

/** A fraction in lowest terms; `of` is above 0. */
interface Ratio {
  readonly make: bigint
  readonly of: bigint
}

/** Weighing is not exact: two ways round may differ by half a percent. */
const TOLERANCE = 200n

/**
 * How much of the ingredient's own unit one of every known unit is, over mass, volume, count and packages.
 * @throws UnitsDoNotConvert when two ways to a unit say different things, or one is nothing.
 */
export function unitTable({ unit, equivalences }: Measures): ReadonlyMap<string, Ratio> {
  const edges = [
    ...FIXED.map(([from, into, make]) => ({ unit: from, into, ratio: ratioOf(from, make, '1') })),
    ...equivalences.map((each) => ({ ...each, ratio: ratioOf(each.unit, each.make, each.of) })),
  ]
  const table = new Map<string, Ratio>([[unit, { make: 1n, of: 1n }]])
  for (let grown = true; grown; ) {
    grown = false
    for (const { unit: from, into, ratio } of edges) {
      const [below, above] = [table.get(into), table.get(from)]
      if (below && !above) table.set(from, times(below, ratio))
      else if (above && !below) table.set(into, times(above, { make: ratio.of, of: ratio.make }))
      else continue
      grown = true
    }
  }
  for (const { unit: from, into, ratio } of edges) {
    const [below, above] = [table.get(into), table.get(from)]
    if (below && above && !close(above, times(below, ratio)))
      throw new UnitsDoNotConvert(from, `${from} comes to different amounts of ${unit}`)
  }
  return table
}

/**
 * An amount in the ingredient's own unit, which may be part of one: 25 g of an egg of 50 g are half a piece.
 * @throws UnitsDoNotConvert
 */
export function inOwnUnit(amount: { readonly quantity: number; readonly unit: string }, measures: Measures): number {
  const one = unitTable(measures).get(amount.unit)
  if (!one) throw new UnitsDoNotConvert(amount.unit, `${amount.unit} does not come to any ${measures.unit}`)
  const exact = times(one, decimal(String(amount.quantity)))
  return Number((exact.make * 1_000_000_000n) / exact.of) / 1e9
}

function ratioOf(unit: string, make: string, of: string): Ratio {
  const [above, below] = [decimal(make), decimal(of)]
  if (above.make <= 0n || below.make <= 0n) throw new UnitsDoNotConvert(unit, `${of} ${unit} cannot be ${make}`)
  return times(above, { make: below.of, of: below.make })
}

function decimal(text: string): Ratio {
  if (!/^\d+(\.\d{1,12})?$/.test(text)) throw new UnitsDoNotConvert(text, `"${text}" is no amount`)
  const [whole = '0', part = ''] = text.split('.')
  return lowest({ make: BigInt(whole + part), of: 10n ** BigInt(part.length) })
}

const times = (a: Ratio, b: Ratio): Ratio => lowest({ make: a.make * b.make, of: a.of * b.of })

function lowest({ make, of }: Ratio): Ratio {
  let [a, b] = [make, of]
  while (b > 0n) [a, b] = [b, a % b]
  return a > 1n ? { make: make / a, of: of / a } : { make, of }
}

function close(a: Ratio, b: Ratio): boolean {
  const [left, right] = [a.make * b.of, b.make * a.of]
  const apart = left > right ? left - right : right - left
  return apart * TOLERANCE <= right
}
