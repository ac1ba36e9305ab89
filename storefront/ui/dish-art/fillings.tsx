import type { ReactNode } from 'react'
import type { Rng } from './rng'

interface FillingProps {
  readonly rng: Rng
}

const GREENS = ['#5fa044', '#3f8a3a', '#7cb950'] as const
const MEATS = ['#8f3f22', '#a8522c', '#7a3620'] as const
const BROTHS = ['#e0823a', '#d9a441', '#c8512f', '#e6bd62'] as const
const VEGETABLES = ['#e2603a', '#f0a832', '#5fa044', '#c23b2e'] as const

/** `n` things spread over an ellipse around (48, 45), from the back to the front. */
function scatter(rng: Rng, n: number, draw: (x: number, y: number, i: number) => ReactNode, wide = 22, deep = 6) {
  const spots = Array.from({ length: n }, (_, i) => {
    const x = 48 + (((i * 2 + 1) / n) * 2 - 2) * (wide / 2) + rng.between(-3, 3)
    return { x: Math.round(Math.max(48 - wide, Math.min(48 + wide, x))), y: 45 + rng.between(-deep, deep) }
  })
  return spots.sort((a, b) => a.y - b.y).map(({ x, y }, i) => draw(x, y, i))
}

const Leaf = ({ x, y, turn, fill }: { x: number; y: number; turn: number; fill: string }) => (
  <path d="M0 0c4-7 12-8 17-4-3 7-11 9-17 4Z" fill={fill} transform={`translate(${x} ${y}) rotate(${turn})`} />
)

