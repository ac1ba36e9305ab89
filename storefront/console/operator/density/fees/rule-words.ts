import type { DensityAnswer } from '../../../../api/density'
import type { FeeRule } from '../../../../api/fees'
import { count, money } from '../../../../i18n/format'
import { inLocale } from '../../../../i18n/locale'
import type { Locale } from '../../../../i18n/locale'
import type { Say } from '../../../../i18n/texts'

/** What must hold for a rule, as a person would say it; "every drop" when it names nothing. */
export function conditionsOf(rule: FeeRule, density: DensityAnswer, t: Say<'density'>, locale: Locale): string[] {
  const amount = (minor: number) => money(minor, density.currency, locale)
  const km = (metres: number) => count(metres / 1_000, locale)
  const community = density.communities.find(({ communityId }) => communityId === rule.communityId)
  const kitchen = density.kitchens.find(({ siteId }) => siteId === rule.siteId)
  const parts: string[] = []
  if (rule.communityId !== null) parts.push(community ? inLocale(community.name, locale) : rule.communityId)
  if (rule.siteId !== null)
    parts.push(t('fees.fromKitchen', { kitchen: kitchen ? inLocale(kitchen.name, locale) : rule.siteId }))
  if (rule.pointKind !== null) parts.push(t(`fees.kind.${rule.pointKind}`))
  if (rule.fromMetres > 0) parts.push(t('fees.fromKm', { km: km(rule.fromMetres) }))
  if (rule.toMetres !== null) parts.push(t('fees.belowKm', { km: km(rule.toMetres) }))
  if (rule.fromMinor > 0) parts.push(t('fees.fromValue', { amount: amount(rule.fromMinor) }))
  if (rule.toMinor !== null) parts.push(t('fees.belowValue', { amount: amount(rule.toMinor) }))
  return parts.length > 0 ? parts : [t('fees.everywhere')]
}

/** What a rule asks: an amount, and what every further kilometre adds. */
export function priceOf(rule: FeeRule, currency: string, t: Say<'density'>, locale: Locale): string {
  const base = rule.feeMinor === 0 && rule.perKmMinor === 0 ? t('fees.free') : money(rule.feeMinor, currency, locale)
  return rule.perKmMinor === 0 ? base : t('fees.perKm', { base, more: money(rule.perKmMinor, currency, locale) })
}
