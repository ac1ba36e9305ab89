import { readDishes } from './dish'

export const BREAKFAST = readDishes(
  'breakfast',
  `
century_congee | 皮蛋瘦肉粥 | Congee with century egg and pork | 900 | steam 60 60 | congee | soft
  米粒开花，咸鲜绵滑 | Rice cooked until it flowers
  rice 45, egg_century 55, pork_lean 30, chicken_stock 100, ginger 2, salt 1, scallion 3, water 120
pumpkin_millet | 小米南瓜粥 | Millet and pumpkin congee | 600 | steam 45 60 | congee | vegan soft light
  养胃，金黄一碗 | Golden and gentle
  millet 40, pumpkin 90, goji 2, water 200
soy_milk | 现磨豆浆 | Fresh soy milk | 300 | steam 20 80 | drink | vegan light
  每天清早现磨，可不加糖 | Ground every morning, sugar only if you like
  soy_milk_base 300
tea_egg | 茶叶蛋 | Tea egg | 250 | steam 40 90 | egg | vegetarian
  文火浸一夜 | Steeped overnight
  egg 50, tea_leaves 1, tea_egg_spice 1, light_soy 3
youtiao | 油条 | Fried dough stick | 300 | noodle 6 40 | bun | vegetarian
  外脆里空，配豆浆 | Crisp outside, hollow within, made for soy milk
  youtiao_dough 80, rapeseed_oil 8
bean_bun | 豆沙包 | Sweet bean bun | 400 | noodle 18 50 | bun | vegan soft
  红豆自熬，甜得克制 | Beans cooked here, not too sweet
  bun_dough 55, bean_paste 35
steamed_roots | 蒸杂粮 | Steamed corn, yam and sweet potato | 600 | steam 30 50 | greens | vegan soft light
  玉米山药红薯，一盒三样 | Three in one box, nothing added
  corn_cob 100, yam 70, sweet_potato 80
oat_milk | 燕麦牛奶 | Oats in milk | 700 | steam 10 40 | drink | vegetarian soft
  热的，坚果另加 | Warm oats, a spoon of cashews on top
  oats 35, milk 220, cashews 8, goji 2
salted_egg_set | 咸蛋白粥 | Plain congee and salted egg | 600 | steam 50 60 | congee | vegetarian soft
  一碗白粥，半边流油的蛋 | White congee with a salted egg and pickles
  rice 45, egg_salted 60, pickled_mustard 10, water 200
`,
)
