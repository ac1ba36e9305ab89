import type { ReactNode } from 'react'
import type { Rng } from './rng'

export interface FillingProps {
  readonly rng: Rng
}

export const GREENS = ['#5fa044', '#3f8a3a', '#7cb950'] as const
export const MEATS = ['#8f3f22', '#a8522c', '#7a3620'] as const
export const BROTHS = ['#e0823a', '#d9a441', '#c8512f', '#e6bd62'] as const
export const VEGETABLES = ['#e2603a', '#f0a832', '#5fa044', '#c23b2e'] as const

/** `n` things spread over an ellipse around (48, 45), from the back to the front. */
export function scatter(
  rng: Rng,
  n: number,
  draw: (x: number, y: number, i: number) => ReactNode,
  wide = 22,
  deep = 6,
) {
  const spots = Array.from({ length: n }, (_, i) => {
    const x = 48 + (((i * 2 + 1) / n) * 2 - 2) * (wide / 2) + rng.between(-3, 3)
    return { x: Math.round(Math.max(48 - wide, Math.min(48 + wide, x))), y: 45 + rng.between(-deep, deep) }
  })
  return spots.sort((a, b) => a.y - b.y).map(({ x, y }, i) => draw(x, y, i))
}

export const Leaf = ({ x, y, turn, fill }: { x: number; y: number; turn: number; fill: string }) => (
  <path d="M0 0c4-7 12-8 17-4-3 7-11 9-17 4Z" fill={fill} transform={`translate(${x} ${y}) rotate(${turn})`} />
)

/** Spring onion, sesame or chilli on top. */
export function Garnish({ rng, wide = 20 }: FillingProps & { readonly wide?: number }) {
  const kind = rng.pick(['onion', 'onion', 'sesame', 'chilli'])
  const colour = { onion: '#4c9a3f', sesame: '#fff3d6', chilli: '#d43a2a' }[kind] ?? '#4c9a3f'
  return scatter(
    rng,
    7,
    (x, y, i) =>
      kind === 'sesame' ? (
        <ellipse key={i} cx={x} cy={y - 5} rx="1.6" ry="1" fill={colour} />
      ) : (
        <circle key={i} cx={x} cy={y - 5} r="1.9" fill="none" stroke={colour} strokeWidth="1.5" />
      ),
    wide,
    4,
  )
}

export const Liquid = ({ fill }: { readonly fill: string }) => <ellipse cx="48" cy="48" rx="31" ry="8.5" fill={fill} />

export const Chunks = ({
  rng,
  colours,
  n = 6,
}: FillingProps & { colours: readonly [string, ...string[]]; n?: number }) =>
  scatter(rng, n, (x, y, i) => (
    <rect
      key={i}
      x={x - 7}
      y={y - 6}
      width="14"
      height="11"
      rx="4"
      fill={rng.pick(colours)}
      transform={`rotate(${rng.between(-24, 24)} ${x} ${y})`}
    />
  ))

export const Mound = ({ fill, line }: { readonly fill: string; readonly line: string }) => (
  <>
    <path d="M20 50c3-20 16-26 28-26s25 6 28 26c-14 5-42 5-56 0Z" fill={fill} />
    <path d="M30 40c2-4 5-7 9-9M58 31c4 1 7 4 9 8" fill="none" stroke={line} strokeWidth="1.6" strokeLinecap="round" />
  </>
)
