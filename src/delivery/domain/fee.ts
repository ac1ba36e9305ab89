import type { Text } from '../../kernel/text'
import type { PointKind } from './failure'

/** What a drop costs where all that the rule names holds. Lower ends are in, upper ends are out; null means "any" or "no end". */
export interface FeeRule {
  readonly id: string
  readonly siteId: string | null
  readonly communityId: string | null
  readonly pointKind: PointKind | null
  /** Road metres from the kitchen to the building. */
  readonly fromMetres: number
  readonly toMetres: number | null
  /** What the meal costs without its delivery, in minor units. */
  readonly fromMinor: number
  readonly toMinor: number | null
  readonly feeMinor: number
  /** For every kilometre begun beyond `fromMetres`. */
  readonly perKmMinor: number
}

/** One meal on its way from a kitchen to a point. */
export interface Drop {
  readonly siteId: string
  readonly communityId: string
  readonly pointKind: PointKind
  readonly metres: number
  readonly itemsMinor: number
  /** What the point itself asks where no rule applies. */
  readonly pointFeeMinor: number
}

export interface Fee {
  readonly feeMinor: number
  /** Null when it is the point's own. */
  readonly ruleId: string | null
  /** Why, in words. */
  readonly reason: Text
}

/**
 * The fee of a drop by the rule that names most: a community before a kitchen, a kitchen before a kind of point; among
 * equals the one for larger orders, then for longer ways. Without a rule the point asks what it always has.
 */
export function feeFor(rules: readonly FeeRule[], drop: Drop): Fee {
  const [rule] = rules.filter((each) => applies(each, drop)).sort(byPrecision)
  if (!rule) return { feeMinor: drop.pointFeeMinor, ruleId: null, reason: OF_THE_POINT }
  const beyond = Math.max(0, Math.ceil((drop.metres - rule.fromMetres) / 1_000))
  return { feeMinor: rule.feeMinor + rule.perKmMinor * beyond, ruleId: rule.id, reason: reasonOf(rule, drop) }
}

const OF_THE_POINT: Text = { zh: '该取餐点的配送费', en: 'the fee of this point' }

const applies = (rule: FeeRule, drop: Drop): boolean =>
  (rule.siteId === null || rule.siteId === drop.siteId) &&
  (rule.communityId === null || rule.communityId === drop.communityId) &&
  (rule.pointKind === null || rule.pointKind === drop.pointKind) &&
  isWithin(drop.metres, rule.fromMetres, rule.toMetres) &&
  isWithin(drop.itemsMinor, rule.fromMinor, rule.toMinor)

const isWithin = (value: number, from: number, to: number | null): boolean =>
  value >= from && (to === null || value < to)

const precision = ({ communityId, siteId, pointKind }: FeeRule): number =>
  (communityId === null ? 0 : 4) + (siteId === null ? 0 : 2) + (pointKind === null ? 0 : 1)

const byPrecision = (a: FeeRule, b: FeeRule): number =>
  precision(b) - precision(a) ||
  b.fromMinor - a.fromMinor ||
  b.fromMetres - a.fromMetres ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** All that made the rule apply, as one would say it at the door. */
function reasonOf(rule: FeeRule, { metres }: Drop): Text {
  const parts: Text[] = []
  if (rule.communityId !== null) parts.push({ zh: '本小区', en: 'for your community' })
  if (rule.pointKind !== null) parts.push(KINDS[rule.pointKind])
  if (rule.fromMetres > 0 || rule.toMetres !== null || rule.perKmMinor > 0) {
    const km = (metres / 1_000).toFixed(1)
    parts.push({ zh: `路程 ${km} 公里`, en: `${km} km from the kitchen` })
  }
  if (rule.fromMinor > 0)
    parts.push({ zh: `满 ${amount(rule.fromMinor)} 元`, en: `orders from ${amount(rule.fromMinor)}` })
  if (rule.toMinor !== null)
    parts.push({ zh: `不满 ${amount(rule.toMinor)} 元`, en: `orders below ${amount(rule.toMinor)}` })
  if (parts.length === 0) parts.push({ zh: '统一配送费', en: 'the same for everybody' })
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

const amount = (minor: number): string => (minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2))

const KINDS: Readonly<Record<PointKind, Text>> = {
  door: { zh: '送到门口', en: 'to the door' },
  lobby: { zh: '送到大堂', en: 'to the lobby' },
  locker: { zh: '放取餐柜', en: 'to a locker' },
  desk: { zh: '送到前台', en: 'to the desk' },
  canteen: { zh: '到食堂', en: 'to the canteen' },
}
