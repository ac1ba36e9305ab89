import type { Allergens } from '../../kernel/allergens'
import { boxCodes } from '../../kernel/box-code'
import type { Text } from '../../kernel/text'

/** A fulfilment group on its way to a stop. */
export interface PackedGroup {
  readonly groupId: string
  readonly number: string
  /** The run's number, and the stop's place on it from 1; null for who fetches it here. */
  readonly run: number | null
  readonly stop: number | null
  /** Building and community. */
  readonly place: Text
  /** Floor, lobby or locker. */
  readonly floor: Text
  /** First character of the name. */
  readonly initial: string
  readonly boxes: number
  readonly allergens: readonly Allergens[]
  readonly eatBy: Date
}

export interface BoxLabel extends Omit<PackedGroup, 'boxes' | 'allergens'> {
  /** What a scanner reads. */
  readonly code: string
  /** This box of so many. */
  readonly box: number
  readonly boxes: number
  readonly contains: readonly string[]
  readonly mayContain: readonly string[]
  /** False when one dish is not assessed: the label then promises nothing. */
  readonly assessed: boolean
}

/** One label a box, in the order they are stacked: run, stop, floor, name. */
export const boxLabels = (groups: readonly PackedGroup[]): BoxLabel[] =>
  groups.toSorted(byRound).flatMap(({ allergens, ...group }) => {
    const contains = [...new Set(allergens.flatMap((label) => label.contains))].sort()
    const mayContain = [...new Set(allergens.flatMap((label) => label.mayContain))]
    const told = {
      contains,
      mayContain: mayContain.filter((code) => !contains.includes(code)).sort(),
      assessed: allergens.every(({ assessed }) => assessed),
    }
    return boxCodes(group.groupId, group.boxes).map((code, i) => ({ ...group, ...told, code, box: i + 1 }))
  })

const words = new Intl.Collator('zh-CN', { numeric: true })

/** What is on no run comes last. */
const after = (a: number | null, b: number | null): number => (a ?? 1e6) - (b ?? 1e6)

const byRound = (a: PackedGroup, b: PackedGroup): number =>
  after(a.run, b.run) ||
  after(a.stop, b.stop) ||
  words.compare(a.floor.zh, b.floor.zh) ||
  words.compare(a.initial, b.initial) ||
  words.compare(a.number, b.number)
