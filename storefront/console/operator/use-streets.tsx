import type { Map as StreetMap } from 'maplibre-gl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CityMap } from '../../api/operator'
import type { Locale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { boundsOf, coloured, tours } from './map-data'
import { styleOf } from './map-style'
import { openMap } from './open-map'

/** Names need room beside the outermost places; pixels. */
const ROOM = { top: 32, right: 48, bottom: 24, left: 48 }

export interface StreetsLooks {
  /** Puts names on a new map, in the reader's language. */
  readonly label: (streets: StreetMap, map: CityMap, locale: Locale) => void
  /** Adds layers once the map has its own. */
  readonly prepare?: (streets: StreetMap) => void
}

/** The streets of a city: the map once it is drawn, and the place it is drawn in. `looks` must stay the same object. */
export function useStreets(map: CityMap, looks: StreetsLooks): { drawn: StreetMap | undefined; place: ReactNode } {
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
    looks.label(streets, map, locale)
    streets.once('load', () => {
      looks.prepare?.(streets)
      setDrawn(streets)
    })
    return () => {
      setDrawn(undefined)
      streets.remove()
    }
    // a new city or another language makes a new map; figures only change what lies on it
  }, [map, t, locale, looks])

  const place = broken ? (
    <p className="absolute inset-0 grid place-items-center p-6 text-center text-ink-2">{t('operator.map.broken')}</p>
  ) : (
    // the map's own style takes its element's position, so another one holds the place
    <div className="absolute inset-0">
      <div ref={frame} data-drawn={drawn !== undefined} className="h-full" />
    </div>
  )
  return { drawn, place }
}
