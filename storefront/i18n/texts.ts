import type company from './en/company.json'
import type console from './en/console.json'
import type courier from './en/courier.json'
import type density from './en/density.json'
import type dispatch from './en/dispatch.json'
import type kitchen from './en/kitchen.json'
import type kitchenFood from './en/kitchen-food.json'
import type procurement from './en/procurement.json'
import type procurementOrder from './en/procurement-order.json'
import type procurementReceiving from './en/procurement-receiving.json'
import type procurementCounts from './en/procurement-counts.json'
import type procurementForecasts from './en/procurement-forecasts.json'
import type procurementGaps from './en/procurement-gaps.json'
import type procurementImports from './en/procurement-imports.json'
import type procurementMatching from './en/procurement-matching.json'
import type procurementStock from './en/procurement-stock.json'
import type procurementSuppliers from './en/procurement-suppliers.json'
import type procurementTracing from './en/procurement-tracing.json'
import type provider from './en/provider.json'
import type recipes from './en/recipes.json'
import type safety from './en/safety.json'
import type satisfaction from './en/satisfaction.json'
import type settlement from './en/settlement.json'
import type shop from './en/shop.json'
import type supplier from './en/supplier.json'
import type subsidies from './en/subsidies.json'
import type till from './en/till.json'
import type ui from './en/ui.json'
import type { Locale } from './locale'

/**
 * Every face has its own texts, and so has a large part of one, which loads them with its first page; `ui` are those of
 * the shared parts. Their keys are those of the English files.
 */
interface Words {
  readonly ui: typeof ui
  readonly shop: typeof shop
  readonly kitchen: typeof kitchen
  readonly 'kitchen-food': typeof kitchenFood
  readonly courier: typeof courier
  readonly till: typeof till
  readonly subsidies: typeof subsidies
  readonly console: typeof console
  readonly company: typeof company
  readonly procurement: typeof procurement
  readonly 'procurement-order': typeof procurementOrder
  readonly 'procurement-counts': typeof procurementCounts
  readonly 'procurement-forecasts': typeof procurementForecasts
  readonly 'procurement-gaps': typeof procurementGaps
  readonly 'procurement-imports': typeof procurementImports
  readonly 'procurement-matching': typeof procurementMatching
  readonly 'procurement-stock': typeof procurementStock
  readonly 'procurement-suppliers': typeof procurementSuppliers
  readonly 'procurement-tracing': typeof procurementTracing
  readonly 'procurement-receiving': typeof procurementReceiving
  readonly supplier: typeof supplier
  readonly density: typeof density
  readonly dispatch: typeof dispatch
  readonly satisfaction: typeof satisfaction
  readonly settlement: typeof settlement
  readonly provider: typeof provider
  readonly recipes: typeof recipes
  readonly safety: typeof safety
}
export type Face = keyof Words

/** `left_one` and `left_other` are asked for as `left`, with a count. */
type Asked<Key extends string> = Key extends `${infer Counted}_one` | `${infer Counted}_other` ? Counted : Key

type KeyIn<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Asked<Key>}` : KeyIn<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]

/** A key of a face: `order.title`. */
export type KeyOf<F extends Face> = KeyIn<Words[F]>

export interface Values {
  /** Only texts and numbers can be said; whole records may be handed in. */
  readonly [name: string]: unknown
  /** Chooses the form a number needs in the language. */
  readonly count?: number
  /** Said when there is no text for the key: for words that data may have before we do. */
  readonly defaultValue?: string
}

/** Says a text of one face; `ui:close` says one of the shared parts. */
export type Say<F extends Face> = (key: KeyOf<F> | `ui:${KeyOf<'ui'>}`, values?: Values) => string

export interface Tree {
  readonly [key: string]: string | Tree
}

/** The texts of some faces in one language. */
export interface Texts {
  readonly locale: Locale
  /** Whose texts are loaded. */
  readonly faces: ReadonlySet<Face>
  /** By `face:path.to.key`. */
  readonly sentences: ReadonlyMap<string, string>
}

export function textsOf(locale: Locale, faces: Readonly<Partial<Record<Face, Tree>>>): Texts {
  const sentences = new Map<string, string>()
  const add = (path: string, tree: Tree) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') sentences.set(path + key, value)
      else add(`${path}${key}.`, value)
    }
  }
  for (const [face, tree] of Object.entries(faces)) add(`${face}:`, tree)
  return { locale, faces: new Set(Object.keys(faces) as Face[]), sentences }
}

/** What says the texts of a face. A key without a text is said as it is, which tests look for. */
export function sayFrom<F extends Face>(texts: Texts, face: F): Say<F> {
  const plurals = new Intl.PluralRules(texts.locale)
  return (asked, values = {}) => {
    const key: string = asked
    const path = key.startsWith('ui:') ? key : `${face}:${key}`
    const { count } = values
    const form = count === undefined ? undefined : texts.sentences.get(`${path}_${plurals.select(count)}`)
    const sentence = form ?? texts.sentences.get(`${path}_other`) ?? texts.sentences.get(path) ?? values.defaultValue
    // a function, because `$&` in a value is not a pattern
    return (sentence ?? key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
    })
  }
}
