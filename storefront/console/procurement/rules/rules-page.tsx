import { showRules } from '../../../api/procurement-orders'
import { useSession } from '../../../api/session-gate'
import { useTranslation } from '../../../i18n/use-translation'
import { Loaded } from '../../../ui/loaded'
import { MatchingPages } from '../matching/matching-pages'
import { Shell } from '../shell'
import { useAsked } from '../use-procurement'
import { RulesForm } from './rules-form'

/** From which amount two people approve, and how far invoices and counts may be off before somebody looks. */
export default function RulesPage() {
  const { t } = useTranslation('procurement-matching')
  const { me } = useSession()
  const asked = useAsked(['rules'], (signal) => showRules({}, { signal }))
  return (
    <Shell>
      <div className="mb-3 flex justify-end">
        <MatchingPages />
      </div>
      <Loaded of={asked}>
        {({ rules }) => (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {rules.map((own) => (
              <RulesForm
                key={own.operatorId}
                rules={own}
                mayChange={me.roles.some(
                  ({ role, operatorId }) => role === 'operator' && operatorId === own.operatorId,
                )}
              />
            ))}
            <p className="text-ink-2">{t('rules.who')}</p>
          </div>
        )}
      </Loaded>
    </Shell>
  )
}
