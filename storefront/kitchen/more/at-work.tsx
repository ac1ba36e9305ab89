import { useAnswer } from '../../api/use-answer'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import type { Site } from '../api'
import { clockIn, clockOut, showShift } from './api'
import { tellProblem } from './tell-problem'

const LOOK_AGAIN_MS = 60_000

/** Whether this person is at work here, and one button to come or go. */
export function AtWork({ site, onChanged }: { readonly site: Site; readonly onChanged?: () => void }) {
  const { t } = useTranslation('kitchen')
  const params = { siteId: site.id }
  const { data, put } = useAnswer((signal) => showShift({ params }, { signal }), LOOK_AGAIN_MS)
  const shift = data?.shift
  const since = shift && shift.outAt === null ? shift.inAt : undefined
  const press = () =>
    (since ? clockOut : clockIn)({ params }).then((now) => {
      put(() => ({ shift: now }))
      onChanged?.()
    }, tellProblem)
  return (
    <section className="flex items-center justify-between gap-3">
      <p>{since ? t('atWork', { time: time(since, site.zone) }) : t('notAtWork')}</p>
      <Button kind="secondary" onClick={() => void press()}>
        {t(since ? 'clockOut' : 'clockIn')}
      </Button>
    </section>
  )
}
