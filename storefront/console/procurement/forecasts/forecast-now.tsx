import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { requestForecast, type SeriesList, showRun } from '../../../api/procurement-forecasts'
import { dateIn, day, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'
import { useZone } from '../use-zone'

const ASK_EVERY_MS = 700

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Forecasts a site at once instead of at night, and says how far it is. */
export function ForecastNow({ siteId, run }: { readonly siteId: string; readonly run: SeriesList['run'] }) {
  const { t } = useTranslation('procurement-forecasts')
  const { locale } = useLocale()
  const zone = useZone(siteId)
  const refresh = useRefresh()
  const [progress, setProgress] = useState<number>()
  const start = async () => {
    setProgress(0)
    try {
      const params = { siteId }
      let state = await requestForecast({ params })
      while (!state.finishedAt) {
        setProgress(state.progress)
        await pause(ASK_EVERY_MS)
        state = await showRun({ params: { siteId, runId: state.id } })
      }
      await refresh()
      void notify({ text: t('run.done', { count: state.series ?? 0 }) })
    } catch {
      void notify({ kind: 'problem', text: t('ui:error.text') })
    }
    setProgress(undefined)
  }
  const at = run?.finishedAt
  return (
    <div className="flex items-center gap-3">
      {progress !== undefined && (
        <span className="flex items-center gap-2 text-ink-2">
          <progress className="h-2 w-28 accent-brand-600" max={100} value={progress} aria-label={t('run.now')} />
          <span className="figures">{progress}%</span>
        </span>
      )}
      {progress === undefined && at && (
        <span className="text-secondary text-ink-2">
          {t('run.last', { day: day(dateIn(at, zone), locale), time: time(at, zone) })}
        </span>
      )}
      <Button
        kind="secondary"
        className="whitespace-nowrap"
        busy={progress !== undefined}
        icon={<RefreshCw size={16} aria-hidden />}
        onClick={() => void start()}
      >
        {t('run.now')}
      </Button>
    </div>
  )
}
