import { type GeoJSONSource, type Map as StreetMap, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import type { CommunityRow } from '../../../api/density'
import type { CityMap } from '../../../api/operator'
import { inLocale } from '../../../i18n/locale'
import { coloured } from '../map-data'
import { mapLabel } from '../open-map'
import { type StreetsLooks, useStreets } from '../use-streets'
import type { Overlay } from './overlay'

export interface LayerMapProps {
  readonly map: CityMap
  /** Coloured by penetration; empty where the overlay says it. */
  readonly communities: readonly CommunityRow[]
  readonly overlay: Overlay
  readonly chosen: string | undefined
}

const LOOKS: StreetsLooks = {
  label: (streets, map, locale) => {
    for (const { properties, geometry } of map.features) {
      if (properties.kind !== 'site' || geometry.type !== 'Point') continue
      const element = mapLabel('site', inLocale(properties.name, locale))
      new Marker({ element, anchor: 'bottom' }).setLngLat(geometry.coordinates).addTo(streets)
    }
  },
  prepare: addOverlay,
}

/** The city with one layer over it. */
export default function LayerMap({ map, communities, overlay, chosen }: LayerMapProps) {
  const { drawn, place } = useStreets(map, LOOKS)

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

  return place
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