/** Spring onion, sesame or chilli on top. */
function Garnish({ rng, wide = 20 }: FillingProps & { readonly wide?: number }) {
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

const Liquid = ({ fill }: { readonly fill: string }) => <ellipse cx="48" cy="48" rx="31" ry="8.5" fill={fill} />

const Chunks = ({ rng, colours, n = 6 }: FillingProps & { colours: readonly [string, ...string[]]; n?: number }) =>
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

const Mound = ({ fill, line }: { readonly fill: string; readonly line: string }) => (
  <>
    <path d="M20 50c3-20 16-26 28-26s25 6 28 26c-14 5-42 5-56 0Z" fill={fill} />
    <path d="M30 40c2-4 5-7 9-9M58 31c4 1 7 4 9 8" fill="none" stroke={line} strokeWidth="1.6" strokeLinecap="round" />
  </>
)

/** What lies in the vessel, by kind of dish. */
export const FILLINGS: Readonly<Record<string, (props: FillingProps) => ReactNode>> = {
  rice: ({ rng }) => (
    <>
      <Mound fill="#fffaf0" line="#e4d6ba" />
      <g transform="translate(-8 -2) scale(0.92)">
        <Chunks rng={rng} colours={MEATS} n={3} />
      </g>
      <Leaf x={56} y={42} turn={rng.between(-30, 10)} fill={rng.pick(GREENS)} />
      <Leaf x={60} y={46} turn={rng.between(-10, 20)} fill={rng.pick(GREENS)} />
      <Garnish rng={rng} />
    </>
  ),
  noodles: ({ rng }) => (
    <>
      <Liquid fill={rng.pick(BROTHS)} />
      {[0, 1, 2, 3].map((i) => (
        <path
          key={i}
          d={`M${24 + i * 5} ${44 + (i % 2) * 4}c8-9 16 7 24-1s12 5 ${18 - i * 3} 0`}
          fill="none"
          stroke="#f7dfa0"
          strokeWidth="3.4"
          strokeLinecap="round"
        />
      ))}
      <circle cx={rng.between(60, 66)} cy="43" r="7.5" fill="#fff" />
      <circle cx="63" cy="43" r="3.6" fill="#f2a72e" />
      <Leaf x={28} y={46} turn={-18} fill={rng.pick(GREENS)} />
      <Garnish rng={rng} wide={14} />
    </>
  ),
  soup: ({ rng }) => (
    <>
      <Liquid fill={rng.pick(BROTHS)} />
      {scatter(rng, 5, (x, y, i) => (
        <ellipse key={i} cx={x} cy={y + 3} rx="6" ry="3.4" fill={rng.pick(VEGETABLES)} opacity="0.95" />
      ))}
      <Garnish rng={rng} />
    </>
  ),
  stew: ({ rng }) => (
    <>
      <Liquid fill="#9c4a22" />
      <Chunks rng={rng} colours={[...MEATS, rng.pick(['#e39a3c', '#f0c46a', '#d9743a'])]} n={7} />
      <Garnish rng={rng} />
    </>
  ),
  stir_fry: ({ rng }) => (
    <>
      {scatter(
        rng,
        9,
        (x, y, i) => (
          <rect
            key={i}
            x={x - 9}
            y={y - 3}
            width="18"
            height="5.5"
            rx="2.7"
            fill={rng.pick([...VEGETABLES, ...MEATS])}
            transform={`rotate(${rng.between(-50, 50)} ${x} ${y})`}
          />
        ),
        22,
        8,
      )}
      <Garnish rng={rng} />
    </>
  ),
  fish: ({ rng }) => {
    const body = rng.pick(['#8fb3c4', '#e5a06a', '#c8d3d8'])
    return (
      <>
        <path d="M18 47c8-13 34-14 46-2l11-8c2 6 2 14 0 19l-11-8c-12 12-38 11-46-1Z" fill={body} />
        <path
          d="M36 40c3 4 3 10 0 14M44 39c3 5 3 11 0 16M52 40c3 4 3 9 0 14"
          fill="none"
          stroke="#fff"
          strokeWidth="1.8"
          opacity="0.8"
        />
        <circle cx="26" cy="46" r="2" fill="#16201c" />
        <Garnish rng={rng} wide={16} />
      </>
    )
  },
  greens: ({ rng }) => (
    <>
      {scatter(
        rng,
        9,
        (x, y, i) => (
          <Leaf key={i} x={x - 8} y={y + 4} turn={rng.between(-60, 30)} fill={rng.pick(GREENS)} />
        ),
        22,
        6,
      )}
      {scatter(
        rng,
        4,
        (x, y, i) => (
          <rect
            key={i}
            x={x - 4}
            y={y - 2}
            width="9"
            height="4"
            rx="2"
            fill="#e9f4d0"
            transform={`rotate(${rng.between(-40, 40)} ${x} ${y})`}
          />
        ),
        16,
        5,
      )}
      <Garnish rng={rng} wide={16} />
    </>
  ),
  cold: ({ rng }) => (
    <>
      {scatter(
        rng,
        7,
        (x, y, i) => (
          <g key={i}>
            <ellipse
              cx={x}
              cy={y}
              rx="7.5"
              ry="5.4"
              fill={rng.pick(['#cfe8a8', '#b9dd8e'])}
              stroke="#5fa044"
              strokeWidth="2"
            />
            <circle cx={x} cy={y} r="1.4" fill="#f4fbe6" />
          </g>
        ),
        20,
        6,
      )}
      <Garnish rng={rng} wide={16} />
    </>
  ),
  dumplings: () =>
    [
      [30, 50],
      [48, 52],
      [66, 50],
      [39, 43],
      [57, 43],
    ].map(([x = 0, y = 0]) => (
      <g key={x}>
        <path d={`M${x - 11} ${y}c1-11 21-11 22 0-5 4-17 4-22 0Z`} fill="#fff8ea" stroke="#d8bd8a" strokeWidth="1.4" />
        <path
          d={`M${x - 6} ${y - 5}l2-3M${x} ${y - 7}v-3M${x + 6} ${y - 5}l-2-3`}
          stroke="#d8bd8a"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </g>
    )),
  bun: ({ rng }) => {
    const dot = rng.pick(['#d43a2a', '#8f5a2a', '#3f8a3a'])
    return [
      [34, 48],
      [62, 48],
      [48, 40],
    ].map(([x = 0, y = 0]) => (
      <g key={x}>
        <path
          d={`M${x - 15} ${y + 6}c-2-16 8-22 15-22s17 6 15 22c-6 4-24 4-30 0Z`}
          fill="#fffaf0"
          stroke="#e0cda3"
          strokeWidth="1.5"
        />
        <circle cx={x} cy={y - 8} r="2.4" fill={dot} />
      </g>
    ))
  },
  congee: ({ rng }) => (
    <>
      <Liquid fill={rng.pick(['#fbf3dd', '#f6d98a', '#f1e3c4'])} />
      {scatter(rng, 6, (x, y, i) => (
        <ellipse
          key={i}
          cx={x}
          cy={y + 3}
          rx="2.6"
          ry="1.6"
          fill={rng.pick(['#d43a2a', '#8f5a2a', '#5fa044', '#e9c46a'])}
        />
      ))}
      <Garnish rng={rng} />
    </>
  ),
  egg: ({ rng }) => (
    <>
      <path d="M20 48c2-15 20-18 29-14s25-2 27 11c2 12-16 14-27 12s-30 4-29-9Z" fill="#fff" />
      <path d="M24 48c2-11 18-13 25-11s21-1 23 8c1 8-13 10-23 8s-26 3-25-5Z" fill="#fbd35a" />
      {scatter(
        rng,
        4,
        (x, y, i) => (
          <circle key={i} cx={x} cy={y} r="5.5" fill={rng.pick(['#e2603a', '#f2a72e', '#d43a2a'])} />
        ),
        16,
        4,
      )}
      <Garnish rng={rng} wide={14} />
    </>
  ),
  tofu: ({ rng }) => (
    <>
      <ellipse cx="48" cy="48" rx="27" ry="9" fill={rng.pick(['#c8512f', '#b9772c', '#e6bd62'])} />
      {scatter(rng, 6, (x, y, i) => (
        <g key={i}>
          <rect x={x - 7} y={y - 6} width="14" height="9" rx="2" fill="#fffaf0" />
          <rect x={x - 7} y={y + 1} width="14" height="4" rx="2" fill="#ead9b4" />
        </g>
      ))}
      <Garnish rng={rng} />
    </>
  ),
  sweet: ({ rng }) => (
    <>
      <Liquid fill={rng.pick(['#f7c9d4', '#8a3b4a', '#f3e2b8', '#c9e2b0'])} />
      {scatter(rng, 6, (x, y, i) => (
        <circle
          key={i}
          cx={x}
          cy={y + 2}
          r="5"
          fill={rng.pick(['#fff', '#fff6ec', '#f6b7c4'])}
          stroke="#e7c9b0"
          strokeWidth="1"
        />
      ))}
      <Leaf x={58} y={40} turn={-24} fill="#7cb950" />
    </>
  ),
  drink: ({ rng }) => (
    <>
      <path
        d="M30.500 44h35l-3.700 33a3 3 0 0 1-3 3H37.200a3 3 0 0 1-3-3Z"
        fill={rng.pick(['#f3e0bd', '#c98f54', '#f6c7b6', '#dce8b8'])}
      />
      {scatter(
        rng,
        4,
        (x, y, i) => (
          <circle key={i} cx={x} cy={y + 16} r={rng.between(2, 4)} fill="#fff" opacity="0.55" />
        ),
        10,
        12,
      )}
    </>
  ),
}
