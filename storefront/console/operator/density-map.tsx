import 'maplibre-gl/dist/maplibre-gl.css'
import { type GeoJSONSource, Map as StreetMap, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { CityMap, Density, Run, SiteDay } from '../../api/operator'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { boundsOf, coloured, southOf, tours } from './map-data'
import { styleOf } from './map-style'

setWorkerUrl(workerUrl)

/** Names need room beside the outermost places; pixels. */
const ROOM = { top: 28, right: 44, bottom: 24, left: 44 }

const LABEL = {
  community:
    'pointer-events-none font-sans text-caption font-semibold text-ink [text-shadow:0_0_3px_#fff,0_0_3px_#fff,0_0_4px_#fff]',
  site: 'pointer-events-none font-sans flex items-center gap-1 rounded-full border-2 border-white bg-inverse px-2 text-caption text-white',
}

/** A name on the map. They are in the lists beside it as well, so nobody hears them twice. */
function label(kind: keyof typeof LABEL, text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = LABEL[kind]
  element.textContent = text
  element.ariaHidden = 'true'
  return element
}

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
    const streets = openMap(frame.current, {
      style: styleOf(coloured(map, [], undefined), tours([])),
      bounds,
      fitBoundsOptions: { padding: ROOM },
      locale: {
        'Map.Title': t('operator.map.title'),
        'NavigationControl.ZoomIn': t('operator.map.closer'),
        'NavigationControl.ZoomOut': t('operator.map.farther'),
        'CooperativeGesturesHandler.WindowsHelpText': t('operator.map.wheel'),
        'CooperativeGesturesHandler.MacHelpText': t('operator.map.wheelMac'),
        'CooperativeGesturesHandler.MobileHelpText': t('operator.map.fingers'),
      },
    })
    setBroken(streets === undefined)
    if (!streets) return
    for (const feature of map.features) {
      if (feature.properties.kind !== 'community') continue
      const element = label('community', inLocale(feature.properties.name, locale))
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
      const element = label('site', inLocale(name, locale))
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

/** A map without tilt and turn; undefined where the browser cannot draw one. */
function openMap(
  container: HTMLElement,
  options: Omit<ConstructorParameters<typeof StreetMap>[0], 'container'>,
): StreetMap | undefined {
  try {
    const streets = new StreetMap({
      ...options,
      container,
      attributionControl: false,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 17,
    })
    streets.touchZoomRotate.disableRotation()
    return streets.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  } catch {
    return undefined
  }
}
