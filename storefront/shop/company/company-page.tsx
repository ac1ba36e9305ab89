import { Building2, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { useLoaderData, useSearchParams } from 'react-router'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { EmptyState } from '../../ui/states'
import { usePageTitle } from '../page-title'
import { DepartmentFilter } from './department-filter'
import type { loadCompanies } from './load-companies'
import { departmentsOf, found } from './people'
import { PeopleList } from './people-list'
import { SpendPanel } from './spend-panel'
import { StatementList } from './statement-list'

/** Where a company admin starts: the people whose meals the company may pay, to search and sort by department. */
export function CompanyPage() {
  const { companies, spends, statements } = useLoaderData<Awaited<ReturnType<typeof loadCompanies>>>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const [search, setSearch] = useSearchParams()
  usePageTitle(t('company.title'))
  // not kept in the address: a letter typed while the page goes there would be lost
  const [words, setWords] = useState(search.get('search') ?? '')
  const department = search.get('department') ?? ''
  const company = companies.find(({ id }) => id === search.get('company')) ?? companies[0]
  const set = (values: Readonly<Record<string, string>>) => {
    const next = { ...Object.fromEntries(search), ...values }
    const kept = Object.entries(next).filter(([, value]) => value !== '')
    setSearch(Object.fromEntries(kept), { replace: true, preventScrollReset: true })
  }
  const showAll = () => {
    setWords('')
    set({ search: '', department: '' })
  }
  if (!company) {
    return <EmptyState title={t('company.none')} text={t('company.text')} icon={<Building2 size={28} />} />
  }
  const spend = spends[company.id]
  const people = found(company.employees, words, department)
  return (
    <div className="space-y-4 px-4">
      <header className="flex flex-wrap items-end justify-between gap-3 pt-5">
        <div>
          <h1 className="text-headline font-bold">{say(company.name)}</h1>
          <p className="text-ink-2">{t('company.people', { count: company.employees.length })}</p>
          <p>
            <a className="underline" href={`/console/company?company=${company.id}`}>
              {t('company.manage')}
            </a>
          </p>
        </div>
        {companies.length > 1 && (
          <Select
            label={t('company.title')}
            value={company.id}
            onChange={(event) => set({ company: event.target.value, department: '' })}
          >
            {companies.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </Select>
        )}
      </header>
      <div className="grid gap-4 lg:grid-cols-2">
        {spend && <SpendPanel spend={spend} />}
        <StatementList statements={statements.filter(({ companyId }) => companyId === company.id)} />
      </div>
      <div className="max-w-120">
        <TextField
          label={t('company.search')}
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <DepartmentFilter
        departments={departmentsOf(company.employees)}
        value={department}
        onChange={(next) => set({ department: next })}
      />
      <output className="block text-secondary text-ink-2">{t('company.found', { count: people.length })}</output>
      {people.length > 0 ? (
        <PeopleList caption={say(company.name)} people={people} />
      ) : (
        <Nobody empty={company.employees.length === 0} onClear={showAll} />
      )}
    </div>
  )
}

function Nobody({ empty, onClear }: { readonly empty: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation('shop')
  if (empty) return <EmptyState title={t('company.none')} text={t('company.text')} icon={<Building2 size={28} />} />
  return (
    <EmptyState
      title={t('company.noneFits')}
      text={t('company.noneFitsText')}
      icon={<SearchX size={28} />}
      action={
        <Button kind="secondary" onClick={onClear}>
          {t('company.showAll')}
        </Button>
      }
    />
  )
}
