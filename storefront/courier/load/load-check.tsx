import { CircleCheck, Circle, PackageX, ScanLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { RunDetail } from '../../api/courier'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Problems, Skeleton } from '../../ui/states'
import { useAct } from '../acts/use-act'
import { type Box, type Heard, heardOf, type Load, loadOf } from './load'
import { useScanned } from './use-scanned'

const Scanner = lazy(() => import('../../scan/scanner').then(({ Scanner: Component }) => ({ default: Component })))

const SHORTEST_REASON = 3

/** Checks every box into the van, by camera or by hand; then the van is loaded, or goes with a reason. */
export default function LoadCheck({ run, onClose }: { readonly run: RunDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('courier')
  const scanned = useScanned(run.id)
  const [heard, setHeard] = useState<Heard>()
  const [reason, setReason] = useState<string>()
  const load = loadOf(run, scanned.codes)
  const done = () => {
    scanned.forget()
    onClose()
  }
  const finish = useAct(done)
  const onCode = (code: string) => {
    const next = heardOf(run, scanned.codes, code)
    setHeard(next)
    navigator.vibrate?.(next.is === 'right' ? 60 : [80, 60, 80])
    // what is not of this run is only said: it does not go into the van
    if (next.is === 'right') scanned.add(next.box.code)
  }
  const send = (why?: string) =>
    finish.act({ kind: 'load', runId: run.id, scanned: scanned.codes, ...(why ? { reason: why } : {}) })
  const missing = load.boxes.length - load.scanned
  const short = (reason ?? '').trim().length < SHORTEST_REASON
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('load.title')}
      description={t('load.hint')}
      footer={
        <div className="space-y-2">
          {finish.problem && <Problems error={finish.problem} />}
          {load.isComplete && (
            <Button size="large" wide busy={finish.busy} onClick={() => send()}>
              {t('load.done')}
            </Button>
          )}
          {!load.isComplete && reason === undefined && (
            <Button kind="secondary" size="large" wide onClick={() => setReason('')}>
              {t('load.without', { count: missing })}
            </Button>
          )}
          {!load.isComplete && reason !== undefined && (
            <>
              <TextField
                label={t('load.why')}
                value={reason}
                maxLength={200}
                onChange={({ target }) => setReason(target.value)}
              />
              <Button
                kind="danger"
                size="large"
                wide
                busy={finish.busy}
                disabledBecause={short ? t('load.whyFirst') : undefined}
                onClick={() => send(reason.trim())}
              >
                {t('load.anyway')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <Suspense fallback={<Skeleton className="h-40 w-full" />}>
        <Scanner label={t('load.code')} onCode={onCode} />
      </Suspense>
      <output className="mt-3 block min-h-6 font-semibold">{heard && <Said heard={heard} />}</output>
      <Boxes load={load} onCheck={onCode} onUncheck={scanned.remove} />
    </Sheet>
  )
}

const LOOKS = { right: 'text-brand-700', again: 'text-ink-2', foreign: 'text-danger' }
const ICONS = { right: CircleCheck, again: ScanLine, foreign: PackageX }

/** What the last code was. */
function Said({ heard }: { readonly heard: Heard }) {
  const { t } = useTranslation('courier')
  const Icon = ICONS[heard.is]
  return (
    <span className={`flex items-center gap-2 wrap-anywhere ${LOOKS[heard.is]}`}>
      <Icon size={20} aria-hidden className="shrink-0" />
      {heard.is === 'foreign' ? t('load.foreign', { code: heard.code }) : t(`load.${heard.is}`, { ...heard.box })}
    </span>
  )
}

function Boxes({
  load,
  onCheck,
  onUncheck,
}: {
  readonly load: Load
  readonly onCheck: (code: string) => void
  readonly onUncheck: (code: string) => void
}) {
  const { t } = useTranslation('courier')
  const label = t('load.count', { scanned: load.scanned, boxes: load.boxes.length })
  return (
    <>
      <h3 className="figures mt-3 mb-1 font-semibold">{label}</h3>
      <ul className="divide-y divide-line">
        {load.boxes.map((box) => (
          <BoxRow key={box.code} box={box} onPress={() => (box.isScanned ? onUncheck : onCheck)(box.code)} />
        ))}
      </ul>
    </>
  )
}

function BoxRow({ box, onPress }: { readonly box: Box; readonly onPress: () => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const { number, part, parts, stop, isScanned } = box
  const Icon = isScanned ? CircleCheck : Circle
  return (
    <li>
      <button
        type="button"
        aria-pressed={isScanned}
        onClick={onPress}
        className="flex min-h-target w-full items-center gap-3 py-1 text-left"
      >
        <Icon size={24} aria-hidden className={`shrink-0 ${isScanned ? 'text-brand-700' : 'text-control'}`} />
        <span className="figures min-w-0 flex-1">
          <span className="font-semibold">{number}</span>
          {parts > 1 && <span className="ml-2 text-secondary text-ink-2">{t('load.part', { part, parts })}</span>}
        </span>
        <span className="figures shrink-0 text-right text-secondary text-ink-2">
          {stop.sequence} · {say(stop.name)}
        </span>
      </button>
    </li>
  )
}
