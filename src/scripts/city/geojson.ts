import type { Text } from '../../kernel/text'
import { PARKS, RIVERS } from './places/blocks'
import type { Building } from './places/buildings'
import { type City, cityOfDistrict } from './places/cities'
import { COMMUNITIES, type Community } from './places/communities'
import type { Point } from './places/ground'
import { roadsOf } from './places/roads'
import { SITES } from './places/sites'

type Position = readonly [lon: number, lat: number]

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }

export const FEATURE_KINDS = ['river', 'park', 'road', 'community', 'building', 'site'] as const
export type FeatureKind = (typeof FEATURE_KINDS)[number]

/** One thing on the map. `detail` says which sort of its kind: `avenue`, `residential`, `kitchen` … */
export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly properties: {
    readonly kind: FeatureKind
    readonly detail?: string
    readonly name: Text
    /** Of a community. */
    readonly households?: number
  }
  readonly geometry: Geometry
}

export interface CityMap {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/** The base map of one city, from what lies below to what lies above: WGS 84, longitude first, as RFC 7946 wants it. */
export function mapOf(city: City, buildings: readonly Building[]): CityMap {
  const communities = COMMUNITIES.filter(({ districtId }) => cityOfDistrict(districtId).id === city.id)
  const ids = new Set(communities.map(({ id }) => id))
  const here = buildings.filter(({ communityId }) => ids.has(communityId))
  const features: Feature[] = [
    ...RIVERS.filter(({ cityId }) => cityId === city.id).map((river) => area('river', river)),
    ...PARKS.filter(({ cityId }) => cityId === city.id).map((park) => area('park', park)),
    ...communities.map((community) => communityFeature(community, here)),
    ...roadsOf(city).map(({ id, kind, name, path }) =>
      feature('road', id, name, { type: 'LineString', coordinates: path.map(position) }, { detail: kind }),
    ),
    ...here.map((building) => area('building', building)),
    ...SITES.filter(({ districtId }) => cityOfDistrict(districtId).id === city.id).map((site) =>
      feature('site', site.id, site.name, { type: 'Point', coordinates: position(site) }, { detail: site.kind }),
    ),
  ]
  return { type: 'FeatureCollection', features }
}

function communityFeature(community: Community, buildings: readonly Building[]): Feature {
  const own = buildings.filter(({ communityId }) => communityId === community.id)
  const households = own.reduce((sum, building) => sum + building.households, 0)
  return area('community', community, { detail: community.type, households })
}

interface Area {
  readonly id: string
  readonly name: Text
  readonly outline: readonly Point[]
}

type Extra = Pick<Feature['properties'], 'detail' | 'households'>

const area = (kind: FeatureKind, { id, name, outline }: Area, extra: Extra = {}): Feature =>
  feature(kind, id, name, { type: 'Polygon', coordinates: [outline.map(position)] }, extra)

const feature = (kind: FeatureKind, id: string, name: Text, geometry: Geometry, extra: Extra): Feature => ({
  type: 'Feature',
  id,
  properties: { kind, name, ...extra },
  geometry,
})

const position = ({ lon, lat }: Point): Position => [lon, lat]
