import type { OrderLine } from '../../../api/procurement'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { useAmounts } from '../use-amounts'
import { missingOf } from './missing'

/** What led from the missing quantity to these packs of this supplier, sentence by sentence. */
export function useReasons({ reason, unit, packSize, packs, changed }: OrderLine): readonly string[] {
  const { t } = useTranslation('procurement-order')
  const { locale } = useLocale()
  const { quantity, yuan } = useAmounts()
  const { priceBreak, leadDays, shelfLifeDays, topUpPacks } = reason
  const sentences = [
    t('why.formula', {
      missing: quantity(missingOf(reason), unit),
      size: quantity(packSize, unit),
      packs,
      quantity: quantity(packs * packSize, unit),
    }),
    reason.minimumPacks > 1 && t('why.minimum', { packs: reason.minimumPacks }),
    reason.multiplePacks > 1 && t('why.multiple', { packs: reason.multiplePacks }),
    priceBreak && t('why.priceBreak', { packs: priceBreak.packs, price: yuan(priceBreak.priceMinor) }),
    topUpPacks > 0 && t('why.topUp', { count: topUpPacks }),
    t('why.lasts', { until: day(reason.until, locale) }),
    shelfLifeDays > 0 && t('why.shelf', { count: shelfLifeDays }),
    t(`why.${reason.supplier}`),
    leadDays === 0 ? t('why.lead0') : t('why.lead', { count: leadDays }),
    reason.cutoffPassed && t('why.cutoff'),
    changed && t('why.changed'),
  ]
  return sentences.filter((sentence) => typeof sentence === 'string')
}
