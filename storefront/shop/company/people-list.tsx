import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Table } from '../../ui/table'
import { departmentName } from './department-name'
import type { Person } from './people'

/** So many at first, and so many more at each wish. */
const PAGE = 50

/** People as a table on a desk, as a list on a phone, fifty at a time. */
export function PeopleList({ caption, people: all }: { readonly caption: string; readonly people: readonly Person[] }) {
  const { t } = useTranslation('shop')
  const [shown, setShown] = useState(PAGE)
  const people = all.slice(0, shown)
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
      {all.length > shown && (
        <Button kind="secondary" wide onClick={() => setShown(shown + PAGE)}>
          {t('company.more', { count: Math.min(PAGE, all.length - shown) })}
        </Button>
      )}
    </>
  )
}
