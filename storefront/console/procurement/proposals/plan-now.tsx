import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { type Overview, requestReview, showReview } from '../../../api/procurement'
import { useLocale } from '../../../i18n/use-locale'
import { Button } from '../../../ui/button'
import { Select } from '../../../ui/field'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'

const ASK_EVERY_MS = 500
/** After this we say that it takes longer; the list is told when it is done. */
const PATIENCE_MS = 20_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How many lines a review proposed; undefined when it has not finished in time. */
async function resultOf(reviewId: string): Promise<number | undefined> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(ASK_EVERY_MS)) {
    const review = await showReview({ params: { reviewId } })
    if (review.finishedAt) return review.proposedLines ?? 0
  }
  return undefined
}

/** Looks at one site at once instead of at night. */
export function PlanNow({ sites }: { readonly sites: Overview['sites'] }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const refresh = useRefresh()
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '')
  const [busy, setBusy] = useState(false)
  const chosen = sites.find(({ id }) => id === siteId)
  if (!chosen) return null

  const plan = async () => {
    const site = say(chosen.name)
    setBusy(true)
    try {
      const { id } = await requestReview({ body: { siteId } })
      const lines = await resultOf(id)
      await refresh()
      if (lines === undefined) void notify({ text: t('plan.slow', { site }) })
      else if (lines === 0) void notify({ text: t('plan.nothing', { site }) })
      else void notify({ text: t('plan.done', { site, count: lines }) })
    } catch {
      void notify({ kind: 'problem', text: t('ui:error.text') })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="flex items-center gap-2">
      <Select label={t('plan.site')} hideLabel value={siteId} onChange={(event) => setSiteId(event.target.value)}>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      <Button
        kind="secondary"
        className="whitespace-nowrap"
        busy={busy}
        icon={<RefreshCw size={16} aria-hidden />}
        onClick={() => void plan()}
      >
        {t('plan.now')}
      </Button>
    </div>
  )
}
