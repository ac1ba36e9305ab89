import { readIngredients } from './ingredient'

export const DAIRY = readIngredients(
  'dairy',
  `
milk      | 纯牛奶 | Whole milk  | ml 1.03 | chilled 12  | 12000 10800 |  65 3.3  3.6 2.3  4.9 4.9  37 | 1 0 | milk
butter    | 黄油   | Butter      | g       | chilled 90  |  2000 11200 | 742 0.6 82.0 52.0 0.6 0.6  11 | 1 0 | milk
condensed | 炼乳   | Condensed milk | g    | ambient 270 |  2500  6250 | 332 8.0  8.7 5.5 55.4 55.0 212 | 1 0 | milk
yoghurt   | 酸奶   | Yoghurt     | g       | chilled 18  |  5000  7500 |  86 2.8  2.6 1.6 12.9 12.0  38 | 1 0 | milk
`,
)
