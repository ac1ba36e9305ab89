import { useTranslation } from '../../i18n/use-translation'
import type { Spend } from '../../api/company'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

const PER = { meal: 'company.perMeal', day: 'company.perDay', month: 'company.perMonth' } as const

/** What a company pays by rule, where its budgets stand and what this month came to; nobody's name. */
export function SpendPanel({ spend }: { readonly spend: Spend }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, spend.currency, locale)
  const centres = [...new Set(spend.spend.map(({ costCentre }) => costCentre))].map((costCentre) => {
    const days = spend.spend.filter((row) => row.costCentre === costCentre)
    const sum = (of: 'meals' | 'amountMinor') => days.reduce((total, row) => total + row[of], 0)
    return { costCentre, meals: sum('meals'), amountMinor: sum('amountMinor') }
  })
  return (
    <section aria-labelledby="spend" className="space-y-3 rounded-card border border-line bg-surface p-4">
      <header className="flex items-baseline justify-between gap-3">
        <h2 id="spend" className="font-semibold">
          {t('company.spend')} <span className="figures font-normal text-ink-2">{spend.month}</span>
        </h2>
        <p className="figures text-title font-bold">{amount(spend.totalMinor)}</p>
      </header>
      {spend.creditStopped && <output className="block">{t('company.stopped')}</output>}
      <dl className="figures space-y-1">
        {centres.map(({ costCentre, meals, amountMinor }) => (
          <div key={costCentre} className="flex justify-between gap-3">
            <dt>
              {costCentre || t('company.noCentre')}{' '}
              <span className="text-ink-2">{t('company.meals', { count: meals })}</span>
            </dt>
            <dd>{amount(amountMinor)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="font-semibold">{t('company.rules')}</h3>
      <ul>
        {spend.rules.map(({ id, name, per, amountMinor }) => (
          <li key={id} className="flex justify-between gap-3">
            {say(name)} <span className="figures">{t(PER[per], { amount: amount(amountMinor) })}</span>
          </li>
        ))}
      </ul>
      {spend.budgets.length > 0 && (
        <>
          <h3 className="font-semibold">{t('company.budgets')}</h3>
          <ul>
            {spend.budgets.map(({ id, name, usedMinor, limitMinor }) => (
              <li key={id} className="flex justify-between gap-3">
                {say(name)}
                <span className="figures">
                  {t('company.used', { used: amount(usedMinor), limit: amount(limitMinor) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
