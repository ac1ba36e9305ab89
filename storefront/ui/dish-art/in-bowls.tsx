import type { ReactNode } from 'react'
import {
  BROTHS,
  Chunks,
  type FillingProps,
  Garnish,
  GREENS,
  Leaf,
  Liquid,
  MEATS,
  Mound,
  scatter,
  VEGETABLES,
} from './parts'

/** What lies in a bowl or a cup, by kind of dish. */
export const IN_BOWLS: Readonly<Record<string, (props: FillingProps) => ReactNode>> = {
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
