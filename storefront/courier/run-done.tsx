import { PartyPopper } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { Link } from '../address/link'
import type { RunDetail } from '../api/courier'
import { useLocale } from '../i18n/use-locale'
import { buttonLook } from '../ui/button'
import { EmptyState } from '../ui/states'
import { DropResult } from './drop-row'
import { failedDrops } from './journey'
import { HOME } from './run-name'

/** A run that is over, and what is left to do about orders that failed. */
export default function RunDone({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const failed = failedDrops(run)
  const back = (
    <Link to={HOME} className={buttonLook({ kind: 'primary' })}>
      {t('backToRuns')}
    </Link>
  )
  return (
    <>
      <EmptyState title={t('finished')} text={t('finishedHint', run)} icon={<PartyPopper size={28} />} action={back} />
      {failed.length > 0 && (
        <section>
          <h2 className="mb-2 text-secondary font-medium text-ink-2">{t('toDo')}</h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {failed.map(({ stop, drop }) => (
              <li key={drop.id} className="px-4 py-3">
                <p className="figures font-semibold">{t('order', drop)}</p>
                <p className="text-secondary text-ink-2">
                  {say(stop.community)} {say(stop.name)} · {say(drop.point)}
                </p>
                <DropResult drop={drop} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
