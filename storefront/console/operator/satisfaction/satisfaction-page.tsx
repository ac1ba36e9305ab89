import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { setSearch, useAddress } from '../../../address/use-address'
import { type Satisfaction, type SatisfactionRow, showSatisfaction } from '../../../api/satisfaction'
import { count, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Segmented } from '../../../ui/choice'
import { Loaded } from '../../../ui/loaded'
import { Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { Nothing, Section } from '../section'

const VIEWS = ['dishes', 'kitchens', 'communities', 'cities', 'operators'] as const
type View = (typeof VIEWS)[number]

/** How content residents are, lowest first, and what somebody should look at. */
export default function SatisfactionPage() {
  const { t } = useTranslation('satisfaction')
  const answer = useQuery({
    queryKey: ['operator', 'satisfaction'],
    queryFn: ({ signal }) => showSatisfaction({ query: {} }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <header className="mb-4">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('text')}</p>
      </header>
      <Loaded of={answer}>{(data) => <Found data={data} />}</Loaded>
    </>
  )
}

function Found({ data }: { readonly data: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const { locale } = useLocale()
  const { search } = useAddress()
  const view: View = VIEWS.find((one) => one === search.get('view')) ?? 'dishes'
  if (data.all.index === null) return <Nothing>{t('none')}</Nothing>
  return (
    <div className="space-y-5">
      <p>
        <b className="figures text-headline">{percent(data.all.index, locale)}</b>{' '}
        <span className="text-ink-2">{t('all', { n: count(data.all.count, locale) })}</span>
      </p>
      <Alerts data={data} />
      <Section
        id="rows"
        title={t('rows')}
        aside={
          <Segmented
            label={t('by')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(next) => setSearch({ view: next })}
          />
        }
      >
        <Rows rows={data[view]} threshold={data.threshold} caption={t(`view.${view}`)} />
      </Section>
    </div>
  )
}

function Alerts({ data: { alerts, threshold } }: { readonly data: Satisfaction }) {
  const { t } = useTranslation('satisfaction')
  const { locale, say } = useLocale()
  if (alerts.length === 0) return null
  return (
    <Section id="alerts" title={t('alerts')} note={t('alertsNote', { threshold: percent(threshold, locale) })}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {alerts.map(({ id, kind, name, index, count: n }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <Tag kind="warn" icon={<TriangleAlert size={14} aria-hidden />}>
              {t(`kind.${kind}`)}
            </Tag>
            <b className="min-w-0 flex-1">{say(name)}</b>
            <span className="figures">{percent(index ?? 0, locale)}</span>
            <span className="text-ink-2">{t('of', { n: count(n, locale) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rows({
  rows,
  threshold,
  caption,
}: {
  readonly rows: readonly SatisfactionRow[]
  readonly threshold: number
  readonly caption: string
}) {
  const { t } = useTranslation('satisfaction')
  const { locale, say } = useLocale()
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Nothing>{t('none')}</Nothing>}
      columns={[
        { key: 'name', header: t('name'), cell: (row) => say(row.name) },
        {
          key: 'index',
          header: t('index'),
          cell: ({ index }) => (
            <span className="inline-flex items-center gap-2">
              {index !== null && index < threshold && <Tag kind="warn">{t('low')}</Tag>}
              <b>{index === null ? '–' : percent(index, locale)}</b>
            </span>
          ),
          align: 'end',
        },
        { key: 'count', header: t('count'), cell: (row) => count(row.count, locale), align: 'end' },
      ]}
    />
  )
}
