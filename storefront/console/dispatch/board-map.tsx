import { type GeoJSONSource, type Map as StreetMap, Marker } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { setSearch } from '../../address/use-address'
import type { Board } from '../../api/dispatch'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { coloured } from '../operator/map-data'
import { styleOf } from '../operator/map-style'
import { mapLabel, openMap } from '../operator/open-map'
import { cornersOf, marksOf, type StopMark, waysOf } from './board-map-data'
import { type RunOnBoard, unservedOf } from './board'
import { lookOfRun } from './run-line'
import { useGround } from './use-ground'

const ROOM = 48
const CLOSEST = 16

const MARK =
  'grid size-6 place-items-center rounded-full border-2 font-sans text-caption font-bold figures shadow-float'
const MARKS = {
  open: 'bg-surface text-ink',
  done: 'bg-brand-100 text-brand-800 opacity-80',
  late: 'bg-danger text-white',
  unserved: 'bg-danger-50 text-danger border-dashed',
}

/** A numbered stop to press with a mouse; the lists beside the map are for keys and ears. */
function markElement({ runId, id, run, text, state }: StopMark, chosen: boolean): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.tabIndex = -1
  element.ariaHidden = 'true'
  element.className = `${MARK} ${MARKS[state]} ${chosen ? 'z-10 size-8 outline-3 outline-ring' : ''}`
  element.style.borderColor = run === null ? 'currentColor' : lookOfRun({ number: run }).colour
  element.textContent = state === 'late' ? `${text}!` : text
  element.addEventListener('click', () =>
    setSearch(runId === null ? { list: 'unserved' } : { run: runId, stop: id, list: null }),
  )
  return element
}

/** Runs on the streets, their stops numbered as in the list. */
export default function BoardMap({
  board,
  runs,
  stopId,
}: {
  readonly board: Board
  readonly runs: readonly RunOnBoard[]
  readonly stopId: string | null
}) {
  const { t } = useTranslation('dispatch')
  const { t: desk } = useTranslation('console')
  const { locale } = useLocale()
  const frame = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<StreetMap>()
  const [broken, setBroken] = useState(false)
  const { site, kitchen } = board.plan
  const ground = useGround(kitchen)
  // one run is looked at closely; all of them together with what none of them takes
  const isOne = runs.length === 1
  const unserved = useMemo(() => (isOne ? [] : unservedOf(board)), [board, isOne])
  const corners = useMemo(
    () => cornersOf([kitchen, ...unserved, ...runs.flatMap(({ stopList }) => stopList)]),
    [kitchen, unserved, runs],
  )
  const first = useRef(corners)

  useEffect(() => {
    if (!frame.current || !ground) return
    const streets = openMap(frame.current, desk, {
      style: styleOf(coloured(ground, [], undefined), waysOf([])),
      bounds: first.current,
      fitBoundsOptions: { padding: ROOM, maxZoom: CLOSEST },
    })
    setBroken(streets === undefined)
    if (!streets) return
    streets.once('load', () => setDrawn(streets))
    return () => {
      setDrawn(undefined)
      streets.remove()
    }
  }, [ground, desk])

  useEffect(() => {
    if (!drawn) return
    const element = mapLabel('site', inLocale(site, locale))
    const marker = new Marker({ element, anchor: 'bottom' }).setLngLat([kitchen.lon, kitchen.lat]).addTo(drawn)
    return () => void marker.remove()
  }, [drawn, site, kitchen, locale])

  useEffect(() => {
    if (!drawn) return
    void drawn.getSource<GeoJSONSource>('tours')?.setData(waysOf(runs))
    const markers = marksOf(runs, unserved).map((mark) =>
      new Marker({ element: markElement(mark, mark.id === stopId) }).setLngLat(mark.position).addTo(drawn),
    )
    for (const { position, number } of runs) {
      if (!position) continue
      const element = mapLabel('site', t('van', { number }))
      markers.push(new Marker({ element, anchor: 'top' }).setLngLat([position.lon, position.lat]).addTo(drawn))
    }
    return () => markers.forEach((marker) => marker.remove())
  }, [drawn, runs, unserved, stopId, t])

  // other runs to look at move the map; news of the same ones do not
  const [[west, south], [east, north]] = corners
  useEffect(() => {
    const box: [[number, number], [number, number]] = [
      [west, south],
      [east, north],
    ]
    drawn?.fitBounds(box, { padding: ROOM, maxZoom: CLOSEST, animate: false })
  }, [drawn, west, south, east, north])

  return (
    <figure className="overflow-hidden rounded-card border border-line bg-surface">
      <div className="relative h-[min(68dvh,720px)] min-h-80">
        {broken ? (
          <p className="absolute inset-0 grid place-items-center p-6 text-center text-ink-2">
            {desk('operator.map.broken')}
          </p>
        ) : (
          <div className="absolute inset-0">
            <div ref={frame} data-drawn={drawn !== undefined} className="h-full" />
          </div>
        )}
      </div>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-3 py-2 text-caption text-ink-2">
        <span>{t('where.legend')}</span>
        <span className="inline-flex items-center gap-1">
          <span aria-hidden className="grid size-4 place-items-center rounded-full bg-danger text-white">
            !
          </span>
          {t('where.lateMark')}
        </span>
        <span className="inline-flex items-center gap-1">
          <span aria-hidden className="size-4 rounded-full border-2 border-brand-600 bg-brand-100" />
          {t('where.doneMark')}
        </span>
        <span className="inline-flex items-center gap-1">
          <span
            aria-hidden
            className="grid size-4 place-items-center rounded-full border border-dashed border-danger bg-danger-50 text-danger"
          >
            ×
          </span>
          {t('where.unservedMark')}
        </span>
      </figcaption>
    </figure>
  )
}
