import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Centre, type Employee, saveCentre, type Setup, showPeople, showSetup } from '../../api/company-admin'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { type Column, Table } from '../../ui/table'
import { BudgetSheet } from './budget-sheet'

type Open = { kind: 'centre'; centre?: Centre } | { kind: 'budget'; centre: Centre } | undefined

/** Cost centres with who owns them and what they may spend this month; legal entities and sites above. */
export function Centres({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const [open, setOpen] = useState<Open>()
  const params = { companyId }
  const setup = useQuery({
    queryKey: ['company-setup', companyId],
    queryFn: ({ signal }) => showSetup({ params, query: {} }, { signal }),
  })
  const staff = useQuery({
    queryKey: ['company-people', companyId],
    queryFn: ({ signal }) => showPeople({ params }, { signal }),
  })
  const people = (staff.data?.people ?? []).filter(({ leftAt }) => leftAt === null)
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]))
  const columnsOf = ({ currency }: Setup): Column<Centre>[] => [
    { key: 'code', header: t('centres.code'), cell: ({ code }) => code },
    { key: 'name', header: t('name'), cell: ({ name }) => say(name) },
    { key: 'people', header: t('centres.people'), align: 'end', cell: (one) => one.people },
    { key: 'owner', header: t('centres.owner'), cell: ({ ownerId }) => (ownerId && nameOf.get(ownerId)) || '–' },
    {
      key: 'budget',
      header: t('centres.budget'),
      align: 'end',
      cell: ({ limitMinor, usedMinor }) =>
        limitMinor === null
          ? t('centres.noBudget')
          : t('centres.used', {
              used: money(usedMinor ?? 0, currency, locale),
              limit: money(limitMinor, currency, locale),
            }),
    },
    {
      key: 'do',
      header: t('do'),
      cell: (centre) => (
        <span className="flex gap-1">
          <Button kind="quiet" size="small" onClick={() => setOpen({ kind: 'budget', centre })}>
            {t('centres.setBudget')} <span className="sr-only">{centre.code}</span>
          </Button>
          <Button kind="quiet" size="small" onClick={() => setOpen({ kind: 'centre', centre })}>
            {t('centres.change')} <span className="sr-only">{centre.code}</span>
          </Button>
        </span>
      ),
    },
  ]
  const close = () => setOpen(undefined)
  const again = () => void setup.refetch()
  return (
    <Loaded of={setup}>
      {(found) => (
        <div className="space-y-4">
          <p className="text-ink-2">
            {found.entities.map(({ name, taxNumber }) => `${say(name)} (${taxNumber})`).join(', ')}
            {found.sites.length > 0 && ` · ${found.sites.map(({ name }) => say(name)).join(', ')}`}
          </p>
          <Button onClick={() => setOpen({ kind: 'centre' })}>{t('centres.add')}</Button>
          <Table
            caption={`${t('view.centres')} ${found.month}`}
            columns={columnsOf(found)}
            rows={found.centres}
            rowKey={({ id }) => id}
          />
          {open?.kind === 'centre' && (
            <CentreSheet
              setup={found}
              people={people}
              {...(open.centre ? { centre: open.centre } : {})}
              onClose={close}
              onDone={again}
            />
          )}
          {open?.kind === 'budget' && <BudgetSheet setup={found} centre={open.centre} onClose={close} onDone={again} />}
        </div>
      )}
    </Loaded>
  )
}

interface Sheet {
  readonly setup: Setup
  readonly onClose: () => void
  readonly onDone: () => void
}

function CentreSheet({
  setup,
  people,
  centre,
  onClose,
  onDone,
}: Sheet & { readonly people: readonly Employee[]; readonly centre?: Centre }) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [code, setCode] = useState(centre?.code ?? '')
  const [name, setName] = useState(centre?.name ?? { zh: '', en: '' })
  const [ownerId, setOwner] = useState(centre?.ownerId ?? '')
  const [legalEntityId, setEntity] = useState(centre?.legalEntityId ?? setup.entities[0]?.id ?? '')
  return (
    <FormSheet
      title={centre ? t('centres.change') : t('centres.add')}
      submit={t('rules.save')}
      onClose={onClose}
      onSubmit={async (key) => {
        const body = { legalEntityId, code, name, ownerId: ownerId || null }
        const known = centre ? { costCentreId: centre.id } : {}
        await saveCentre({ params: { companyId: setup.companyId }, body: { ...body, ...known } }, { key })
        onDone()
      }}
    >
      <TextField
        label={t('centres.code')}
        required
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {(['zh', 'en'] as const).map((lang) => (
        <TextField
          key={lang}
          label={t(`field.name_${lang}`)}
          required
          maxLength={80}
          value={name[lang]}
          onChange={(event) => setName({ ...name, [lang]: event.target.value })}
        />
      ))}
      <Select label={t('centres.entity')} value={legalEntityId} onChange={(event) => setEntity(event.target.value)}>
        {setup.entities.map((entity) => (
          <option key={entity.id} value={entity.id}>
            {say(entity.name)}
          </option>
        ))}
      </Select>
      <Select
        label={t('centres.owner')}
        hint={t('centres.ownerHint')}
        value={ownerId}
        onChange={(event) => setOwner(event.target.value)}
      >
        <option value="">–</option>
        {people.map(({ personId, name: person, number }) => (
          <option key={personId} value={personId}>
            {person} {number}
          </option>
        ))}
      </Select>
    </FormSheet>
  )
}
