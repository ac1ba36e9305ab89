import { readDishes } from './dish'

export const COLD = readDishes(
  'cold',
  `
smashed_cucumber | 拍黄瓜 | Smashed cucumber | 900 | cold 5 30 | cold | vegan light
  现拍现拌，蒜醋开胃 | Smashed to order with garlic and vinegar
  cucumber 180, cold_dressing 22, coriander 3
century_tofu | 皮蛋豆腐 | Century egg on tofu | 1200 | cold 5 30 | tofu | vegetarian soft
  凉而不冰，入口即化 | Cool silken tofu with century egg
  tofu_soft 180, egg_century 55, light_soy 8, sesame_oil 3, scallion 4
mouthwater_chicken | 口水鸡 | Mouth-watering chicken | 2400 | cold 15 20 | cold | spicy
  红油花生，一口惊醒 | Poached chicken in chilli, sesame and peanut dressing
  chicken_whole 200, mouthwater 40, cucumber 40, coriander 3
wood_ear_salad | 凉拌木耳 | Wood ear salad | 1200 | cold 8 30 | cold | vegan light
  脆滑爽口，通肠解腻 | Slippery, crunchy, sharp
  wood_ear 16, red_pepper 15, chilli_fresh 2, cold_dressing 25, coriander 3
white_cut_chicken | 白切鸡 | White-cut chicken | 2600 | cold 40 20 | cold | light soft
  皮爽肉嫩，蘸姜葱 | Poached whole, eaten with ginger and scallion
  chicken_whole 220, ginger 8, scallion_oil 10, salt 2
kelp_salad | 凉拌海带丝 | Kelp salad | 900 | cold 5 30 | cold | vegan light
  蒜香酸甜 | Kelp shreds, garlic, a little sugar
  kelp 150, cold_dressing 22, chilli_fresh 2, sesame_seeds 1
spiced_beef | 五香牛肉 | Spiced beef | 3200 | cold 120 24 | cold | -
  卤透放凉，切得薄 | Brined beef shank, cooled and cut thin
  beef_shank 140, brine 70, coriander 3, garlic 4
beef_tripe_slices | 红油牛肉牛肚 | Beef and tripe in chilli oil | 2900 | cold 60 24 | cold | spicy
  薄切牛肉与牛肚，红油拌匀 | Thin slices of beef and tripe in chilli oil and peanuts
  beef_shank 70, beef_tripe 80, celery 25, brine 40, chilli_oil 14, peanuts 6, light_soy 5, pepper_oil 2
tofu_skin_salad | 凉拌千张 | Tofu sheet salad | 1100 | cold 6 30 | tofu | vegan
  豆香十足 | Shredded tofu sheets with cucumber
  tofu_skin 70, cucumber 50, carrot 15, cold_dressing 22
osmanthus_lotus | 桂花糯米藕 | Osmanthus lotus root | 1300 | cold 90 30 | sweet | vegan soft
  糯米填藕，桂花收汁 | Lotus root filled with sticky rice, glazed with osmanthus
  lotus_root 130, rice_glutinous 20, rock_sugar 10, osmanthus 6, red_dates 4
`,
)
