import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Employee, endEmployment, type People as Listed, showPeople } from '../../api/company-admin'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import type { Column } from '../../ui/table'
import { notify } from '../../ui/toast'
import { useSort } from '../procurement/use-sort'
import { Invitations } from './invitations'
import { type Invited, InviteSheet } from './invite-sheet'
import { PersonSheet } from './person-sheet'
import { TakeOver } from './take-over'

type Open = { kind: 'add' } | { kind: 'invite'; who?: Invited } | { kind: 'leave'; who: Employee } | undefined

/** Everybody on the company's list: to find, add, invite, take over from a sheet, and cut off. */
export function People({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const params = { companyId }
  const answer = useQuery({
    queryKey: ['company-people', companyId],
    queryFn: ({ signal }) => showPeople({ params }, { signal }),
  })
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const again = () => void answer.refetch()
  return (
    <Loaded of={answer}>
      {({ people, invitations }) => (
        <div className="space-y-6">
          <p className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen({ kind: 'add' })}>{t('people.add')}</Button>
            <Button kind="secondary" onClick={() => setOpen({ kind: 'invite' })}>
              {t('people.invite')}
            </Button>
          </p>
          <Invitations
            companyId={companyId}
            invitations={invitations}
            onRenew={(who) => setOpen({ kind: 'invite', who })}
            onChange={again}
          />
          <List
            people={people}
            onInvite={({ name, email, department, number, personId }) =>
              setOpen({ kind: 'invite', who: { name, email: email ?? '', department, number, personId } })
            }
            onLeave={(who) => setOpen({ kind: 'leave', who })}
          />
          <TakeOver companyId={companyId} onDone={again} />
          {open?.kind === 'add' && <PersonSheet companyId={companyId} onClose={close} onDone={again} />}
          {open?.kind === 'invite' && (
            <InviteSheet
              companyId={companyId}
              {...(open.who ? { who: open.who } : {})}
              onClose={close}
              onDone={again}
            />
          )}
          {open?.kind === 'leave' && (
            <FormSheet
              title={t('people.leaveTitle', { name: open.who.name })}
              description={t('people.leaveText')}
              submit={t('people.leave')}
              danger
              onClose={close}
              onSubmit={async (key) => {
                await endEmployment({ params: { companyId, personId: open.who.personId } }, { key })
                void notify({ text: t('people.leftNow', { name: open.who.name }) })
                again()
              }}
            />
          )}
        </div>
      )}
    </Loaded>
  )
}

function List({
  people,
  onInvite,
  onLeave,
}: {
  readonly people: Listed['people']
  readonly onInvite: (person: Employee) => void
  readonly onLeave: (person: Employee) => void
}) {
  const { t } = useTranslation('company')
  const sorting = useSort()
  const [words, setWords] = useState('')
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    return people.filter((one) => `${one.name} ${one.email ?? ''} ${one.number ?? ''}`.toLowerCase().includes(wanted))
  }, [people, words])
  const columns = useMemo(
    (): Column<Employee>[] => [
      { key: 'name', header: t('name'), cell: ({ name }) => name, sort: ({ name }) => name },
      {
        key: 'number',
        header: t('number'),
        wide: true,
        cell: (one) => one.number ?? '–',
        sort: (one) => one.number ?? '',
      },
      {
        key: 'department',
        header: t('department'),
        wide: true,
        cell: ({ department }) => department,
        sort: ({ department }) => department,
      },
      { key: 'centre', header: t('centre'), wide: true, cell: ({ costCentre }) => costCentre ?? '–' },
      { key: 'shift', header: t('shift'), wide: true, cell: ({ shift }) => shift ?? '–' },
      {
        key: 'state',
        header: t('state'),
        cell: ({ leftAt, hasAccount }) =>
          leftAt ? t('people.left') : hasAccount ? t('people.here') : t('people.noAccount'),
      },
      {
        key: 'do',
        header: t('do'),
        cell: (one) =>
          !one.leftAt && (
            <span className="flex gap-1">
              {!one.hasAccount && (
                <Button kind="quiet" size="small" onClick={() => onInvite(one)}>
                  {t('people.inviteThis')} <span className="sr-only">{one.name}</span>
                </Button>
              )}
              <Button kind="quiet" size="small" onClick={() => onLeave(one)}>
                {t('people.leave')} <span className="sr-only">{one.name}</span>
              </Button>
            </span>
          ),
      },
    ],
    [t, onInvite, onLeave],
  )
  return (
    <section className="space-y-3">
      <div className="max-w-120">
        <TextField
          label={t('people.search')}
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <output className="block text-secondary text-ink-2">{t('people.count', { count: shown.length })}</output>
      <DataTable
        caption={t('view.people')}
        columns={columns}
        rows={shown}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t('people.none')} text={t('people.noneText')} />}
        {...sorting}
      />
    </section>
  )
}
