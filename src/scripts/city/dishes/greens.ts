import { readDishes } from './dish'

export const GREENS = readDishes(
  'greens',
  `
plain_bok_choy | 清炒上海青 | Stir-fried bok choy | 1000 | wok 4 20 | greens | vegan light
  一把青菜，少油快炒 | Greens, a little oil, a hot wok
  bok_choy 200, garlic 4, salt 1, rapeseed_oil 8
garlic_broccoli | 蒜蓉西兰花 | Garlic broccoli | 1400 | wok 5 20 | greens | light
  焯得翠绿，蒜香浓 | Bright green under garlic paste
  broccoli 180, carrot 20, garlic_paste 15, rapeseed_oil 3
torn_cabbage | 手撕包菜 | Hand-torn cabbage | 1200 | wok 4 20 | greens | vegan spicy
  手撕才入味，醋从锅边下 | Torn, not cut, with vinegar down the side of the wok
  cabbage 200, dried_chilli 2, garlic 5, black_vinegar 5, light_soy 6, rapeseed_oil 9
dry_fried_beans | 干煸四季豆 | Dry-fried green beans | 1700 | wok 9 15 | greens | spicy
  煸到起皱，肉末芽香 | Beans blistered with pork and pickled stem
  green_beans 180, pork_mince 30, pickled_mustard 8, dried_chilli 2, garlic 5, light_soy 4, rapeseed_oil 11
three_earth | 地三鲜 | Potato, aubergine and pepper | 1600 | wok 9 15 | greens | vegan
  东北的家常味 | A plate from the northern garden
  potato 90, aubergine 110, green_pepper 50, garlic 5, light_soy 8, white_sugar 2, corn_starch 4, rapeseed_oil 15
sour_potato | 酸辣土豆丝 | Hot and sour potato shreds | 1100 | wok 4 20 | greens | vegan spicy
  刀工见真章，脆而不生 | Cut fine, cooked crisp
  potato 180, green_pepper 20, dried_chilli 2, white_vinegar 8, garlic 4, salt 1, rapeseed_oil 9
shiitake_greens | 香菇青菜 | Greens with shiitake | 1400 | wok 6 20 | greens | light
  菇香菜嫩 | Choy sum and shiitake in a light oyster sauce
  choy_sum 150, shiitake 60, oyster_sauce 6, corn_starch 2, rapeseed_oil 8
fish_fragrant_aubergine | 鱼香茄子 | Fish-fragrant aubergine | 1700 | wok 9 15 | greens | vegan spicy
  茄子软糯，酸甜微辣 | Soft aubergine, sweet, sour and a little hot
  aubergine 220, fish_fragrant 38, scallion 5, rapeseed_oil 15
home_tofu | 家常豆腐 | Home-style tofu | 1600 | wok 8 15 | tofu | vegan
  煎到两面黄再烧 | Tofu browned on both sides, then braised
  tofu_firm 180, wood_ear 3, green_pepper 30, doubanjiang 7, light_soy 4, garlic 4, rapeseed_oil 11
lotus_pond | 荷塘小炒 | Lotus pond stir-fry | 1800 | wok 5 15 | greens | vegan light
  藕片山药荷兰豆，脆嫩清甜 | Lotus root, yam and snow peas, crisp and clean
  lotus_root 70, yam 50, snow_peas 40, carrot 20, wood_ear 2, salt 1, corn_starch 2, rapeseed_oil 7
mushroom_sprouts | 平菇炒豆芽 | Oyster mushrooms and sprouts | 1200 | wok 4 20 | greens | vegan light
  爽口，不抢味 | Light and crisp
  oyster_mushroom 90, bean_sprouts 110, chives 15, light_soy 5, rapeseed_oil 8
celtuce_ham | 火腿炒莴笋 | Celtuce and ham | 1700 | wok 5 15 | greens | -
  莴笋青脆，火腿提鲜 | Pale green stems sharpened by a little ham
  celtuce 180, pork_ham 15, garlic 4, rapeseed_oil 7
`,
)
