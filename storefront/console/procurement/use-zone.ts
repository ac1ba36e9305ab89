import { useOverview } from './use-procurement'

/** The wall clock of a site; UTC until the sites are known. */
export function useZone(siteId: string): string {
  const { data } = useOverview()
  return data?.sites.find(({ id }) => id === siteId)?.zone ?? 'UTC'
}
