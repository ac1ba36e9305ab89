import { useTranslation } from '../../i18n/use-translation'
import type { Statement } from '../../api/company'
import { day, money } from '../../i18n/format'
import { StatementPapers } from '../fapiao/statement-papers'
import { useLocale } from '../../i18n/use-locale'

/** The company's monthly statements, each with its files and what is open of it. */
export function StatementList({ statements }: { readonly statements: readonly Statement[] }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  return (
    <section aria-labelledby="statements" className="space-y-2 rounded-card border border-line bg-surface p-4">
      <h2 id="statements" className="font-semibold">
        {t('company.statements')}
      </h2>
      {statements.length === 0 && <p className="text-ink-2">{t('company.noStatements')}</p>}
      <ul className="divide-y divide-line">
        {statements.map((statement) => {
          const { id, number, legalEntity, totalMinor, paidMinor, currency, dueOn } = statement
          return (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-3 py-2">
              <div>
                <p className="figures">{number}</p>
                <p className="text-secondary text-ink-2">
                  {say(legalEntity)} · {t('company.due', { day: day(dueOn, locale) })}
                </p>
              </div>
              <div className="text-right">
                <p className="figures font-bold">{money(totalMinor, currency, locale)}</p>
                <p className="text-secondary text-ink-2">
                  {paidMinor >= totalMinor
                    ? t('company.paid')
                    : t('company.open', { amount: money(totalMinor - paidMinor, currency, locale) })}
                </p>
              </div>
              <p className="flex gap-3">
                {(['pdf', 'xlsx'] as const).map((format) => (
                  <a key={format} className="underline" href={`/api/company/statements/${id}/statement.${format}`}>
                    {t(`company.${format}`)} <span className="sr-only">{number}</span>
                  </a>
                ))}
              </p>
              <StatementPapers statement={statement} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
