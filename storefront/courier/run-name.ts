import { useTranslation } from '../i18n/use-translation'
import type { Run } from '../api/courier'

export const HOME = '/courier'
export const runAddress = (runId: string): string => `${HOME}/runs/${runId}`

/** How people call a run: "Lunch run 3". */
export function useRunName(): (run: Pick<Run, 'period' | 'number'>) => string {
  const { t } = useTranslation('courier')
  const { t: ui } = useTranslation('ui')
  return ({ period, number }) => t('run', { period: ui(`period.${period}`), number })
}
