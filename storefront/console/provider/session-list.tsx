import { useState } from 'react'
import { type Calendar, callOff, type Session } from '../../api/provider'
import { dateIn, day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { FormSheet } from '../../ui/form-sheet'
import { Tag } from '../../ui/tag'

/** Departures, entries, harvests and pick-up times, how full each is, and calling one off that too few have booked. */
export function SessionList({
  calendar: { provider, sessions, now },
  onDone,
}: {
  readonly calendar: Calendar
  readonly onDone: () => void
}) {
  const { t } = useTranslation('provider')
  const { locale, say } = useLocale()
  const [asked, setAsked] = useState<Session>()
  if (sessions.length === 0) return null
  return (
    <section aria-label={t('sessions')} className="rounded-card border border-line bg-surface p-3">
      <h2 className="font-semibold">{t('sessions')}</h2>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-1.5">
            <span>
              <span className="figures">
                {day(dateIn(session.startsAt, provider.zone), locale)} {time(session.startsAt, provider.zone)}
              </span>{' '}
              {say(session.name)}
            </span>
            <span className="flex items-center gap-3">
              {session.calledOff && <Tag kind="danger">{t('calledOff')}</Tag>}
              <span className="figures">
                {session.sold} / {session.seats}
              </span>
              {session.sold < session.minimum && !session.calledOff && session.startsAt > now && (
                <>
                  <Tag kind="warn">{t('below', { count: session.minimum - session.sold })}</Tag>
                  <Button kind="quiet" onClick={() => setAsked(session)}>
                    {t('callOff.open')}
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {asked && (
        <FormSheet
          title={t('callOff.title', { name: say(asked.name) })}
          description={t('callOff.text')}
          submit={t('callOff.submit')}
          danger
          onSubmit={async (key) => {
            await callOff({ params: { providerId: provider.id, poolId: asked.id } }, { key })
            onDone()
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}
