import { readIngredients } from './ingredient'

export const SEAFOOD = readIngredients(
  'seafood',
  `
shrimp_peeled | 虾仁   | Peeled shrimp  | g | frozen 180  | 2000 12000 |  83 18.6  0.8 0.2  0   0   250 | 0.80  0 | crustaceans ~molluscs ~fish
prawns        | 基围虾 | Prawns         | g | chilled 2   | 2000 15000 | 101 18.2  1.4 0.3  3.9 0   172 | 0.75  5 | crustaceans
sea_bass      | 鲈鱼   | Sea bass       | g | chilled 2   | 3000 13500 | 105 18.6  3.4 0.8  0   0   144 | 0.80 20 | fish
grass_carp    | 草鱼块 | Grass carp     | g | chilled 2   | 5000 12000 | 113 16.6  5.2 1.3  0   0    46 | 0.80  8 | fish
crucian_carp  | 鲫鱼   | Crucian carp   | g | chilled 2   | 3000  8400 | 108 17.1  2.7 0.6  3.8 0    41 | 0.75 20 | fish
basa          | 巴沙鱼柳 | Basa fillet  | g | frozen 365  | 5000 13000 |  87 15.2  2.9 1.2  0   0    80 | 0.72  0 | fish ~crustaceans ~molluscs
hairtail      | 带鱼段 | Hairtail       | g | frozen 270  | 5000 17500 | 127 17.7  4.9 1.5  3.1 0   150 | 0.78  6 | fish
squid         | 鱿鱼   | Squid          | g | frozen 270  | 3000 12600 |  84 17.4  1.6 0.4  0   0   134 | 0.60  3 | molluscs ~fish ~crustaceans
fish_balls    | 鱼丸   | Fish balls     | g | frozen 180  | 2500  6500 | 116 11.0  2.4 0.6 12.7 1.5 720 | 1.00  0 | fish eggs ~crustaceans ~soybeans
dried_shrimp  | 虾皮   | Dried shrimp   | g | ambient 180 |  500  2600 | 153 30.7  2.2 0.6  2.5 0  5058 | 1.20  0 | crustaceans ~fish ~molluscs
`,
)
