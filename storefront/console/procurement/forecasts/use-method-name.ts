import { useTranslation } from '../../../i18n/use-translation'

const METHODS = ['naive', 'smoothed', 'theta', 'empirical', 'boosted'] as const

/** A method in words; `boosted+theta` is the mean of two. */
export function useMethodName(): (method: string) => string {
  const { t } = useTranslation('procurement-forecasts')
  const one = (name: string) => {
    const known = METHODS.find((each) => each === name)
    return known ? t(`method.${known}`) : name
  }
  return (method) => method.split('+').map(one).join(' + ')
}
