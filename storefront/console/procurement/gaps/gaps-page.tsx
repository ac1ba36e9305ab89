import { PackageX } from 'lucide-react'
import { listGaps } from '../../../api/procurement-gaps'
import { useTranslation } from '../../../i18n/use-translation'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import { ChoiceFilter, SiteFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useList, useOverview } from '../use-procurement'
import { GapCard } from './gap-card'

const STATES = ['open', 'escalated', 'resourced', 'covered'] as const

/** Goods that were ordered and will not come, the most pressing first, with the menus they hit and what covers them. */
export default function GapsPage() {
  const { t } = useTranslation('procurement-gaps')
  const [siteId, asksFor] = [useFilter('siteId'), useFilter('state')]
  const state = STATES.find((each) => each === asksFor)
  const overview = useOverview()
  const query = { siteId, state }
  const asked = useList(['gaps', query], (signal) => listGaps({ query }, { signal }))
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SiteFilter overview={overview.data} />
        <ChoiceFilter
          name="state"
          label={t('state.label')}
          all={t('state.all')}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </div>
      <Loaded of={asked}>
        {({ gaps }) =>
          gaps.length === 0 ? (
            <EmptyState icon={<PackageX size={28} />} title={t('none')} text={t('noneText')} />
          ) : (
            <ul className="grid gap-3 xl:grid-cols-2">
              {gaps.map((gap) => (
                <GapCard key={gap.id} gap={gap} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Shell>
  )
}
