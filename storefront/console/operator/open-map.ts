import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as StreetMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Say } from '../../i18n/texts'

setWorkerUrl(workerUrl)

type Options = Omit<ConstructorParameters<typeof StreetMap>[0], 'container'>

/** A map without tilt and turn, whose controls speak the reader's language; undefined where the browser cannot draw one. */
export function openMap(container: HTMLElement, t: Say<'console'>, options: Options): StreetMap | undefined {
  try {
    const streets = new StreetMap({
      ...options,
      container,
      locale: {
        'Map.Title': t('operator.map.title'),
        'NavigationControl.ZoomIn': t('operator.map.closer'),
        'NavigationControl.ZoomOut': t('operator.map.farther'),
        'CooperativeGesturesHandler.WindowsHelpText': t('operator.map.wheel'),
        'CooperativeGesturesHandler.MacHelpText': t('operator.map.wheelMac'),
        'CooperativeGesturesHandler.MobileHelpText': t('operator.map.fingers'),
      },
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

const LABELS = {
  community:
    'pointer-events-none font-sans text-caption font-semibold text-ink [text-shadow:0_0_3px_#fff,0_0_3px_#fff,0_0_4px_#fff]',
  site: 'pointer-events-none font-sans flex items-center gap-1 rounded-full border-2 border-white bg-inverse px-2 text-caption text-white',
}

/** A name on the map. They are in the lists beside it as well, so nobody hears them twice. */
export function mapLabel(kind: keyof typeof LABELS, text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = LABELS[kind]
  element.textContent = text
  element.ariaHidden = 'true'
  return element
}
