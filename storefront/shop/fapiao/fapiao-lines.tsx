import { useTranslation } from '../../i18n/use-translation'
import type { Fapiao } from '../../api/fapiao'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

/** Fapiao with number and state; red ones with a minus. */
export function FapiaoLines({ fapiao, currency }: { readonly fapiao: readonly Fapiao[]; readonly currency: string }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  return (
    <ul className="divide-y divide-line">
      {fapiao.map(({ id, kind, status, title, number, amountMinor }) => (
        <li key={id} className="flex items-baseline justify-between gap-3 py-2">
          <div className="min-w-0">
            <p className="font-medium">{t(`fapiao.${kind}`)}</p>
            <p className="figures text-secondary break-all text-ink-2">
              {title} · {number ?? t(`fapiao.${status}`)}
            </p>
          </div>
          <span className={kind === 'red' ? 'figures text-danger' : 'figures font-bold'}>
            {money(kind === 'red' ? -amountMinor : amountMinor, currency, locale)}
          </span>
        </li>
      ))}
    </ul>
  )
}
