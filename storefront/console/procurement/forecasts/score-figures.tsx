import type { Scores } from '../../../api/procurement-forecasts'
import { useLocale } from '../../../i18n/use-locale'
import { percent } from '../../../i18n/format'
import { useTranslation } from '../../../i18n/use-translation'
import { Table } from '../../../ui/table'

const ROWS = ['wape', 'bias', 'waste', 'shortage', 'coverage90'] as const

/** How good the model was, beside the planner's own numbers. */
export function ScoreFigures({ accuracy: { model, planned } }: { readonly accuracy: Scores }) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const say = (value: number | null | undefined, signed = false) => {
    if (value === null || value === undefined) return '–'
    return signed && value > 0 ? `+${percent(value, locale)}` : percent(value, locale)
  }
  return (
    <div className="mb-4">
      <Table
        caption={t('accuracy.title')}
        rows={ROWS}
        rowKey={(row) => row}
        columns={[
          {
            key: 'what',
            header: t('accuracy.measure'),
            cell: (row) => (
              <>
                <span className="font-medium">{t(`accuracy.${row}`)}</span>{' '}
                <span className="text-secondary text-ink-2 max-md:block">{t(`accuracyText.${row}`)}</span>
              </>
            ),
          },
          {
            key: 'model',
            header: t('model'),
            cell: (row) => <span className="font-semibold">{say(model[row], row === 'bias')}</span>,
            align: 'end',
          },
          {
            key: 'planned',
            header: t('planned'),
            cell: (row) => (row === 'coverage90' ? '–' : say(planned[row], row === 'bias')),
            align: 'end',
          },
        ]}
      />
    </div>
  )
}
