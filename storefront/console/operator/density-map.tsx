import { type GeoJSONSource, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import type { CityMap, Density, Run, SiteDay } from '../../api/operator'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { coloured, southOf, tours } from './map-data'
import { mapLabel } from './open-map'
import { type StreetsLooks, useStreets } from './use-streets'

export interface DensityMapProps {
  readonly map: CityMap
  readonly density: readonly Density[]
  readonly runs: readonly Run[]
  readonly sites: readonly SiteDay[]
  /** A community to point out. */
  readonly chosen: string | undefined
}

const LOOKS: StreetsLooks = {
  label: (streets, map, locale) => {
    for (const feature of map.features) {
      if (feature.properties.kind !== 'community') continue
      const element = mapLabel('community', inLocale(feature.properties.name, locale))
      new Marker({ element, anchor: 'top' }).setLngLat(southOf(feature)).addTo(streets)
    }
  },
}

/** A city: how densely it orders, its kitchens and the tours of the day. */
export default function DensityMap({ map, density, runs, sites, chosen }: DensityMapProps) {
  const { locale } = useLocale()
  const { drawn, place } = useStreets(map, LOOKS)

  useEffect(() => {
    if (!drawn) return
    const markers = sites.map(({ name, lat, lon }) => {
      const element = mapLabel('site', inLocale(name, locale))
      return new Marker({ element, anchor: 'bottom' }).setLngLat([lon, lat]).addTo(drawn)
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [drawn, sites, locale])

  useEffect(() => {
    void drawn?.getSource<GeoJSONSource>('ground')?.setData(coloured(map, density, chosen))
  }, [drawn, map, density, chosen])
  useEffect(() => {
    void drawn?.getSource<GeoJSONSource>('tours')?.setData(tours(runs))
  }, [drawn, runs])

  return place
}
