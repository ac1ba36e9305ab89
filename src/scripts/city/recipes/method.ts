import type { RecipeStep } from '../../../catalogue/schema/recipes'
import type { Text } from '../../../kernel/text'
import type { Recipe } from './recipe'

const step = (
  text: Text,
  station: string,
  minutes: number,
  how: Partial<Pick<RecipeStep, 'attended' | 'when'>> = {},
): RecipeStep => ({ text, station, minutes, attended: true, when: 'service', ...how })

const CUT = step({ zh: '洗净切配', en: 'Wash and cut' }, 'cold', 10, { when: 'day_before' })
const MARINATE = step({ zh: '上浆腌制', en: 'Coat and marinate' }, 'cold', 15, { attended: false })
const TRAYS = step({ zh: '装盘上屉', en: 'Fill the trays' }, 'cold', 4)
const PACK = step({ zh: '分装封盒', en: 'Portion and seal' }, 'pack', 3)

/** The paste that meat lies in before it meets the wok. */
const COATED = 'rcp_velveting'

/** How a dish is made at its station, with what comes before and after; what is only packed is one step. */
export function methodOf({ station, minutes, lines }: Pick<Recipe, 'station' | 'minutes' | 'lines'>): RecipeStep[] {
  if (station === 'pack') return []
  const isCoated = lines.some((line) => line.kind === 'sub_recipe' && line.recipe.id === COATED)
  if (station === 'wok') {
    const fry = step({ zh: '热锅烹炒', en: 'Cook in the wok' }, 'wok', minutes)
    return [CUT, ...(isCoated ? [MARINATE] : []), fry, PACK]
  }
  if (station === 'steam') {
    return [CUT, TRAYS, step({ zh: '蒸制', en: 'Steam' }, 'steam', minutes, { attended: false }), PACK]
  }
  if (station === 'cold') return [CUT, step({ zh: '拌制', en: 'Dress and mix' }, 'cold', minutes), PACK]
  return [step({ zh: '煮制装碗', en: 'Boil and fill the bowls' }, 'noodle', minutes), PACK]
}
