import { readIngredients } from './ingredient'

export const MEAT = readIngredients(
  'meat',
  `
pork_belly    | 五花肉   | Pork belly       | g | chilled 4  |  5000 16000 | 395 13.2 37.0 13.4 2.4 0   59 | 0.70 3 | -
pork_lean     | 猪里脊   | Pork loin        | g | chilled 4  |  5000 18000 | 155 20.2  7.9  2.7 0.7 0   43 | 0.72 2 | -
pork_mince    | 猪肉末   | Minced pork      | g | chilled 2  |  5000 15000 | 263 17.0 21.0  7.8 0   0   60 | 0.75 0 | -
pork_ribs     | 猪小排   | Pork spare ribs  | g | chilled 4  |  5000 24000 | 278 16.7 23.1  8.5 0.7 0   62 | 0.62 4 | -
pork_bones    | 猪筒骨   | Pork marrow bone | g | chilled 3  | 10000 14000 |  30  1.5  2.5  0.9 0   0   10 | 0.10 0 | -
pork_ham      | 老火腿   | Cured ham        | g | ambient 90 |  1000  9600 | 330 16.0 28.0 10.2 5.1 0 1087 | 0.85 5 | -
pork_cured    | 腊肉     | Smoked pork      | g | chilled 60 |  2500 13500 | 498 11.8 48.8 18.0 2.9 1.0 764 | 0.85 2 | ~soybeans
pork_sausage  | 腊肠     | Cured sausage    | g | chilled 60 |  2500 14500 | 466 17.0 39.0 14.0 11.0 8.5 1420 | 0.88 0 | soybeans gluten
beef_brisket  | 牛腩     | Beef brisket     | g | chilled 5  |  5000 34000 | 265 17.1 21.8  9.3 0   0   70 | 0.65 6 | -
beef_shank    | 牛腱     | Beef shank       | g | chilled 5  |  5000 39000 | 123 20.9  4.2  1.7 0.4 0   75 | 0.62 5 | -
beef_fillet   | 牛里脊   | Beef fillet      | g | chilled 4  |  2500 24000 | 134 21.8  5.0  2.0 0.5 0   62 | 0.75 4 | -
beef_tripe    | 牛肚     | Beef tripe       | g | chilled 3  |  2500 14000 |  76 14.5  1.8  0.7 0.4 0   60 | 0.60 5 | -
lamb_leg      | 羊腿肉   | Leg of lamb      | g | chilled 4  |  2500 19500 | 198 18.6 13.6  6.0 0.2 0   80 | 0.70 4 | -
lard          | 猪油     | Lard             | g | chilled 120 | 2500  4500 | 897  0   99.6 39.2 0.2 0    9 | 1.00 0 | -
`,
)
