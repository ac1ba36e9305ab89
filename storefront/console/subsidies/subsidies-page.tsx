import { setSearch, useAddress } from '../../address/use-address'
import { useSession } from '../../api/session-gate'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { Claims } from './claims'
import { Members } from './members'
import { Signals } from './signals'

const VIEWS = ['claims', 'members', 'signals'] as const

/** What funders pay for: who is a member, what is claimed, and what somebody should look at. */
export default function SubsidiesPage() {
  const { t } = useTranslation('subsidies')
  const { me, installation } = useSession()
  const { search } = useAddress()
  const operatorId = me.roles.find(({ role }) => role === 'operator')?.operatorId ?? ''
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'claims'
  const today = installation.now.slice(0, 10)
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center gap-4">
        <div className="flex-1">
          <h1 className="text-title font-semibold">{t('title')}</h1>
          <p className="text-ink-2">{t('text')}</p>
        </div>
        <Segmented
          label={t('show')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(next) => setSearch({ view: next })}
        />
      </header>
      {view === 'claims' && <Claims operatorId={operatorId} today={today} />}
      {view === 'members' && <Members operatorId={operatorId} />}
      {view === 'signals' && <Signals operatorId={operatorId} today={today} />}
    </>
  )
}
