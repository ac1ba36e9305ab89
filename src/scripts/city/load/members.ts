import { importMembers, type RegisterPersons } from '../../../funding/members/import-members'
import type { MemberRow } from '../../../funding/members/read-members'
import { importSchemes } from '../../../funding/subsidies/import-schemes'
import { addDays, type ServiceDate } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import type { DemoCity } from '../city'
import { SCHEMES } from '../people/schemes'

/** Which canteen every scheme of the demo is valid at. */
const CONTRACTS: readonly (readonly [schemeId: string, siteId: string])[] = [
  ['cn-sh-putuo-2025', 'site_c1'],
  ['cn-sh-putuo-2025', 'site_c2'],
  ['cn-bj-2022', 'site_c2'],
  ['cn-zh-gaoxin-2024', 'site_c3'],
  ['cn-sh-minhang-hongqiaoyayuan', 'site_c3'],
]

const SINCE = '2025-01-01'
/** How long ago the demo's members joined. */
const JOINED_DAYS = 90

/** The seniors of the demo as members of both tenants, with tags, schemes and where those are valid. */
export async function loadMembers(app: App, city: DemoCity, today: ServiceDate): Promise<Record<string, number>> {
  const siteOf = new Map(city.sites.map((site) => [site.id, site]))
  const imported = await importSchemes(app, {
    schemes: SCHEMES.map((rules) => ({ rules, validFrom: SINCE })),
    sites: CONTRACTS.map(([schemeId, siteId]) => {
      return { schemeId, siteId, operatorId: siteOf.get(siteId)?.operatorId ?? '', from: SINCE }
    }),
  })
  const seniors = seniorsOf(city)
  const ids = seniors.map(({ personId }) => personId)
  const register: RegisterPersons = () => Promise.resolve(ids)
  const counts = { members: 0 }
  for (const { id: operatorId } of city.operators) {
    const schemes = CONTRACTS.filter(([, siteId]) => siteOf.get(siteId)?.operatorId === operatorId)
    const rows = seniors.map(({ row }) => ({ ...row, schemes: [...new Set(schemes.map(([id]) => id))].sort() }))
    const input = { operatorId, rows, importedBy: 'seed', today: addDays(today, -JOINED_DAYS) }
    counts.members += (await importMembers(app, input, register)).added
  }
  return { ...imported, ...counts }
}

/** The seniors, and the one who logs in. Their cards are numbered. */
function seniorsOf(city: DemoCity): { personId: string; row: MemberRow }[] {
  const people = city.people.filter(({ id }) => id.startsWith('per_senior_'))
  const guest = city.accounts.find(({ id }) => id === 'per_demo_resident_senior')
  const known = people.map(({ id, name, birthDate, tags }) => ({ id, name, birthDate, tags }))
  const own = guest
    ? [
        {
          id: guest.id,
          name: guest.name,
          birthDate: '1943-05-12',
          tags: ['resident', 'hukou_city', 'basic_elderly_care'],
        },
      ]
    : []
  return [...own, ...known].map(({ id: personId, name, birthDate, tags }, i) => ({
    personId,
    row: {
      line: i + 2,
      name: name.zh,
      nationalId: null,
      card: `LL${String(100_001 + i)}`,
      facts: { birth: birthDate, tags: tags.map((tag) => ({ tag, from: SINCE, to: null })) },
      schemes: [],
    },
  }))
}
