import { readIngredients } from './ingredient'

export const GRAIN = readIngredients(
  'grain',
  `
rice               | 大米     | Rice              | g | ambient 270 | 25000 13500 | 346  7.4 0.8 0.3 77.9 0.1   4 | 2.30 0 | -
rice_brown         | 糙米     | Brown rice        | g | ambient 180 | 10000  8200 | 348  7.7 2.7 0.6 75.0 0.7   5 | 2.20 0 | -
rice_black         | 黑米     | Black rice        | g | ambient 240 |  5000  5500 | 341  9.4 2.5 0.6 72.2 0.5   7 | 2.10 0 | -
rice_glutinous     | 糯米     | Glutinous rice    | g | ambient 270 | 10000  7600 | 350  7.3 1.0 0.3 78.3 0.1   2 | 1.90 0 | -
millet             | 小米     | Millet            | g | ambient 240 |  5000  5250 | 361  9.0 3.1 0.6 75.1 1.0   4 | 2.50 0 | -
oats               | 燕麦片   | Rolled oats       | g | ambient 270 |  5000  5500 | 377 13.0 7.0 1.2 66.0 1.0   4 | 3.00 0 | gluten
wheat_flour        | 中筋面粉 | Plain flour       | g | ambient 240 | 25000 11500 | 349 11.2 1.5 0.3 73.6 0.4   3 | 1.45 0 | gluten ~soybeans
noodles_fresh      | 鲜面条   | Fresh noodles     | g | chilled 3   |  5000  3500 | 286  8.3 0.7 0.2 61.9 1.0 120 | 1.70 0 | gluten ~eggs
rice_noodles       | 鲜河粉   | Fresh rice noodles | g | chilled 2  |  5000  3000 | 142  2.0 0.5 0.1 32.0 0.2  60 | 1.05 0 | ~gluten
vermicelli         | 绿豆粉丝 | Mung vermicelli   | g | ambient 540 |  5000  8500 | 338  0.8 0.2 0   83.7 0     9 | 3.00 0 | -
wonton_wrappers    | 馄饨皮   | Wonton wrappers   | g | chilled 3   |  2500  2250 | 278  8.5 0.8 0.2 59.0 0.8 180 | 1.40 0 | gluten eggs
dumpling_wrappers  | 饺子皮   | Dumpling wrappers | g | chilled 3   |  2500  2100 | 264  8.0 0.7 0.2 56.5 0.7 150 | 1.35 0 | gluten
youtiao_dough      | 冷冻油条 | Frozen dough stick | g | frozen 180 |  5000  6000 | 320  7.2 9.0 2.4 52.5 2.0 480 | 0.95 0 | gluten ~milk ~soybeans
corn_starch        | 玉米淀粉 | Corn starch       | g | ambient 540 | 10000  5200 | 351  0.4 0.1 0   86.5 0     9 | 2.00 0 | -
potato_starch      | 土豆淀粉 | Potato starch     | g | ambient 540 | 10000  7600 | 341  0.2 0.1 0   84.4 0    11 | 2.00 0 | ~sulphites
rice_meal_spiced   | 蒸肉米粉 | Spiced rice meal  | g | ambient 270 |  2000  2400 | 355  7.0 1.4 0.4 77.0 1.0 980 | 2.00 0 | ~gluten ~soybeans ~sesame
adzuki             | 红小豆   | Adzuki beans      | g | ambient 365 |  5000  5000 | 324 20.2 0.6 0.1 63.4 2.0   2 | 2.30 1 | ~gluten
mung_beans         | 绿豆     | Mung beans        | g | ambient 365 |  5000  4750 | 329 21.6 0.8 0.2 62.0 3.0   3 | 2.40 1 | ~gluten
lotus_seeds        | 干莲子   | Dried lotus seeds | g | ambient 365 |  1000  6800 | 350 17.2 2.0 0.5 67.2 3.0   5 | 2.20 0 | ~sulphites
white_fungus       | 干银耳   | Dried white fungus | g | ambient 365 | 1000  7600 | 261 10.0 1.4 0.2 67.3 1.0  82 | 9.00 4 | sulphites
wood_ear           | 干木耳   | Dried wood ear    | g | ambient 365 |  1000  6600 | 265 12.1 1.5 0.2 65.6 1.0  48 | 8.00 3 | -
shiitake_dried     | 干香菇   | Dried shiitake    | g | ambient 365 |  1000  8800 | 274 20.0 1.2 0.2 61.7 3.0  11 | 4.50 4 | -
daylily_dried      | 干黄花菜 | Dried daylily     | g | ambient 365 |  1000  6200 | 214 19.4 1.4 0.2 34.9 8.0  59 | 4.00 2 | sulphites
red_dates          | 干红枣   | Red dates         | g | ambient 240 |  2500  5500 | 276  3.2 0.5 0.1 67.8 60.0  6 | 1.30 12 | -
laver              | 紫菜     | Laver             | g | ambient 365 |   500  4200 | 250 26.7 1.1 0.3 44.1 0  711 | 6.00 0 | ~crustaceans ~molluscs ~fish
goji               | 枸杞     | Goji berries      | g | ambient 240 |  1000  6500 | 258 13.9 1.5 0.3 64.1 45.0 252 | 1.60 0 | ~sulphites
`,
)
