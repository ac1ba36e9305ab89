import { Printer, ShieldCheck } from 'lucide-react'
import { Link } from '../../address/link'
import { problemOf } from '../../api/problem'
import { LogOutButton } from '../../api/session-gate'
import { useAnswer } from '../../api/use-answer'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { Segmented } from '../../ui/choice'
import { LanguageButton } from '../../ui/language-button'
import { Sheet } from '../../ui/sheet'
import { notify } from '../../ui/toast'
import type { Site } from '../api'
import type { Chosen } from '../choose-service'
import { clockIn, clockOut, type Intake, setIntake, showIntake, showShift } from './api'

const LOOK_AGAIN_MS = 60_000
const MODES = ['open', 'busy', 'paused'] as const
/** What `busy` asks for. */
const BUSY_MINUTES = 90

export interface MoreSheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly site: Site
  readonly chosen: Chosen
}

const tellProblem = (error: unknown) => notify({ kind: 'problem', text: problemOf(error).message })

/** What a kitchen needs a few times a day: labels, food safety, how much it takes, clocking in, the language. */
export function MoreSheet({ open, onOpenChange, site, chosen }: MoreSheetProps) {
  const { t } = useTranslation('kitchen')
  const labels = `/api/kitchen/sites/${site.id}/services/${chosen.serviceDate}/${chosen.period}/labels.pdf`
  const look = buttonLook({ kind: 'secondary', wide: true })
  return (
    <Sheet open={open} onOpenChange={onOpenChange} place="panel" title={t('menu')}>
      <div className="space-y-4">
        <a className={look} href={labels} target="_blank" rel="noreferrer">
          <Printer size={20} aria-hidden />
          {t('labels')}
        </a>
        <Link className={look} to={`/kitchen/safety?site=${site.id}`}>
          <ShieldCheck size={20} aria-hidden />
          {t('foodSafety')}
        </Link>
        <Intakes siteId={site.id} />
        <AtWork site={site} />
        <div className="flex justify-between">
          <LanguageButton />
          <LogOutButton />
        </div>
      </div>
    </Sheet>
  )
}

function Intakes({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation('kitchen')
  const params = { siteId }
  const { data, put } = useAnswer((signal) => showIntake({ params }, { signal }), LOOK_AGAIN_MS)
  const choose = (mode: Intake['mode']) => {
    const minutesPerMeal = data?.minutesPerMeal ?? null
    const body = { mode, leadMinutes: mode === 'busy' ? BUSY_MINUTES : 0, until: null, minutesPerMeal }
    setIntake({ params, body }).then((intake) => put(() => intake), tellProblem)
  }
  return (
    <section aria-label={t('intake')}>
      <h3 className="mb-1 text-secondary font-bold">{t('intake')}</h3>
      <Segmented
        label={t('intake')}
        value={data?.mode ?? 'open'}
        options={MODES.map((value) => ({ value, label: t(`intakeMode.${value}`) }))}
        onChange={choose}
      />
    </section>
  )
}

function AtWork({ site }: { readonly site: Site }) {
  const { t } = useTranslation('kitchen')
  const params = { siteId: site.id }
  const { data, put } = useAnswer((signal) => showShift({ params }, { signal }), LOOK_AGAIN_MS)
  const shift = data?.shift
  const since = shift && shift.outAt === null ? shift.inAt : undefined
  const press = () => (since ? clockOut : clockIn)({ params }).then((now) => put(() => ({ shift: now })), tellProblem)
  return (
    <section className="flex items-center justify-between gap-3">
      <p>{since ? t('atWork', { time: time(since, site.zone) }) : t('notAtWork')}</p>
      <Button kind="secondary" onClick={() => void press()}>
        {t(since ? 'clockOut' : 'clockIn')}
      </Button>
    </section>
  )
}
