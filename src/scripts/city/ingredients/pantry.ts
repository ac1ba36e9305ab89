import { readIngredients } from './ingredient'

export const PANTRY = readIngredients(
  'pantry',
  `
light_soy        | 生抽     | Light soy sauce   | ml 1.17 | ambient 540 | 10000  7800 |  63  8.0  0.1  0    7.6  3.0  6385 | 1 0 | soybeans gluten
dark_soy         | 老抽     | Dark soy sauce    | ml 1.22 | ambient 540 |  5000  5200 | 129  7.9  0.3  0   23.8 16.0  6910 | 1 0 | soybeans gluten
fish_soy         | 蒸鱼豉油 | Seasoned soy for fish | ml 1.15 | ambient 540 | 5000 6500 | 85 6.0 0.1 0 15.0 11.0 5200 | 1 0 | soybeans gluten
oyster_sauce     | 蚝油     | Oyster sauce      | g       | ambient 365 |  6000  6600 | 114  3.8  0.3  0.1 24.1 17.0  4200 | 1 0 | molluscs soybeans gluten
shaoxing_wine    | 黄酒     | Yellow rice wine  | ml 1.01 | ambient 720 | 10000  6200 |  66  1.6  0    0    4.5  2.0     5 | 1 0 | gluten
beer             | 啤酒     | Lager beer        | ml 1.01 | ambient 180 | 12000  6000 |  38  0.4  0    0    3.1  0.2     9 | 1 0 | gluten
black_vinegar    | 陈醋     | Black vinegar     | ml 1.06 | ambient 540 | 10000  6000 |  60  2.1  0.3  0   13.0  8.0   830 | 1 0 | gluten
white_vinegar    | 白米醋   | White rice vinegar | ml 1.01 | ambient 540 | 5000  2400 |  30  0.1  0    0    4.9  3.0   260 | 1 0 | -
doubanjiang      | 豆瓣酱   | Chilli bean paste | g       | ambient 365 |  5000  6500 | 178 13.6  6.8  1.0 17.1  6.0  6012 | 1 0 | soybeans gluten
black_beans      | 豆豉     | Fermented black beans | g   | ambient 365 |  2500  4500 | 244 24.1  6.0  0.9 23.0  3.0  2600 | 1 0 | soybeans
sweet_bean_sauce | 甜面酱   | Sweet bean sauce  | g       | ambient 365 |  3000  3300 | 136  5.5  0.6  0.1 27.1 18.0  2097 | 1 0 | gluten soybeans
yellow_bean_paste | 黄豆酱  | Yellow bean paste | g       | ambient 365 |  5000  5500 | 138 12.1  1.2  0.2 17.9  7.0  3606 | 1 0 | soybeans gluten
tomato_paste     | 番茄膏   | Tomato paste      | g       | ambient 540 |  3000  4200 |  81  4.9  0.2  0   16.9 12.0    37 | 1 0 | -
curry_roux       | 咖喱块   | Curry roux        | g       | ambient 360 |  2000  6400 | 512  6.5 34.1 16.0 44.7 10.0  4200 | 1 0 | gluten milk soybeans celery ~mustard ~peanuts
coconut_milk     | 椰浆     | Coconut milk      | ml 0.98 | ambient 540 |  4800  7600 | 197  2.0 20.0 17.5  2.8  2.0    15 | 1 0 | ~sulphites
sesame_paste     | 芝麻酱   | Sesame paste      | g       | ambient 360 |  3000  6900 | 618 19.2 52.7  7.6 22.7  1.0    39 | 1 0 | sesame ~peanuts
peanut_butter    | 花生酱   | Peanut butter     | g       | ambient 360 |  3000  5700 | 600 22.0 50.0  9.5 20.0  6.0   420 | 1 0 | peanuts ~sesame ~nuts
peanuts          | 花生米   | Peanuts           | g       | ambient 240 |  5000  6500 | 574 24.8 44.3  6.5 21.7  4.0     4 | 1 1 | peanuts
cashews          | 腰果     | Cashew nuts       | g       | ambient 240 |  2500 17500 | 559 17.3 43.8  8.0 30.0  6.0    12 | 1 0 | nuts ~peanuts
sesame_seeds     | 白芝麻   | Sesame seeds      | g       | ambient 365 |  1000  2400 | 536 18.4 45.0  6.4 21.7  0.5    32 | 1 0 | sesame
rapeseed_oil     | 菜籽油   | Rapeseed oil      | ml 0.92 | ambient 540 | 20000 21000 | 899  0   99.9  7.0  0    0       0 | 1 0 | -
sesame_oil       | 芝麻香油 | Sesame oil        | ml 0.92 | ambient 540 |  2500  7500 | 898  0   99.7 14.2  0.2  0       1 | 1 0 | sesame
pepper_oil       | 花椒油   | Sichuan pepper oil | ml 0.92 | ambient 540 | 2000  5600 | 895  0   99.4  7.5  0.3  0       0 | 1 0 | ~sesame
salt             | 盐       | Salt              | g       | ambient 1080 | 10000 2500 |   0  0    0    0    0    0   39311 | 1 0 | -
white_sugar      | 白砂糖   | Sugar             | g       | ambient 720 | 10000  7200 | 400  0    0    0   99.9 99.9     0 | 1 0 | -
rock_sugar       | 冰糖     | Rock sugar        | g       | ambient 720 |  5000  4750 | 397  0    0    0   99.3 99.0     3 | 1 0 | -
bouillon         | 鸡精     | Chicken bouillon  | g       | ambient 540 |  5000  8000 | 195 10.7  2.8  0.9 32.5  8.0 18864 | 1 0 | ~celery ~soybeans ~eggs ~milk
white_pepper     | 白胡椒粉 | White pepper      | g       | ambient 540 |  1000  7800 | 296 10.4  2.1  0.6 64.0  0       5 | 1 0 | ~mustard ~celery
black_pepper     | 黑胡椒碎 | Black pepper      | g       | ambient 540 |  1000  7200 | 251 10.4  3.3  1.4 64.0  0.6    20 | 1 0 | ~mustard ~celery
sichuan_pepper   | 花椒     | Sichuan pepper    | g       | ambient 365 |  1000  9800 | 258  6.7  8.9  2.0 66.5  0      47 | 1 0 | -
dried_chilli     | 干辣椒   | Dried chilli      | g       | ambient 365 |  2500  7500 | 298 15.0 12.0  2.0 53.0 10.0    12 | 1 3 | -
chilli_flakes    | 辣椒面   | Chilli flakes     | g       | ambient 365 |  2500  7000 | 290 15.2  9.5  1.6 57.7 10.0   100 | 1 0 | ~mustard
star_anise       | 八角     | Star anise        | g       | ambient 540 |  1000  8200 | 281  3.8  5.6  0.6 75.4  0      15 | 1 0 | -
cinnamon         | 桂皮     | Cassia bark       | g       | ambient 540 |  1000  4200 | 199 11.7  2.7  0.4 71.5  2.0    12 | 1 0 | -
bay_leaf         | 香叶     | Bay leaves        | g       | ambient 540 |   500  2100 | 313  7.6  8.4  2.3 75.0  0      23 | 1 0 | -
five_spice       | 五香粉   | Five-spice powder | g       | ambient 365 |  1000  4800 | 347  1.0  8.0  1.0 73.3  1.0    17 | 1 0 | ~mustard ~celery
cumin            | 孜然     | Cumin             | g       | ambient 365 |  1000  5600 | 375 17.8 22.3  1.5 44.2  2.3   168 | 1 0 | ~mustard ~peanuts
tea_leaves       | 红茶叶   | Black tea leaves  | g       | ambient 540 |  1000  6000 | 324 26.7  1.1  0.2 59.2  0      14 | 1 0 | -
tea_egg_spice    | 茶叶蛋料 | Tea-egg spice bag | g       | ambient 365 |   500  2600 | 250  6.0  4.0  0.8 60.0  2.0  3200 | 1 0 | ?
chopped_chilli   | 剁椒     | Salted chopped chilli | g   | chilled 90  |  2500  3500 |  35  1.5  0.6  0.1  6.5  3.0  5200 | 1 0 | ?
pickled_chilli   | 泡椒     | Pickled chilli    | g       | ambient 240 |  2500  3000 |  28  1.2  0.4  0.1  5.5  2.0  3400 | 1 0 | sulphites
preserved_greens | 梅干菜   | Dried preserved greens | g  | ambient 365 |  2500  5500 | 160 13.0  1.8  0.3 28.0  6.0  2800 | 3 1 | ~mustard ~sulphites
pickled_mustard  | 榨菜     | Pickled mustard stem | g    | ambient 270 |  3000  3000 |  35  2.2  0.3  0    6.5  2.0  4253 | 1 0 | mustard
pickled_cabbage  | 酸菜     | Pickled greens    | g       | chilled 60  |  5000  3500 |  18  1.3  0.3  0    3.0  1.0   980 | 0.95 2 | mustard ~sulphites
yeast            | 干酵母   | Dried yeast       | g       | ambient 365 |   500  2100 | 325 40.4  7.6  1.0 41.2  0      51 | 1 0 | ~gluten
fermented_rice   | 醪糟     | Sweet fermented rice | g    | chilled 60  |  2500  3500 | 100  1.6  0.2  0   22.0 14.0     8 | 1 0 | ~gluten
osmanthus        | 糖桂花   | Osmanthus in syrup | g      | ambient 270 |  1000  4200 | 260  0.6  0.1  0   64.0 60.0    10 | 1 0 | -
`,
)
