import { readIngredients } from './ingredient'

export const SOY = readIngredients(
  'soy',
  `
tofu_soft  | 嫩豆腐 | Silken tofu   | g | chilled 5   | 4200 2400 |  57  5.0  1.9 0.3  5.0 0.9   6 | 0.95 0 | soybeans
tofu_firm  | 老豆腐 | Firm tofu     | g | chilled 4   | 5000 2750 |  98 10.2  5.3 0.8  2.6 0.7   7 | 0.88 0 | soybeans
tofu_dried | 香干   | Pressed tofu  | g | chilled 10  | 2500 3250 | 147 16.2  8.0 1.2  3.3 1.0 520 | 0.95 0 | soybeans gluten
tofu_skin  | 千张   | Tofu sheets   | g | chilled 4   | 2500 3500 | 262 24.5 16.0 2.4  5.5 1.5  21 | 1.05 0 | soybeans
yuba_dried | 腐竹   | Dried yuba    | g | ambient 240 | 2000 6400 | 461 44.6 21.7 3.2 22.3 1.5  27 | 2.50 0 | soybeans ~sulphites
soybeans   | 黄豆   | Soybeans      | g | ambient 365 | 10000 7500 | 390 35.0 16.0 2.4 34.2 7.0   2 | 2.20 1 | soybeans ~gluten
`,
)
