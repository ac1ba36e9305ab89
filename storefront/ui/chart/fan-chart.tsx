import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { dayShort } from '../../i18n/format'
import type { Locale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import type { Fan } from './fan'

const HEIGHT_PX = 280

export interface FanWords {
  readonly actual: string
  readonly planned: string
  readonly chosen: string
  readonly median: string
}

/** Past and coming days with what was wanted, and a fan of what is to be expected. What it shows stands in a table beside it. */
export default function FanChart({
  label,
  fan,
  words,
}: {
  readonly label: string
  readonly fan: Fan
  readonly words: FanWords
}) {
  const { locale } = useLocale()
  const box = useRef<HTMLElement>(null)

  useEffect(() => {
    const place = box.current
    if (!place) return
    const plot = new UPlot(optionsOf(fan, words, locale, place.clientWidth), dataOf(fan), place)
    const sizes = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT_PX }))
    sizes.observe(place)
    return () => {
      sizes.disconnect()
      plot.destroy()
    }
  }, [fan, words, locale])

  return <figure ref={box} aria-label={label} className="w-full" />
}

const dataOf = (fan: Fan): UPlot.AlignedData => [fan.days, ...fan.quantiles, fan.actual, fan.planned, fan.chosen]

function optionsOf(fan: Fan, words: FanWords, locale: Locale, width: number): UPlot.Options {
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim()
  const [ink, grey, brand, amber] = [colour('ink'), colour('control'), colour('brand-600'), colour('warn-600')]
  const font = `12px ${getComputedStyle(document.body).fontFamily}`
  const axis: UPlot.Axis = {
    stroke: colour('ink-2'),
    font,
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false },
  }
  return {
    width,
    height: HEIGHT_PX,
    // days are calendar days, wherever the reader sits
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    padding: [12, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: true }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.08)] } },
    axes: [
      {
        ...axis,
        space: 70,
        size: 30,
        values: (_, days) => days.map((at) => dayShort(dateOf(at), locale)[0]),
        incrs: [1, 2, 7, 14, 28].map((days) => days * 86_400),
      },
      { ...axis, size: 46 },
    ],
    // a band lies between two series: its own border is not drawn
    bands: fan.bands.map(([below, above], i) => ({
      series: [above + 1, below + 1] as [number, number],
      fill: `color-mix(in srgb, ${brand} ${14 + i * 12}%, transparent)`,
    })),
    series: [
      {},
      ...fan.quantiles.map(
        (_, i): UPlot.Series =>
          i === fan.middle
            ? { label: words.median, stroke: brand, width: 2, points: { show: false } }
            : { show: true, stroke: 'transparent', width: 0, points: { show: false } },
      ),
      { label: words.actual, stroke: ink, width: 1.5, points: { show: true, size: 5, fill: ink } },
      { label: words.planned, stroke: amber, width: 1.5, dash: [6, 4], points: { show: false } },
      {
        label: words.chosen,
        stroke: 'transparent',
        points: { show: true, size: 9, stroke: brand, fill: grey, width: 2 },
      },
    ],
  }
}

const dateOf = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10)
