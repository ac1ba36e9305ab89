import { type GeoJSONSource, type Map as StreetMap, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { CityMap, Density, Run, SiteDay } from '../../api/operator'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { boundsOf, coloured, southOf, tours } from './map-data'
import { styleOf } from './map-style'
import { mapLabel, openMap } from './open-map'

/** Names need room beside the outermost places; pixels. */
const ROOM = { top: 28, right: 44, bottom: 24, left: 44 }

export interface DensityMapProps {
  readonly map: CityMap
  readonly density: readonly Density[]
  readonly runs: readonly Run[]
  readonly sites: readonly SiteDay[]
  /** A community to point out. */
  readonly chosen: string | undefined
}

/** A city: how densely it orders, its kitchens and the tours of the day. */
export default function DensityMap({ map, density, runs, sites, chosen }: DensityMapProps) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const frame = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<StreetMap>()
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const bounds = boundsOf(map.features)
    if (!frame.current || !bounds) return
    const streets = openMap(frame.current, t, {
      style: styleOf(coloured(map, [], undefined), tours([])),
      bounds,
      fitBoundsOptions: { padding: ROOM },
    })
    setBroken(streets === undefined)
    if (!streets) return
    for (const feature of map.features) {
      if (feature.properties.kind !== 'community') continue
      const element = mapLabel('community', inLocale(feature.properties.name, locale))
      new Marker({ element, anchor: 'top' }).setLngLat(southOf(feature)).addTo(streets)
    }
    streets.once('load', () => setDrawn(streets))
    return () => {
      setDrawn(undefined)
      streets.remove()
    }
    // a new city or another language makes a new map; figures only recolour it, below
  }, [map, t, locale])

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

  if (broken)
    return (
      <p className="absolute inset-0 grid place-items-center p-6 text-center text-ink-2">{t('operator.map.broken')}</p>
    )
  return (
    // the map's own style takes its element's position, so another one holds the place
    <div className="absolute inset-0">
      <div ref={frame} data-drawn={drawn !== undefined} className="h-full" />
    </div>
  )
}
