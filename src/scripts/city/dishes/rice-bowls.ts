import { readDishes } from './dish'

export const RICE_BOWLS = readDishes(
  'rice_bowl',
  `
tomato_beef_rice | 番茄牛腩饭 | Tomato beef brisket rice | 3200 | steam 90 40 | rice | -
  番茄炖出沙，牛腩软而不散 | Brisket simmered soft in tomatoes cooked down to a sauce
  rice 90, beef_brisket 120, tomato 100, potato 40, onion 30, tomato_paste 8, braising_sauce 25, rapeseed_oil 6, ginger 3
braised_pork_rice | 卤肉饭 | Braised pork rice | 2400 | steam 75 40 | rice | -
  五花肉切丁慢卤，配一只卤蛋 | Diced belly in a slow brine over rice, with a braised egg
  rice 100, pork_belly 80, egg 50, shiitake_dried 3, braising_sauce 30, bok_choy 50, onion 15
kung_pao_rice | 宫保鸡丁饭 | Kung pao chicken rice | 2500 | wok 8 12 | rice | spicy
  荔枝口的酸甜，花生香脆 | Sweet and sour with dried chilli and crisp peanuts
  rice 90, chicken_thigh 110, peanuts 15, cucumber 40, leek 20, dried_chilli 2, kung_pao 28, velveting 8, rapeseed_oil 8
mapo_rice | 麻婆豆腐饭 | Mapo tofu rice | 2000 | wok 8 15 | tofu | spicy
  嫩豆腐裹着麻辣红汁 | Silken tofu in a numbing red sauce, made for rice
  rice 90, tofu_soft 180, pork_mince 25, mala_base 20, scallion 5, corn_starch 3, chicken_stock 40
fish_fragrant_rice | 鱼香肉丝饭 | Fish-fragrant pork rice | 2400 | wok 7 12 | rice | spicy
  泡椒提味，甜酸辣都在 | Shredded pork with pickled chilli: sweet, sour and hot at once
  rice 90, pork_lean 90, bamboo_shoots 35, wood_ear 4, carrot 20, fish_fragrant 32, velveting 8, rapeseed_oil 8
curry_chicken_rice | 咖喱鸡腿饭 | Coconut curry chicken rice | 2600 | steam 40 30 | rice | -
  椰香咖喱，土豆绵软 | Chicken thigh and potato in a mild coconut curry
  rice 90, chicken_thigh 110, potato 60, carrot 30, curry_sauce 90, rapeseed_oil 4
house_fried_rice | 什锦炒饭 | House fried rice | 2200 | wok 6 10 | rice | -
  粒粒分明，虾仁火腿都有 | Loose-grained rice with shrimp, ham, egg and peas
  rice 100, egg 50, shrimp_peeled 25, pork_ham 12, green_peas 20, carrot 15, corn_kernels 15, scallion 6, rapeseed_oil 12, salt 1
shrimp_egg_rice | 滑蛋虾仁饭 | Silky egg and shrimp rice | 2900 | wok 6 10 | egg | soft
  蛋滑虾弹，老人小孩都爱 | Soft-set egg folded round shrimp
  rice 90, shrimp_peeled 80, egg 100, bok_choy 50, scallion 6, milk 10, corn_starch 3, rapeseed_oil 11, salt 1
pepper_beef_rice | 尖椒牛柳饭 | Beef and green pepper rice | 3000 | wok 7 10 | rice | -
  大火快炒，牛柳嫩、尖椒脆 | Tender beef and crisp peppers off a hot wok
  rice 90, beef_fillet 100, green_pepper 70, onion 30, oyster_sauce 6, light_soy 5, velveting 10, rapeseed_oil 10
mushroom_chicken_rice | 香菇滑鸡饭 | Steamed chicken and shiitake rice | 2700 | steam 30 30 | rice | soft light
  冬菇吸足鸡汁，少油 | Chicken steamed with dried shiitake and a few red dates
  rice 90, chicken_thigh 120, shiitake_dried 5, wood_ear 2, red_dates 4, oyster_sauce 5, light_soy 5, velveting 8, ginger 3, choy_sum 50
claypot_rice | 腊味煲仔饭 | Cured meat claypot rice | 2800 | steam 30 24 | rice | -
  腊肠腊肉的油渗进饭里 | Sausage and smoked pork melt into the rice below
  rice 100, pork_sausage 35, pork_cured 20, egg 50, choy_sum 50, fish_soy 7, lard 3
three_earth_rice | 地三鲜盖饭 | Potato, aubergine and pepper rice | 1900 | wok 9 12 | greens | vegan
  土豆茄子青椒，一碗家常素 | Three vegetables of the northern garden in garlic sauce
  rice 90, potato 70, aubergine 90, green_pepper 50, garlic 5, light_soy 7, white_sugar 2, rapeseed_oil 14, corn_starch 4
`,
)
