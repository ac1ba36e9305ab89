import type { ImportPlaces } from '../../../places/import-places'
import type { DemoCity } from '../city'
import type { SiteType } from '../places/communities'
import { cityOfDistrict } from '../places/cities'
import { counterOf } from '../places/service-points'

/** Seconds a courier needs to pass the gate and park, by kind of place. */
const GATE_SECONDS: Readonly<Record<SiteType, number>> = {
  residential: 90,
  office: 150,
  transit: 180,
  school: 180,
  hospital: 210,
  leisure: 120,
  retail: 90,
  factory: 240,
}

/** The demo city as rows of `places`. `salesChannels` are Medusa's, by operator id. */
export function placesOf(city: DemoCity, salesChannels: Readonly<Record<string, string>>): ImportPlaces {
  return {
    operators: city.operators.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      salesChannelId: salesChannels[id] ?? null,
    })),
    cities: city.cities.map(({ id, name, zone, currency, map }) => ({ id, name, zone, currency, map })),
    districts: [...city.districts],
    communities: city.communities.map(({ id, districtId, name, type, lat, lon }) => ({
      id,
      districtId,
      cityId: cityOfDistrict(districtId).id,
      name,
      siteType: type,
      households: city.buildings
        .filter(({ communityId }) => communityId === id)
        .reduce((sum, { households }) => sum + households, 0),
      lat,
      lon,
      gateSeconds: GATE_SECONDS[type],
    })),
    buildings: city.buildings.map(({ id, communityId, name, floors, lift, households, lat, lon }) => ({
      id,
      communityId,
      name,
      floors,
      lift,
      households,
      lat,
      lon,
    })),
    servicePoints: city.servicePoints.map(({ id, buildingId, kind, name, feeMinor }) => ({
      id,
      buildingId,
      kind,
      name,
      feeMinor,
    })),
    sites: city.sites.map(({ id, operatorId, districtId, kind, name, zone, lat, lon }) => ({
      counterPointId: kind === 'canteen' ? counterOf({ id }) : null,
      id,
      operatorId,
      cityId: cityOfDistrict(districtId).id,
      kind,
      name,
      zone,
      lat,
      lon,
    })),
    coverage: [...city.coverage],
  }
}
