import { readDishes } from './dish'

export const STIR_FRIES = readDishes(
  'stir_fry',
  `
kung_pao_chicken | 宫保鸡丁 | Kung pao chicken | 2200 | wok 8 12 | stir_fry | spicy
  鸡丁滑嫩，花生最后下锅 | Diced chicken with peanuts that go in last
  chicken_thigh 130, peanuts 20, cucumber 40, leek 25, dried_chilli 3, kung_pao 32, velveting 10, rapeseed_oil 8
fish_fragrant_pork | 鱼香肉丝 | Fish-fragrant pork | 2200 | wok 7 12 | stir_fry | spicy
  没有鱼，却有鱼香 | No fish in it, only the seasoning once made for fish
  pork_lean 110, bamboo_shoots 45, wood_ear 5, carrot 25, fish_fragrant 38, velveting 10, rapeseed_oil 9
twice_cooked_pork | 回锅肉 | Twice-cooked pork | 2400 | wok 9 12 | stir_fry | spicy
  肉片煎出灯盏窝，蒜苗提香 | Belly curled in the wok with chilli bean paste and leek
  pork_belly 110, leek 60, green_pepper 40, doubanjiang 9, sweet_bean_sauce 5, black_beans 3, white_sugar 2, rapeseed_oil 4
pepper_pork | 青椒肉丝 | Pork and green pepper | 2000 | wok 6 12 | stir_fry | -
  最下饭的一道小炒 | The plainest stir-fry, and the one that empties the rice pot
  pork_lean 100, green_pepper 110, light_soy 6, velveting 9, garlic 4, rapeseed_oil 9
moo_shu_pork | 木须肉 | Moo shu pork | 2100 | wok 7 12 | egg | -
  木耳黄花鸡蛋，一盘四色 | Pork, egg, wood ear and daylily in one pan
  pork_lean 70, egg 50, wood_ear 4, daylily_dried 4, cucumber 50, light_soy 6, velveting 6, leek 8, rapeseed_oil 9
tomato_egg | 番茄炒蛋 | Tomato and egg | 1500 | wok 5 15 | egg | vegetarian soft
  酸甜正好，汤汁拌饭 | Scrambled egg in a sweet-sour tomato sauce
  egg 100, tomato 150, white_sugar 4, salt 1, scallion 4, rapeseed_oil 11
yellow_chive_egg | 韭黄炒蛋 | Yellow chives and egg | 1600 | wok 5 12 | egg | vegetarian soft
  韭黄鲜嫩，蛋香扑鼻 | Delicate chives and soft egg
  egg 100, yellow_chives 100, salt 1, rapeseed_oil 11
chilli_beef | 小炒黄牛肉 | Hunan stir-fried beef | 3400 | wok 6 10 | stir_fry | spicy
  小米辣配芹菜，够锅气 | Beef with bird's eye chilli and celery, smoky from the wok
  beef_fillet 120, celery 40, chilli_fresh 10, pickled_chilli 8, garlic 6, coriander 6, light_soy 7, oyster_sauce 5, velveting 9, rapeseed_oil 11
scallion_lamb | 葱爆羊肉 | Lamb with Welsh onion | 3600 | wok 5 10 | stir_fry | -
  大葱断生即出锅 | Lamb seared with onion and cumin
  lamb_leg 120, leek 90, cumin 1, light_soy 8, shaoxing_wine 6, black_vinegar 3, velveting 8, rapeseed_oil 9
garlic_shoot_pork | 蒜薹炒肉 | Garlic shoots and pork | 2200 | wok 6 12 | stir_fry | -
  蒜薹脆甜，肉丝入味 | Sweet crunchy garlic shoots with shredded pork
  pork_lean 80, garlic_shoots 120, light_soy 7, velveting 7, rapeseed_oil 9
black_pepper_beef | 黑椒牛柳 | Black pepper beef | 3500 | wok 6 10 | stir_fry | -
  黄油黑椒汁，牛柳嫩 | Beef strips in a buttery pepper sauce
  beef_fillet 130, onion 50, red_pepper 30, black_pepper_sauce 40, velveting 10, rapeseed_oil 8
chilli_chicken | 辣子鸡 | Chicken in dried chilli | 2600 | wok 10 12 | stir_fry | spicy
  辣椒堆里找鸡块 | Crisp chicken hidden in a heap of dried chilli
  chicken_thigh 150, dried_chilli 8, sichuan_pepper 1, garlic 6, ginger 4, sesame_seeds 2, corn_starch 12, light_soy 4, bouillon 2, rapeseed_oil 14
cashew_chicken | 腰果鸡丁 | Chicken with cashew nuts | 2500 | wok 7 12 | stir_fry | light
  鸡胸嫩滑，腰果酥香 | Chicken breast, celery and crisp cashews
  chicken_breast 120, cashews 20, celery 50, red_pepper 20, oyster_sauce 5, light_soy 4, velveting 10, rapeseed_oil 7
pan_cauliflower | 干锅花菜 | Dry-pot cauliflower | 1900 | wok 8 12 | greens | spicy
  五花肉煸出油，花菜焦香 | Cauliflower charred in the fat of pork belly
  cauliflower 170, pork_belly 35, dried_chilli 2, garlic 6, light_soy 8, black_beans 3, rapeseed_oil 5
celery_tofu | 芹菜炒香干 | Celery and pressed tofu | 1600 | wok 5 15 | tofu | vegan light
  清爽一盘，素也有嚼头 | Crisp and meatless with something to chew
  celery 110, tofu_dried 70, red_pepper 15, light_soy 4, rapeseed_oil 8
pepper_squid | 爆炒鱿鱼 | Stir-fried squid | 2800 | wok 5 10 | stir_fry | spicy
  花刀打卷，酱香带辣 | Scored squid curled in bean paste and chilli
  squid 150, green_pepper 50, onion 40, doubanjiang 6, oyster_sauce 5, white_sugar 2, shaoxing_wine 6, rapeseed_oil 10
snow_pea_sausage | 荷兰豆炒腊肠 | Snow peas and cured sausage | 2400 | wok 5 12 | stir_fry | -
  豆脆肠香，不用再放盐 | Sweet peas and sausage; needs no salt
  snow_peas 120, pork_sausage 45, garlic 5, rapeseed_oil 4
`,
)
