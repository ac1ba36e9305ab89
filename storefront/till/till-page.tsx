import { Calculator } from 'lucide-react'
import { setSearch, useAddress } from '../address/use-address'
import { useAnswer } from '../api/use-answer'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Select } from '../ui/field'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { listTillSites } from './api'
import { Counter } from './counter'

/** The canteens of a cashier change seldom, their day at midnight. */
const LOOK_AGAIN_MS = 60_000

/** The page at /till: the counter of one canteen. */
export default function TillPage() {
  const { t } = useTranslation('till')
  const { say } = useLocale()
  const { search } = useAddress()
  const { data, error, again } = useAnswer((signal) => listTillSites(undefined, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const site = data.sites.find(({ siteId }) => siteId === search.get('site')) ?? data.sites[0]
  if (!site) return <EmptyState title={t('noSite')} text={t('noSiteText')} icon={<Calculator size={28} />} />
  return (
    <>
      <h1 className="text-headline font-bold">{say(site.name)}</h1>
      {data.sites.length > 1 && (
        <Select label={t('site')} value={site.siteId} onChange={({ target }) => setSearch({ site: target.value })}>
          {data.sites.map(({ siteId, name }) => (
            <option key={siteId} value={siteId}>
              {say(name)}
            </option>
          ))}
        </Select>
      )}
      <Counter key={site.siteId} site={site} />
    </>
  )
}
