import { useTranslation } from '../../i18n/use-translation'
import type { Run, SiteDay } from '../../api/operator'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Table } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { lookOf } from './run-looks'
import { Nothing } from './section'

const KINDS = { planned: 'neutral', claimed: 'info', loaded: 'info', on_the_way: 'info', done: 'brand' } as const

/** The runs of the map as a list, each with the line it is drawn with. */
export function RunList({ runs, sites }: { readonly runs: readonly Run[]; readonly sites: readonly SiteDay[] }) {
  const { t } = useTranslation('console')
  const { locale, say } = useLocale()
  const siteName = (id: string) => {
    const site = sites.find(({ siteId }) => siteId === id)
    return site ? say(site.name) : ''
  }
  const rows = runs.map((run, index) => ({ ...run, look: lookOf(index) }))
  return (
    <div id="runs" className="scroll-mt-4">
      <Table
        caption={t('operator.runs.title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Nothing>{t('operator.runs.none')}</Nothing>}
        columns={[
          {
            key: 'run',
            header: t('operator.runs.run'),
            cell: ({ number, period, siteId, look: { colour, dash } }) => (
              <span className="flex items-center gap-2 whitespace-nowrap">
                <svg aria-hidden width={28} height={8} className="shrink-0">
                  <line
                    x1={0}
                    x2={28}
                    y1={4}
                    y2={4}
                    stroke={colour}
                    strokeWidth={3}
                    strokeDasharray={dash.map((part) => part * 3).join(' ')}
                  />
                </svg>
                {siteName(siteId)} · {t(`ui:period.${period}`)} {number}
              </span>
            ),
          },
          {
            key: 'status',
            header: t('operator.orders.status'),
            cell: ({ status }) => (
              <span className="whitespace-nowrap">
                <Tag kind={KINDS[status]}>{t(`operator.runs.${status}`)}</Tag>
              </span>
            ),
          },
          { key: 'stops', header: t('operator.runs.stops'), cell: (run) => count(run.stops, locale), align: 'end' },
          { key: 'km', header: 'km', cell: (run) => count(run.metres / 1_000, locale), align: 'end' },
          {
            key: 'delivered',
            header: t('operator.kitchens.delivered'),
            cell: (run) => (
              <span className="whitespace-nowrap">
                {count(run.delivered, locale)} / {count(run.drops, locale)}
              </span>
            ),
            align: 'end',
          },
        ]}
      />
    </div>
  )
}
