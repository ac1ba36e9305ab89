import { useTranslation } from '../../i18n/use-translation'
import type { Day } from '../../api/operator'
import { count, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Table } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { type MealRow, mealRows, stepsOf } from './progress'
import { ProgressBar } from './progress-bar'
import { Nothing, Section } from './section'

const STEPS = ['batches', 'ready', 'runs', 'delivered'] as const

/** Every kitchen's meals of the day, from orders to the door. A table on a desk, cards on a phone. */
export function Kitchens({ day }: { readonly day: Day }) {
  const { t } = useTranslation('console')
  const { locale, say } = useLocale()
  const rows = mealRows(day.sites)
  const keyOf = ({ menuDayId }: MealRow) => menuDayId
  return (
    <Section id="kitchens" title={t('operator.kitchens.title')} note={t('operator.kitchens.note')}>
      {rows.length === 0 ? (
        <Nothing>{t('operator.kitchens.none')}</Nothing>
      ) : (
        <>
          <div className="max-md:hidden">
            <Table
              caption={t('operator.kitchens.title')}
              rows={rows}
              rowKey={keyOf}
              columns={[
                { key: 'site', header: t('operator.kitchens.site'), cell: (row) => <Kitchen row={row} /> },
                { key: 'period', header: t('operator.kitchens.meal'), cell: (row) => t(`ui:period.${row.period}`) },
                { key: 'cutoff', header: t('operator.kitchens.cutoff'), cell: (row) => <Cutoff row={row} /> },
                {
                  key: 'serves',
                  header: t('operator.kitchens.serves'),
                  cell: (row) => <span className="figures">{time(row.servesFrom, row.zone)}</span>,
                },
                {
                  key: 'orders',
                  header: t('operator.kitchens.orders'),
                  cell: (row) => <b>{count(row.orders, locale)}</b>,
                  align: 'end' as const,
                },
                ...STEPS.map((key) => ({
                  key,
                  header: t(`operator.kitchens.${key}`),
                  cell: (row: MealRow) => <StepOf row={row} step={key} />,
                })),
              ]}
            />
          </div>
          <ul className="space-y-3 md:hidden">
            {rows.map((row) => (
              <li key={keyOf(row)} className="rounded-card border border-line bg-surface p-3">
                <p className="flex flex-wrap items-center justify-between gap-2">
                  <span className="font-semibold">
                    {say(row.site)} · {t(`ui:period.${row.period}`)}
                  </span>
                  <Cutoff row={row} />
                </p>
                <p className="figures mt-1 text-ink-2">
                  {t('operator.kitchens.phone', {
                    orders: count(row.orders, locale),
                    serves: time(row.servesFrom, row.zone),
                  })}
                </p>
                {row.orders > 0 && (
                  <dl className="mt-2 grid grid-cols-4 gap-2">
                    {STEPS.map((key) => (
                      <div key={key}>
                        <dt className="truncate text-caption text-ink-2">{t(`operator.kitchens.${key}`)}</dt>
                        <dd>
                          <StepOf row={row} step={key} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
                <Late row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Kitchen({ row }: { readonly row: MealRow }) {
  const { say } = useLocale()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="font-medium">{say(row.site)}</span>
      <Late row={row} />
    </span>
  )
}

function Late({ row: { late } }: { readonly row: MealRow }) {
  const { t } = useTranslation('console')
  if (late === 0) return null
  return <Tag kind="danger">{t('operator.kitchens.late', { count: late })}</Tag>
}

function Cutoff({ row: { cutoffAt, zone, closed } }: { readonly row: MealRow }) {
  const { t } = useTranslation('console')
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span className="figures">{time(cutoffAt, zone)}</span>
      <Tag kind={closed ? 'neutral' : 'brand'}>{t(closed ? 'operator.kitchens.closed' : 'operator.kitchens.open')}</Tag>
    </span>
  )
}

function StepOf({ row, step: key }: { readonly row: MealRow; readonly step: (typeof STEPS)[number] }) {
  const { t } = useTranslation('console')
  const step = stepsOf(row).find((own) => own.key === key)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {step && <ProgressBar step={step} />}
      {key === 'delivered' && row.failed > 0 && (
        <Tag kind="danger">{t('operator.kitchens.failed', { count: row.failed })}</Tag>
      )}
    </span>
  )
}
