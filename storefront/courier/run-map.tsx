import { useTranslation } from '../i18n/use-translation'
import type { RunDetail } from '../api/courier'
import { draw, rangesOf } from './draw-run'
import { isClosed, nextStop } from './journey'

const FRAME = { width: 358, height: 200, margin: 24, apart: 26 }
const BUBBLE = 13
/** A label grows with its text. */
const CHARACTER = 7

const LOOKS = {
  next: { shape: 'fill-brand-600 stroke-white', text: 'fill-white' },
  ahead: { shape: 'fill-surface stroke-brand-600', text: 'fill-ink' },
  behind: { shape: 'fill-brand-100 stroke-brand-100', text: 'fill-brand-800' },
}

/** The tour from the kitchen round and back, stops numbered as in the list beside it. */
export default function RunMap({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const drawing = draw(run.path, run.stopList, FRAME)
  if (!drawing) return null
  const { line, kitchen, marks } = drawing
  const next = nextStop(run)?.sequence
  const closed = new Set(run.stopList.filter(isClosed).map(({ sequence }) => sequence))
  const lookOf = (sequences: readonly number[]) => {
    if (next && sequences.includes(next)) return LOOKS.next
    return sequences.every((sequence) => closed.has(sequence)) ? LOOKS.behind : LOOKS.ahead
  }
  const all = rangesOf(run.stopList.flatMap(({ sequence }) => sequence ?? []))
  return (
    <figure className="mt-4 overflow-hidden rounded-card border border-line bg-surface">
      <svg
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-label={`${t('map')}. ${t('mapHint', { stops: all })}`}
      >
        <polyline
          points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
          className="fill-none stroke-info"
          strokeWidth={2.5}
          strokeDasharray="6 4"
          strokeLinejoin="round"
        />
        <g transform={`translate(${kitchen.x} ${kitchen.y})`}>
          <rect x={-9} y={-9} width={18} height={18} rx={4} className="fill-ink stroke-white" strokeWidth={2} />
          <path d="M-4 1 0-4 4 1M-3 0v4h6V0" className="fill-none stroke-white" strokeWidth={1.5} />
        </g>
        {marks.map(({ x, y, sequences }) => {
          const label = rangesOf(sequences)
          const half = Math.max(BUBBLE, (label.length * CHARACTER) / 2 + 7)
          const look = lookOf(sequences)
          return (
            <g key={label} transform={`translate(${x} ${y})`} className="text-caption font-semibold">
              <rect
                x={-half}
                y={-BUBBLE}
                width={2 * half}
                height={2 * BUBBLE}
                rx={BUBBLE}
                strokeWidth={2}
                className={look.shape}
              />
              <text textAnchor="middle" dominantBaseline="central" className={look.text}>
                {label}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
