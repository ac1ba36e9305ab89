import { useTranslation } from '../../i18n/use-translation'
import { Switch } from '../../ui/choice'
import { usePosition } from './use-position'

/** Whether the phone says where it is while this run is under way. */
export default function SharesPosition({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('courier')
  const { shares, share } = usePosition(runId)
  return (
    <div className="mt-6 rounded-card border border-line bg-surface px-4 py-2">
      <Switch label={t('position.label')} hint={t('position.hint')} checked={shares} onChange={share} />
    </div>
  )
}
