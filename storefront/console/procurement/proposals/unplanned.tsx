import { useTranslation } from '../../../i18n/use-translation'
import type { Overview } from '../../../api/procurement'
import { useLocale } from '../../../i18n/use-locale'
import { Card } from '../../../ui/card'

/** What the last plans could not order, and why: nothing is dropped in silence. */
export function Unplanned({ overview }: { readonly overview: Overview | undefined }) {
  const { t } = useTranslation('procurement')
  const { say } = useLocale()
  const sites = (overview?.sites ?? []).filter(({ unplanned }) => unplanned.length > 0)
  if (sites.length === 0) return null
  return (
    <Card as="section" className="mt-4">
      <h2 className="font-semibold">{t('plan.unplanned')}</h2>
      {sites.map(({ id, name, unplanned }) => (
        <p key={id} className="mt-1">
          <span className="font-medium">{say(name)}: </span>
          {unplanned.map(({ ingredient, reason }) => `${say(ingredient)} (${t(`plan.${reason}`)})`).join(' · ')}
        </p>
      ))}
    </Card>
  )
}
