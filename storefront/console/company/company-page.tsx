import { useQuery } from '@tanstack/react-query'
import { setSearch, useAddress } from '../../address/use-address'
import { listEmployees } from '../../api/company'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { Select } from '../../ui/field'
import { Loaded } from '../../ui/loaded'
import { Approvals } from './approvals'
import { CompanyCatering } from './catering'
import { Centres } from './centres'
import { People } from './people'
import { Rules } from './rules'
import { Terms } from './terms'

const VIEWS = ['people', 'approvals', 'rules', 'centres', 'terms', 'catering'] as const

/** Where a company's administrator looks after people, rules, budgets, requests and catering. */
export default function CompanyPage() {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const { search } = useAddress()
  const answer = useQuery({ queryKey: ['companies'], queryFn: ({ signal }) => listEmployees(undefined, { signal }) })
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'people'
  return (
    <Loaded of={answer}>
      {({ companies }) => {
        const company = companies.find(({ id }) => id === search.get('company')) ?? companies[0]
        if (!company) return <p>{t('noCompany')}</p>
        return (
          <>
            <header className="mb-4 flex flex-wrap items-center gap-4">
              <div className="flex-1">
                <h1 className="text-title font-semibold">{say(company.name)}</h1>
                <p className="text-ink-2">
                  <a className="underline" href="/company">
                    {t('spendAndStatements')}
                  </a>
                </p>
              </div>
              {companies.length > 1 && (
                <Select
                  label={t('company')}
                  value={company.id}
                  onChange={(event) => setSearch({ company: event.target.value })}
                >
                  {companies.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {say(name)}
                    </option>
                  ))}
                </Select>
              )}
            </header>
            <div className="relative mb-4 overflow-x-auto">
              <Segmented
                label={t('show')}
                value={view}
                options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
                onChange={(next) => setSearch({ view: next })}
              />
            </div>
            {view === 'people' && <People companyId={company.id} />}
            {view === 'approvals' && <Approvals companyId={company.id} />}
            {view === 'rules' && <Rules companyId={company.id} />}
            {view === 'centres' && <Centres companyId={company.id} />}
            {view === 'terms' && <Terms companyId={company.id} />}
            {view === 'catering' && <CompanyCatering companyId={company.id} />}
          </>
        )
      }}
    </Loaded>
  )
}
