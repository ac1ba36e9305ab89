import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Day } from '../../api/operator'
import { day as dayName } from '../../i18n/format'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { DataTable } from '../../ui/data-table'
import type { Column } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { useAmounts } from '../procurement/use-amounts'
import { Nothing, Section } from './section'

type Text = Day['operators'][number]['name']

interface Risk extends Omit<Day['risks'][number], 'kind'> {
  readonly kind: 'shortage' | 'expired' | 'expiring'
  readonly site: Text | undefined
}

/** A lot whose last good day is over is no longer about to expire. */
const risksOf = ({ risks, sites, today }: Day): Risk[] =>
  risks.map((risk) => ({
    ...risk,
    kind: risk.kind === 'expiring' && risk.date !== null && risk.date < today ? 'expired' : risk.kind,
    site: sites.find(({ siteId }) => siteId === risk.siteId)?.name,
  }))

/** What the kitchens lacked, and what is about to expire. */
export function Risks({ day }: { readonly day: Day }) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const { quantity } = useAmounts()
  const rows = useMemo(() => risksOf(day), [day])
  const columns = useMemo(
    (): Column<Risk>[] => [
      {
        key: 'kind',
        header: t('operator.risks.kind'),
        cell: ({ kind }) => <Tag kind={kind === 'expiring' ? 'warn' : 'danger'}>{t(`operator.risks.${kind}`)}</Tag>,
        sort: ({ kind }) => kind,
      },
      {
        key: 'name',
        header: t('operator.risks.ingredient'),
        cell: ({ name }) => inLocale(name, locale),
        sort: ({ name }) => inLocale(name, locale),
      },
      {
        key: 'site',
        header: t('operator.kitchens.site'),
        cell: ({ site }) => site && inLocale(site, locale),
        sort: ({ site }) => (site ? inLocale(site, locale) : ''),
      },
      {
        key: 'date',
        header: t('operator.risks.date'),
        cell: ({ date }) => <span className="whitespace-nowrap">{date ? dayName(date, locale) : '–'}</span>,
        sort: ({ date }) => date ?? '',
      },
      {
        key: 'quantity',
        header: t('operator.risks.quantity'),
        cell: (row) => <span className="whitespace-nowrap">{quantity(row.quantity, row.unit)}</span>,
        align: 'end',
      },
    ],
    [t, locale, quantity],
  )
  return (
    <Section id="risks" title={t('operator.risks.title')} note={t('operator.risks.note')}>
      <DataTable
        caption={t('operator.risks.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.siteId} ${row.ingredientId}`}
        height="26rem"
        empty={<Nothing>{t('operator.risks.none')}</Nothing>}
      />
    </Section>
  )
}
