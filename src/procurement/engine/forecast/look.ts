import type { History } from './history'
import type { Panel } from './panel'
import type { WordEffects } from './word-effects'

/** Everything a feature may look at; days at or after `origin` only through what is known ahead. */
export interface Outlook {
  readonly panel: Panel
  readonly history: History
  /** What the words of a day's menu do, and those of a cell's own dish. */
  readonly menus: WordEffects
  readonly dishes: WordEffects
  /** The first slot whose demand is not known. */
  readonly origin: number
}
