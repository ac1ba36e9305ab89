import { Building2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { redirect, useLoaderData } from 'react-router'
import { type Company, listEmployees } from '../../api/company'
import { problemOf } from '../../api/problem'
import { useLocale } from '../../i18n/use-locale'
import { EmptyState } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'

export const loadCompanies = loading(({ visitor: { fetcher }, signal }) =>
  listEmployees(undefined, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).status === 401) throw redirect('/login?next=/company')
    throw error
  }),
)

/** Where a company admin starts: the people whose meals the company may pay. */
export function CompanyPage() {
  const { companies } = useLoaderData<Awaited<ReturnType<typeof loadCompanies>>>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  usePageTitle(t('company.title'))
  const columns: Column<Company['employees'][number]>[] = [
    { key: 'name', header: t('company.name'), cell: ({ name }) => name },
    { key: 'department', header: t('company.department'), cell: ({ department }) => department },
    { key: 'email', header: t('login.email'), cell: ({ email }) => email ?? '' },
  ]
  return (
    <div className="space-y-6 px-4">
      <h1 className="pt-5 text-headline font-bold">{t('company.title')}</h1>
      {companies.map(({ id, name, employees }) => (
        <section key={id}>
          <h2 className="mb-2 text-title font-semibold">
            {say(name)} · {t('company.people', { count: employees.length })}
          </h2>
          <Table
            caption={say(name)}
            columns={columns}
            rows={employees}
            rowKey={({ personId }) => personId}
            empty={<EmptyState title={t('company.none')} text={t('company.text')} icon={<Building2 size={28} />} />}
          />
        </section>
      ))}
    </div>
  )
}
