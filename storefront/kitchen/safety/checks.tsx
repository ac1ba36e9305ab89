import { Check as CheckMark, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Segmented } from '../../ui/choice'
import { TextField } from '../../ui/field'
import { type Check, signCheck } from './api'
import { type OfBook, useAct } from './use-act'

/** The self-checks of this day, week and month: to be filled in and signed, or as they were signed. */
export function Checks({ book, site, onDone }: OfBook) {
  return (
    <div className="space-y-5">
      {book.checks.map((check) => (
        <OneCheck key={`${check.rhythm} ${check.dueOn}`} check={check} site={site} book={book} onDone={onDone} />
      ))}
    </div>
  )
}

interface Found {
  readonly ok: boolean
  readonly action: string
}

function OneCheck({ check, site, onDone }: OfBook & { readonly check: Check }) {
  const { t } = useTranslation('safety')
  const { locale, say } = useLocale()
  const { busy, act } = useAct(onDone)
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({})
  const [signature, setSignature] = useState('')
  const { rhythm, dueOn, items, signed } = check
  const answers = items.flatMap(({ code }) => {
    const answer = found[code]
    return answer ? [{ code, ok: answer.ok, ...(answer.ok ? {} : { action: answer.action }) }] : []
  })
  const answerOf = (code: string) => signed?.answers.find((answer) => answer.code === code)
  return (
    <section aria-label={t(`rhythm.${rhythm}`)} className="rounded-card bg-surface p-4">
      <h2 className="flex flex-wrap items-baseline gap-3 text-title font-bold">
        {t(`rhythm.${rhythm}`)}
        <span className="text-secondary font-normal text-ink-2">{day(dueOn, locale)}</span>
      </h2>
      <ul className="divide-y divide-line">
        {items.map(({ code, text }) => (
          <li key={code} className="py-2">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 flex-1">{say(text)}</span>
              {signed ? (
                <Verdict ok={answerOf(code)?.ok ?? true} />
              ) : (
                <Segmented
                  label={say(text)}
                  value={found[code] ? (found[code].ok ? 'ok' : 'not') : ''}
                  options={[
                    { value: 'ok', label: t('ok') },
                    { value: 'not', label: t('notOk') },
                  ]}
                  onChange={(value) =>
                    setFound({ ...found, [code]: { ok: value === 'ok', action: found[code]?.action ?? '' } })
                  }
                />
              )}
            </div>
            {!signed && found[code]?.ok === false && (
              <TextField
                label={t('action')}
                value={found[code].action}
                onChange={({ target }) => setFound({ ...found, [code]: { ok: false, action: target.value } })}
              />
            )}
            {answerOf(code)?.action && <p className="text-secondary">{answerOf(code)?.action}</p>}
          </li>
        ))}
      </ul>
      {signed ? (
        <p className="mt-2 text-secondary text-ink-2">
          {t('signedBy', { name: signed.signature, time: time(signed.signedAt, site.zone) })}
        </p>
      ) : (
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <TextField label={t('signature')} value={signature} onChange={({ target }) => setSignature(target.value)} />
          <Button
            busy={busy}
            disabledBecause={answers.length < items.length || signature.trim() === '' ? t('signFirst') : undefined}
            onClick={() => act(() => signCheck({ params: { siteId: site.id }, body: { rhythm, answers, signature } }))}
          >
            {t('sign')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Verdict({ ok }: { readonly ok: boolean }) {
  const { t } = useTranslation('safety')
  return (
    <span className={`flex items-center gap-1 font-bold ${ok ? 'text-brand-700' : 'text-danger'}`}>
      {ok ? <CheckMark size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
      {t(ok ? 'ok' : 'notOk')}
    </span>
  )
}
