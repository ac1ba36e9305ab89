import { type GeoJSONSource, type Map as StreetMap, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import type { CommunityRow } from '../../../api/density'
import type { CityMap } from '../../../api/operator'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { boundsOf, coloured, tours } from '../map-data'
import { styleOf } from '../map-style'
import { mapLabel, openMap } from '../open-map'
import type { Overlay } from './overlay'

/** Names need room beside the outermost places; pixels. */
const ROOM = { top: 36, right: 56, bottom: 28, left: 56 }

export interface LayerMapProps {
  readonly map: CityMap
  /** Coloured by penetration; empty where the overlay says it. */
  readonly communities: readonly CommunityRow[]
  readonly overlay: Overlay
  readonly chosen: string | undefined
}

/** The city with one layer over it. */
export default function LayerMap({ map, communities, overlay, chosen }: LayerMapProps) {
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
    for (const { properties, geometry } of map.features) {
      if (properties.kind !== 'site' || geometry.type !== 'Point') continue
      const element = mapLabel('site', inLocale(properties.name, locale))
      new Marker({ element, anchor: 'bottom' }).setLngLat(geometry.coordinates).addTo(streets)
    }
    streets.once('load', () => {
      addOverlay(streets)
      setDrawn(streets)
    })
    return () => {
      setDrawn(undefined)
      streets.remove()
    }
    // a new city or another language makes a new map; layers only change what lies on it, below
  }, [map, t, locale])

  useEffect(() => {
    const density = communities.map(({ communityId, penetration }) => ({ communityId, per100Households: penetration }))
    void drawn?.getSource<GeoJSONSource>('ground')?.setData(coloured(map, density, chosen))
  }, [drawn, map, communities, chosen])

  useEffect(() => {
    if (!drawn) return
    void drawn.getSource<GeoJSONSource>('overlay')?.setData(mutable(overlay))
    const markers = overlay.marks.map(({ text, lat, lon }) =>
      new Marker({ element: numberMark(text) }).setLngLat([lon, lat]).addTo(drawn),
    )
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [drawn, overlay])

  if (broken)
    return (
      <p className="absolute inset-0 grid place-items-center p-6 text-center text-ink-2">{t('operator.map.broken')}</p>
    )
  return (
    <div className="absolute inset-0">
      <div ref={frame} data-drawn={drawn !== undefined} className="h-full" />
    </div>
  )
}

/** The library's types want lists that may be changed. */
const mutable = ({ shapes }: Overlay) => ({ type: shapes.type, features: [...shapes.features] })

function addOverlay(streets: StreetMap): void {
  streets.addSource('overlay', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  streets.addLayer({
    id: 'overlay',
    type: 'fill',
    source: 'overlay',
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['get', 'opacity'] },
  })
  streets.addLayer({
    id: 'overlay-line',
    type: 'line',
    source: 'overlay',
    paint: { 'line-color': '#074f3c', 'line-width': ['case', ['get', 'chosen'], 3, 0.8] },
  })
}

/** A place by its number in the list beside the map. */
function numberMark(text: string): HTMLElement {
  const element = document.createElement('div')
  element.className =
    'pointer-events-none grid size-7 place-items-center rounded-full border-2 border-white bg-inverse font-sans text-caption font-bold text-white shadow-float'
  element.textContent = text
  element.ariaHidden = 'true'
  return element
}
