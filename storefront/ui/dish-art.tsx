import { type Rng, rngOf } from './dish-art/rng'
import { IN_BOWLS } from './dish-art/in-bowls'
import { ON_PLATES } from './dish-art/on-plates'
import { Basket, Bowl, Cup, Plate } from './dish-art/vessels'

/** Ground, shade of the ground and rim of the vessel; chosen by the dish, so that a menu is not one colour. */
const GROUNDS = [
  ['#fdecc8', '#f8dca0', '#c2760c'],
  ['#e3f3dd', '#cbe8c0', '#3b7d34'],
  ['#fde3dc', '#f9cdc1', '#b4472b'],
  ['#dceefa', '#c3e0f4', '#2a6f9e'],
  ['#f0e6fa', '#e0cff3', '#7a4aa8'],
  ['#fff0dc', '#fbdcb4', '#a8621a'],
] as const

/** Which ground suits a kind best; the dish's own number moves it by one now and then. */
const HOME_GROUND: Readonly<Record<string, number>> = {
  rice: 0,
  noodles: 5,
  soup: 2,
  stew: 2,
  stir_fry: 0,
  fish: 3,
  greens: 1,
  cold: 3,
  dumplings: 5,
  bun: 4,
  congee: 3,
  egg: 4,
  tofu: 1,
  sweet: 4,
  drink: 3,
}

const VESSELS: Readonly<Record<string, typeof Bowl>> = {
  fish: Plate,
  stir_fry: Plate,
  greens: Plate,
  cold: Plate,
  egg: Plate,
  tofu: Plate,
  dumplings: Basket,
  bun: Basket,
  drink: Cup,
}

/**
 * A flat picture of a dish: its kind says what is drawn, its id which colours and garnish, so the same dish looks the
 * same everywhere and two dishes of a kind differ. Decoration: the name stands beside it.
 */
export function DishArt({
  art,
  seed,
  dim = false,
}: {
  readonly art: string
  readonly seed: string
  readonly dim?: boolean
}) {
  const rng: Rng = rngOf(seed)
  const home = HOME_GROUND[art] ?? 0
  const [ground, shade, rim] = GROUNDS[(home + rng.pick([0, 0, 1, 5])) % GROUNDS.length] ?? GROUNDS[0]
  const Vessel = VESSELS[art] ?? Bowl
  const Filling = IN_BOWLS[art] ?? ON_PLATES[art] ?? IN_BOWLS['rice']
  return (
    <svg viewBox="0 0 96 96" aria-hidden className={`block size-full ${dim ? 'opacity-55' : ''}`}>
      <rect width="96" height="96" fill={ground} />
      <circle cx={rng.between(18, 78)} cy={rng.between(10, 24)} r="34" fill={shade} opacity="0.55" />
      <ellipse cx="48" cy="80" rx="33" ry="5" fill={rim} opacity="0.16" />
      <Vessel rim={rim}>{Filling && <Filling rng={rng} />}</Vessel>
    </svg>
  )
}
