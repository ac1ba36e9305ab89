import { TriangleAlert } from 'lucide-react'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { useUseBy } from '../safety/use-by'
import type { Food } from './api'

/** A batch's clock in a line: since when it runs, until when it is good, and what is wrong with it. */
export function ClockLine({ clock, zone }: { readonly clock: Food; readonly zone: string }) {
  const { t } = useTranslation('safety')
  const useBy = useUseBy(zone)
  const { state, cookedAt } = clock
  const bad = state !== 'good'
  return (
    <span className={`block text-secondary ${bad ? 'font-bold text-danger' : 'text-ink-2'}`}>
      {bad && <TriangleAlert size={16} aria-hidden className="mr-1 inline" />}
      {bad && `${t(`state.${state}`)} · `}
      {t('cookedAt', { time: time(cookedAt, zone) })} · {t('useBy', { time: useBy(clock) })}
    </span>
  )
}
