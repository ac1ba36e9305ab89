import type { Recipe } from '../../../api/recipes'
import { money, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'

/** What a recipe costs by the lots on the shelf, and what is left of its price. */
export function RecipeCost({ recipe: { cost } }: { readonly recipe: Recipe }) {
  const { t } = useTranslation('recipes')
  const { locale, say } = useLocale()
  const { batchMinor, portionMinor, unpriced, marginBps } = cost
  return (
    <section className="my-3 rounded-card bg-canvas p-3">
      <p>
        {t('costOf', { batch: money(batchMinor, 'cny', locale), portion: money(portionMinor, 'cny', locale) })}
        {marginBps !== null && ` · ${t('margin')} ${percent(marginBps / 10_000, locale)}`}
      </p>
      {unpriced.length > 0 && <p className="text-danger">{t('unpricedOf', { list: unpriced.map(say).join(', ') })}</p>}
    </section>
  )
}
