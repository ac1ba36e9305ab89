import { money } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import type { TillPayer } from './api'

/** Who pays a part and why, in words; and why somebody does not. */
export function PayerLines({ payers, currency }: { readonly payers: readonly TillPayer[]; readonly currency: string }) {
  const { t } = useTranslation('till')
  const { locale, say } = useLocale()
  return (
    <ul className="text-secondary">
      {payers.map(({ kind, name, amountMinor, reason }, i) => (
        <li key={`${kind} ${i}`} className="flex items-baseline gap-2 py-0.5">
          <span className="min-w-0 flex-1">
            {say(name)}
            <span className="text-ink-2">
              {' '}
              · {t(`reason.${reason.code as 'scheme_grant'}`, { defaultValue: kind })}
            </span>
          </span>
          {amountMinor > 0 && <span className="figures">−{money(amountMinor, currency, locale)}</span>}
        </li>
      ))}
    </ul>
  )
}
