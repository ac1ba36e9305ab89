import { useLocale } from '../i18n/use-locale'
import { DishArt } from '../ui/dish-art'
import { Section } from './section'

const ARTS = [
  'rice',
  'noodles',
  'soup',
  'stew',
  'stir_fry',
  'fish',
  'greens',
  'cold',
  'dumplings',
  'bun',
  'congee',
  'egg',
  'tofu',
  'sweet',
  'drink',
] as const
const SEEDS = ['dish_a', 'dish_b', 'dish_c', 'dish_d'] as const

/** The pictures of dishes: four dishes of each kind, and one that is sold out. */
export function Dishes() {
  const { say } = useLocale()
  return (
    <Section title={say({ zh: '菜品插画', en: 'Dish pictures' })}>
      {ARTS.map((art) => (
        <div key={art}>
          <p className="mb-1 text-caption text-ink-2">{art}</p>
          <div className="flex gap-2">
            {SEEDS.map((seed, i) => (
              <span key={seed} className="size-16 overflow-hidden rounded-control sm:size-20">
                <DishArt art={art} seed={`${art}_${seed}`} dim={i === SEEDS.length - 1} />
              </span>
            ))}
          </div>
        </div>
      ))}
    </Section>
  )
}
