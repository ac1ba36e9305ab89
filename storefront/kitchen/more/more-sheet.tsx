import { ListChecks, Printer, Scale, ShieldCheck, Timer, Truck, Wrench } from 'lucide-react'
import { Link } from '../../address/link'
import { LogOutButton } from '../../api/session-gate'
import { useAnswer } from '../../api/use-answer'
import { useTranslation } from '../../i18n/use-translation'
import { buttonLook } from '../../ui/button'
import { Segmented } from '../../ui/choice'
import { LanguageButton } from '../../ui/language-button'
import { Sheet } from '../../ui/sheet'
import type { Site } from '../api'
import { type Chosen, keyOf } from '../choose-service'
import { type Intake, setIntake, showIntake } from './api'
import { AtWork } from './at-work'
import { KitchenTime } from './kitchen-time'
import { tellProblem } from './tell-problem'

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
        <Link className={look} to={`/kitchen/prep?site=${site.id}`}>
          <ListChecks size={20} aria-hidden />
          {t('prep')}
        </Link>
        <Link className={look} to={`/kitchen/stations?site=${site.id}`}>
          <Wrench size={20} aria-hidden />
          {t('setUp')}
        </Link>
        <Link className={look} to={`/kitchen/transfers?site=${site.id}`}>
          <Truck size={20} aria-hidden />
          {t('transfers')}
        </Link>
        <Link className={look} to={`/kitchen/left-overs?site=${site.id}&service=${encodeURIComponent(keyOf(chosen))}`}>
          <Scale size={20} aria-hidden />
          {t('leftOvers')}
        </Link>
        <Link className={look} to={`/kitchen/crew?site=${site.id}`}>
          <Timer size={20} aria-hidden />
          {t('crew')}
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
  const set = (body: Intake) => void setIntake({ params, body }).then((intake) => put(() => intake), tellProblem)
  const choose = (mode: Intake['mode']) => {
    const minutesPerMeal = data?.minutesPerMeal ?? null
    set({ mode, leadMinutes: mode === 'busy' ? BUSY_MINUTES : 0, until: null, minutesPerMeal })
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
      {data && (
        <KitchenTime
          key={data.minutesPerMeal}
          minutes={data.minutesPerMeal}
          onSet={(minutesPerMeal) => set({ ...data, minutesPerMeal })}
        />
      )}
    </section>
  )
}
