import { readIngredients } from './ingredient'

export const VEGETABLES = readIngredients(
  'vegetables',
  `
tomato          | 番茄   | Tomato           | g | chilled 7   | 10000  5500 |  15 0.9 0.2 0    3.3 2.6 10 | 0.90  4 | -
potato          | 土豆   | Potato           | g | ambient 30  | 20000  5600 |  81 2.6 0.2 0   17.8 0.8  6 | 0.92 12 | -
onion           | 洋葱   | Onion            | g | ambient 30  | 10000  2600 |  40 1.1 0.2 0    9.0 5.1  4 | 0.85  8 | -
scallion        | 小葱   | Scallion         | g | chilled 4   |  5000  3500 |  27 1.6 0.3 0    5.8 2.3 10 | 0.90 12 | -
leek            | 大葱   | Welsh onion      | g | chilled 10  |  5000  2750 |  28 1.6 0.3 0    6.0 2.6  5 | 0.85 14 | -
ginger          | 生姜   | Ginger           | g | ambient 30  |  5000  5500 |  46 1.3 0.6 0.1 10.3 2.0 15 | 0.95  8 | -
garlic          | 大蒜   | Garlic           | g | ambient 60  |  5000  5000 | 128 4.5 0.2 0   27.6 1.0 20 | 0.95 10 | -
cucumber        | 黄瓜   | Cucumber         | g | chilled 5   |  5000  2750 |  16 0.8 0.2 0    2.9 1.7  5 | 1.00  5 | -
aubergine       | 茄子   | Aubergine        | g | chilled 5   | 10000  5000 |  23 1.1 0.2 0    4.9 2.8  5 | 0.80  5 | -
green_pepper    | 青椒   | Green pepper     | g | chilled 6   | 10000  5800 |  22 1.0 0.2 0    5.4 2.4  3 | 0.88 14 | -
red_pepper      | 红彩椒 | Red bell pepper  | g | chilled 6   |  5000  4500 |  26 1.0 0.2 0    6.0 4.0  3 | 0.88 14 | -
chilli_fresh    | 小米辣 | Bird's eye chilli | g | chilled 8  |  2500  3500 |  38 2.0 0.4 0    8.8 5.0  9 | 0.95  6 | -
cabbage         | 包菜   | Pointed cabbage  | g | chilled 10  | 10000  2800 |  24 1.5 0.2 0    4.6 3.0 27 | 0.85 10 | -
napa            | 大白菜 | Napa cabbage     | g | chilled 12  | 15000  2700 |  20 1.6 0.2 0    3.4 1.6 48 | 0.80 10 | -
bok_choy        | 上海青 | Bok choy         | g | chilled 3   |  5000  2000 |  14 1.7 0.3 0    2.1 1.0 73 | 0.80  8 | -
choy_sum        | 菜心   | Choy sum         | g | chilled 3   |  5000  3000 |  28 2.8 0.5 0.1  4.0 1.2 26 | 0.82  8 | -
spinach         | 菠菜   | Spinach          | g | chilled 3   |  5000  2750 |  28 2.6 0.3 0    4.5 0.4 85 | 0.70  8 | -
broccoli        | 西兰花 | Broccoli         | g | chilled 5   |  5000  3500 |  36 4.1 0.6 0.1  4.3 1.5 19 | 0.90 18 | -
cauliflower     | 花菜   | Cauliflower      | g | chilled 6   | 10000  5200 |  26 2.1 0.2 0    4.6 2.0 31 | 0.88 15 | -
green_beans     | 四季豆 | Green beans      | g | chilled 5   |  5000  3250 |  31 2.0 0.4 0.1  5.7 2.0  8 | 0.85  5 | -
garlic_shoots   | 蒜薹   | Garlic shoots    | g | chilled 7   |  5000  4500 |  66 2.0 0.1 0   15.4 4.0  4 | 0.90  8 | -
yellow_chives   | 韭黄   | Yellow chives    | g | chilled 3   |  2500  3500 |  24 2.3 0.2 0    3.9 1.5  7 | 0.80  6 | -
chives          | 韭菜   | Garlic chives    | g | chilled 3   |  5000  2500 |  29 2.4 0.4 0.1  4.6 1.5  8 | 0.80  8 | -
celery          | 西芹   | Celery           | g | chilled 7   |  5000  2500 |  16 0.7 0.2 0    3.0 1.3 80 | 0.90 15 | celery
carrot          | 胡萝卜 | Carrot           | g | chilled 20  | 10000  2800 |  39 1.0 0.2 0    8.8 4.5 71 | 0.92 10 | -
white_radish    | 白萝卜 | White radish     | g | chilled 15  | 10000  2000 |  21 0.9 0.1 0    5.0 2.5 62 | 0.88 10 | -
lotus_root      | 莲藕   | Lotus root       | g | chilled 10  |  5000  4000 |  70 1.9 0.2 0   16.4 3.0 44 | 0.95 12 | -
corn_cob        | 甜玉米 | Sweetcorn cob    | g | chilled 6   | 10000  5000 | 112 4.0 1.2 0.2 22.8 4.0  2 | 0.98  4 | -
winter_melon    | 冬瓜   | Winter melon     | g | ambient 20  | 20000  4400 |  12 0.4 0.2 0    2.6 1.2  2 | 0.85 20 | -
pumpkin         | 南瓜   | Pumpkin          | g | ambient 30  | 20000  5200 |  23 0.7 0.1 0    5.3 2.5  1 | 0.92 15 | -
snow_peas       | 荷兰豆 | Snow peas        | g | chilled 4   |  2500  3500 |  30 2.5 0.3 0.1  4.9 2.4  9 | 0.90  5 | -
bean_sprouts    | 绿豆芽 | Mung bean sprouts | g | chilled 2  |  5000  1500 |  19 2.1 0.1 0    2.9 1.4  4 | 0.85  2 | -
celtuce         | 莴笋   | Celtuce          | g | chilled 6   |  5000  2250 |  15 1.0 0.1 0    2.8 1.4 36 | 0.92 30 | -
yam             | 山药   | Chinese yam      | g | ambient 20  |  5000  5000 |  57 1.9 0.2 0   12.4 1.0 19 | 0.95 15 | -
taro            | 芋头   | Taro             | g | ambient 20  |  5000  4250 |  81 2.2 0.2 0   18.1 0.7 33 | 0.95 15 | -
sweet_potato    | 红薯   | Sweet potato     | g | ambient 25  | 10000  3800 |  86 1.6 0.1 0   20.1 4.2 55 | 0.95 10 | -
coriander       | 香菜   | Coriander        | g | chilled 3   |  1000  1500 |  33 1.8 0.4 0    6.2 0.9 49 | 1.00 15 | -
shiitake        | 鲜香菇 | Shiitake         | g | chilled 5   |  3000  4500 |  26 2.2 0.3 0    5.2 2.0  1 | 0.80  8 | -
oyster_mushroom | 平菇   | Oyster mushroom  | g | chilled 4   |  3000  2700 |  24 1.9 0.3 0    4.6 1.0  4 | 0.75  5 | -
enoki           | 金针菇 | Enoki            | g | chilled 6   |  2500  2250 |  32 2.4 0.4 0.1  6.0 0.5  4 | 0.85 12 | -
green_peas      | 青豆   | Green peas       | g | frozen 365  |  5000  5000 |  80 5.4 0.4 0.1 14.0 5.0  5 | 0.98  0 | -
corn_kernels    | 玉米粒 | Sweetcorn        | g | frozen 365  |  5000  4500 | 106 3.2 1.2 0.2 21.0 4.5  2 | 0.98  0 | -
chestnuts       | 板栗仁 | Peeled chestnuts | g | frozen 270  |  2500  6500 | 188 4.2 0.7 0.1 41.0 8.0 14 | 1.00  2 | -
kelp            | 海带丝 | Kelp strips      | g | chilled 15  |  5000  3500 |  17 1.3 0.1 0    3.0 0.6 107 | 0.95 0 | ~crustaceans ~fish
bamboo_shoots   | 水煮笋 | Bamboo shoots    | g | chilled 30  |  3000  3300 |  23 2.6 0.2 0    3.6 1.5  6 | 0.90  3 | ~sulphites
`,
)
