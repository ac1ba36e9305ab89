import type { ReactNode } from 'react'
import { type FillingProps, Garnish, GREENS, Leaf, MEATS, scatter, VEGETABLES } from './parts'

/** What lies on a plate or in a steamer, by kind of dish. */
export const ON_PLATES: Readonly<Record<string, (props: FillingProps) => ReactNode>> = {
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
}
