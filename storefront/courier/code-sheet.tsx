import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { Drop } from '../api/courier'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { useAct } from './acts/use-act'
import { Keypad } from './keypad'

const DIGITS = 4

/** Takes the customer's code with big keys; the fourth digit sends it. */
export function CodeSheet({
  runId,
  drop,
  onClose,
  onDone,
  onFail,
}: {
  readonly runId: string
  readonly drop: Drop
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onFail: () => void
}) {
  const { t } = useTranslation('courier')
  const [code, setCode] = useState('')
  const hand = useAct(onDone)
  const { problem } = hand.problem ?? {}
  const wrong = problem?.code === 'wrong_code'
  // the refusal knows better than the run, which is read again only after it
  const left = wrong ? Number(problem.params['left']) : drop.triesLeft
  // a code that was refused is wiped, so that the next one starts afresh
  const shown = problem ? '' : code
  const locked = left === 0 || problem?.code === 'code_locked'

  const enter = (next: string) => {
    if (hand.busy) return
    hand.forget()
    setCode(next)
    if (next.length === DIGITS) hand.act({ kind: 'hand-over', runId, dropId: drop.id, number: drop.number, code: next })
  }

  return (
    <Sheet open onOpenChange={onClose} title={t('code.title', { number: drop.number })} description={t('code.hint')}>
      {locked ? (
        <Locked onFail={onFail} />
      ) : (
        <>
          <Entered count={shown.length} />
          {wrong && (
            <p role="alert" className="mb-3 text-center font-semibold text-danger">
              {t('code.wrong', { count: left })}
            </p>
          )}
          {problem && !wrong && <Problems error={hand.problem} />}
          <Keypad value={shown} most={DIGITS} onChange={enter} />
        </>
      )}
    </Sheet>
  )
}

/** One box a digit, filled as they come. */
function Entered({ count }: { readonly count: number }) {
  const { t } = useTranslation('courier')
  return (
    <output className="mb-4 flex justify-center gap-3">
      <span className="sr-only">{t('code.entered', { count })}</span>
      {Array.from({ length: DIGITS }, (_, i) => (
        <span
          key={i}
          aria-hidden
          className="grid h-14 w-12 place-items-center rounded-control border-2 border-control text-headline"
        >
          {i < count ? '•' : ''}
        </span>
      ))}
    </output>
  )
}

function Locked({ onFail }: { readonly onFail: () => void }) {
  const { t } = useTranslation('courier')
  return (
    <>
      <p role="alert" className="mb-4 rounded-control bg-danger-50 px-3 py-2 text-danger">
        {t('code.locked')}
      </p>
      <Button kind="danger" size="large" wide onClick={onFail}>
        {t('cannot')}
      </Button>
    </>
  )
}
