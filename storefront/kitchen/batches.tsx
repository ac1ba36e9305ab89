import { useTranslation } from '../i18n/use-translation'
import type { Batch } from './api'
import { BatchCard, type BatchCardProps } from './batch-card'

/** What to cook at once and until when to start it; what is cooked at the end. */
export function Batches({
  batches,
  hasAny,
  zone,
  stations,
  onStep,
}: Pick<BatchCardProps, 'zone' | 'stations' | 'onStep'> & {
  readonly batches: readonly Batch[]
  /** Whether any station of this service has batches: then a station without has none to wait for. */
  readonly hasAny: boolean
}) {
  const { t } = useTranslation('kitchen')
  if (batches.length === 0 && hasAny) return null
  return (
    <section aria-labelledby="batches" className="mt-5">
      <h2 id="batches" className="mb-1 text-secondary font-bold text-ink-2">
        {t('batches')}
      </h2>
      {batches.length === 0 && <p className="text-secondary text-ink-2">{t('batchesNone')}</p>}
      <ul className="space-y-2">
        {batches.map((batch) => (
          <BatchCard key={batch.id} batch={batch} zone={zone} stations={stations} onStep={onStep} />
        ))}
      </ul>
    </section>
  )
}
