import { useTranslation } from 'react-i18next'
import { Table } from '../../ui/table'
import { departmentName } from './department-name'
import type { Person } from './people'

/** People as a table on a desk, as a list on a phone. */
export function PeopleList({ caption, people }: { readonly caption: string; readonly people: readonly Person[] }) {
  const { t } = useTranslation('shop')
  return (
    <>
      <div className="max-md:hidden">
        <Table
          caption={caption}
          rows={people}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'name', header: t('company.name'), cell: ({ name }) => <span className="font-medium">{name}</span> },
            {
              key: 'department',
              header: t('company.department'),
              cell: ({ department }) => departmentName(t, department),
            },
            { key: 'email', header: t('login.email'), cell: ({ email }) => email ?? '–' },
          ]}
        />
      </div>
      <ul aria-label={caption} className="divide-y divide-line rounded-card border border-line bg-surface md:hidden">
        {people.map(({ personId, name, department, email }) => (
          <li key={personId} className="px-4 py-3">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{name}</span>
              <span className="text-secondary text-ink-2">{departmentName(t, department)}</span>
            </p>
            {email && <p className="truncate text-secondary text-ink-2">{email}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
