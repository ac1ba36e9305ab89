import { percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import type { FanWords } from '../../../ui/chart/fan-chart'

/** What the lines and grounds of a fan chart mean. */
export function FanKey({ words, levels }: { readonly words: FanWords; readonly levels: readonly number[] }) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const [low, high] = [levels[0], levels.at(-1)]
  const share = low !== undefined && high !== undefined ? percent(high - low, locale) : ''
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-secondary text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block h-0.5 w-5 bg-ink" /> {words.actual}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block h-0.5 w-5 bg-brand-600" /> {words.median}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block h-3 w-5 rounded-[3px] bg-brand-100" /> {t('band', { share })}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block w-5 border-t-2 border-dashed border-warn-600" /> {words.planned}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block size-2.5 rounded-full border-2 border-brand-600 bg-control" />{' '}
        {words.chosen}
      </li>
    </ul>
  )
}
