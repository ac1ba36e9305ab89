import { readIngredients } from './ingredient'

export const POULTRY = readIngredients(
  'poultry',
  `
chicken_thigh   | 鸡腿肉   | Chicken thigh   | g        | chilled 3   |  5000 11000 | 181 16.0 13.0 3.5 0   0    64 | 0.75  2 | -
chicken_leg     | 整鸡腿   | Chicken leg     | piece 180 | chilled 3  |    30 13500 | 181 16.4 12.8 3.4 0   0    66 | 0.72  4 | -
chicken_breast  | 鸡胸肉   | Chicken breast  | g        | chilled 3   |  5000 10000 | 118 24.6  1.9 0.5 0.6 0    45 | 0.75  1 | -
chicken_whole   | 三黄鸡   | Whole chicken   | g        | chilled 3   |  6000 16800 | 167 19.3  9.4 2.6 1.3 0    63 | 0.60 10 | -
chicken_carcass | 鸡架     | Chicken carcass | g        | chilled 2   | 10000  6000 |  25  1.2  2.0 0.6 0   0    12 | 0.10  0 | -
duck_leg        | 鸭腿     | Duck leg        | g        | chilled 3   |  5000 12500 | 240 15.5 19.7 5.6 0.2 0    69 | 0.62  3 | -
egg             | 鸡蛋     | Egg             | piece 50 | chilled 21  |   180 13500 | 144 13.3  8.8 2.6 2.8 0.3 132 | 1.00  2 | eggs
egg_century     | 皮蛋     | Century egg     | piece 55 | ambient 90  |    60  9000 | 171 14.2 10.7 2.8 4.5 0.2 543 | 1.00  2 | eggs
egg_salted      | 咸鸭蛋   | Salted duck egg | piece 60 | ambient 60  |    60  9600 | 190 12.7 12.7 3.7 6.3 0.3 2706 | 1.00 2 | eggs
egg_quail       | 鹌鹑蛋   | Quail egg       | piece 10 | chilled 20  |   200  5600 | 160 12.8 11.1 3.3 2.1 0.2 107 | 1.00  3 | eggs
`,
)
