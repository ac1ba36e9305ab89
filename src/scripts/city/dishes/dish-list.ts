import { BRAISES } from './braises'
import { BREAKFAST } from './breakfast'
import { COLD } from './cold'
import type { Dish } from './dish'
import { GREENS } from './greens'
import { NOODLES } from './noodles'
import { RICE_BOWLS } from './rice-bowls'
import { SOUPS } from './soups'
import { STEAMED } from './steamed'
import { STIR_FRIES } from './stir-fries'
import { STAPLES, SWEETS } from './sweets-staples'

export const DISHES: readonly Dish[] = [
  ...RICE_BOWLS,
  ...STIR_FRIES,
  ...BRAISES,
  ...STEAMED,
  ...GREENS,
  ...COLD,
  ...NOODLES,
  ...SOUPS,
  ...BREAKFAST,
  ...SWEETS,
  ...STAPLES,
]
