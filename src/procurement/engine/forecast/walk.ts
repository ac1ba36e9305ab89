import { type Book, lookBack, openBook, type Quantiles, rowsOf } from './book'
import type { Boosted } from './boost'
import { Choice } from './choice'
import { type Asked, planFolds } from './folds'
import { chooseFold, correctFold, judgeFold } from './judge'
import { learn } from './learn'
import { LEVELS } from './levels'
import { CANDIDATES, METHODS, type Method } from './methods'
import type { Panel } from './panel'
import { speakEmpirical, speakPoints, speakTrees } from './speak'

const Q = LEVELS.length
/** Trainings over the folds asked for, at most. */
const TRAININGS = 2
/** Slots that are learnt from. */
const BACK = 600

export interface WalkOptions extends Omit<Asked, 'back'> {
  readonly seed: number
  /** Trees of an earlier walk, to be used instead of new ones. */
  readonly trained?: readonly Trained[]
  /** Hears the share that is done. */
  readonly report?: (share: number) => void
}

/** Trees that know the demand before a slot. */
export interface Trained {
  readonly before: number
  readonly trees: Boosted | undefined
}

/** The cells asked for, each as its fold foresaw it. */
export interface Walked {
  readonly cell: Int32Array
  readonly origin: Int32Array
  /** NaN where a method had nothing to say. */
  readonly methods: Readonly<Record<Method, Quantiles>>
  /** What was chosen for the series, corrected. */
  readonly chosen: Quantiles
  /** By row, index of `CANDIDATES`. */
  readonly choice: Uint8Array
  readonly trained: readonly Trained[]
}

/**
 * Forecasts cells fold by fold from nothing but what was known at each fold's origin: trains trees now and then, lets every
 * method speak, takes for each series what lost least on the folds before, and corrects quantiles by what those missed.
 */
export function walk(panel: Panel, options: WalkOptions): Walked {
  const { seed, report } = options
  const plan = planFolds({ ...options, back: BACK })
  const { folds, warmUp, asked } = plan
  const book = openBook(panel, plan, (share) => report?.(share * 0.3))
  const choice = new Choice(panel.start.length - 1, CANDIDATES.length)
  const trained = options.trained ? [...options.trained] : []
  const every = Math.ceil((folds.length - asked) / TRAININGS)
  let [judged, last] = [warmUp, folds[warmUp]?.origin ?? 0]

  for (let fold = warmUp; fold < folds.length; fold++) {
    const { origin } = folds[fold] as { origin: number }
    const [from, to] = rowsOf(book, fold)
    if (!options.trained && (fold === warmUp || (fold >= asked && (fold - asked) % every === 0))) {
      trained.push({ before: origin, trees: learn(book, { before: origin, from: origin - BACK, seed }) })
    }
    const trees = (trained.findLast(({ before }) => before <= origin) ?? trained[0])?.trees
    if (trees) speakTrees(book, trees, from, to)
    speakEmpirical(book, from, to)
    const seen = lookBack(book, fold)
    speakPoints(book, fold, seen)
    for (const name of ['empirical', 'boosted'] as const) {
      correctFold(book, fold, seen, { said: book.said[name], corrected: book.methods[name] })
    }
    choice.age(origin - last)
    last = origin
    for (; judged < fold && (folds[judged] as { until: number }).until <= origin; judged++)
      judgeFold(book, judged, choice)
    chooseFold(book, fold, choice)
    report?.(0.3 + (0.7 * (fold + 1 - warmUp)) / (folds.length - warmUp))
  }
  return { ...fromFold(book, asked), trained }
}

/** What the book says of the folds from one on. */
function fromFold({ sheet, methods, chosen, choice }: Book, fold: number): Omit<Walked, 'trained'> {
  const first = sheet.start[fold] as number
  return {
    cell: sheet.cell.subarray(first),
    origin: sheet.origin.subarray(first),
    methods: Object.fromEntries(METHODS.map((name) => [name, methods[name].subarray(first * Q)])) as Record<
      Method,
      Quantiles
    >,
    chosen: chosen.subarray(first * Q),
    choice: choice.subarray(first),
  }
}
