import { readDishes } from './dish'

export const NOODLES = readDishes(
  'noodles',
  `
beef_noodles | 红烧牛肉面 | Braised beef noodles | 2800 | noodle 8 10 | noodles | -
  大块牛肉，骨汤打底 | Big pieces of beef over bone stock
  noodles_fresh 150, beef_shank 90, bok_choy 50, braising_sauce 20, doubanjiang 3, bone_stock 220, scallion 4, coriander 3
tomato_egg_noodles | 番茄鸡蛋面 | Tomato and egg noodles | 1700 | noodle 7 12 | noodles | vegetarian soft
  酸甜汤面，最暖胃 | Sweet-sour soup noodles that warm
  noodles_fresh 140, tomato 140, egg 100, bok_choy 30, salt 2, scallion 4, rapeseed_oil 9
zhajiang_noodles | 炸酱面 | Noodles with fried bean sauce | 1900 | noodle 6 15 | noodles | -
  酱香肉丁，菜码要足 | Minced pork sauce and a heap of fresh shreds
  noodles_fresh 150, zhajiang 60, cucumber 50, bean_sprouts 30, carrot 20, soybeans 8
scallion_noodles | 葱油拌面 | Scallion oil noodles | 1400 | noodle 5 15 | noodles | vegan
  葱熬到焦香，拌开就好 | Scallions fried until dark, tossed through
  noodles_fresh 150, scallion_oil 18, light_soy 10, dark_soy 3, white_sugar 4, bok_choy 40
sesame_noodles | 麻酱凉面 | Cold sesame noodles | 1500 | noodle 5 20 | noodles | vegan
  芝麻花生酱，浓而不腻 | Cold noodles in sesame and peanut sauce
  noodles_fresh 150, sesame_sauce 45, cucumber 60, bean_sprouts 30, chilli_oil 4
pork_wonton | 鲜肉馄饨 | Pork wontons | 1600 | noodle 7 15 | dumplings | soft
  皮薄馅鲜，紫菜虾皮汤 | Thin skins in a broth of laver and dried shrimp
  wonton_wrappers 60, pork_filling 75, laver 1, dried_shrimp 3, chicken_stock 280, scallion 4, salt 1, sesame_oil 1
cabbage_dumplings | 白菜猪肉水饺 | Pork and cabbage dumplings | 1800 | noodle 9 20 | dumplings | -
  十五只，个个饱满 | Fifteen of them, well filled
  dumpling_wrappers 120, cabbage_filling 180, black_vinegar 8
three_fresh_dumplings | 三鲜水饺 | Three-fresh dumplings | 2300 | noodle 9 20 | dumplings | -
  虾仁鸡蛋韭菜，鲜掉眉毛 | Shrimp, egg and garlic chives
  dumpling_wrappers 120, three_fresh 180, black_vinegar 8
beef_ho_fun | 干炒牛河 | Beef ho fun | 2500 | wok 6 8 | noodles | -
  河粉不断，镬气足 | Wide rice noodles, whole, with the breath of the wok
  rice_noodles 220, beef_fillet 70, bean_sprouts 60, yellow_chives 15, light_soy 9, dark_soy 3, velveting 6, rapeseed_oil 14
pork_bun | 鲜肉包 | Pork buns | 800 | noodle 18 40 | bun | -
  两只，汤汁别烫着 | Two buns; mind the juice
  bun_dough 110, pork_filling 70
green_bun | 香菇青菜包 | Shiitake and greens buns | 600 | noodle 18 40 | bun | vegan
  两只，素馅清香 | Two buns with a fragrant green filling
  bun_dough 110, green_filling 80
scallion_pancake | 葱油饼 | Scallion pancake | 700 | noodle 12 20 | bun | vegan
  层层酥，葱花香 | Flaky layers and scallion
  wheat_flour 75, scallion 15, scallion_oil 10, salt 1, rapeseed_oil 4
`,
)
