import { readDishes } from './dish'

export const SOUPS = readDishes(
  'soup',
  `
tomato_egg_soup | 番茄蛋花汤 | Tomato egg-drop soup | 600 | wok 8 40 | soup | vegetarian soft light
  家家都会，家家不同 | Every family makes it, each in its own way
  tomato 70, egg 50, salt 1, scallion 3, corn_starch 3, sesame_oil 1, water 200
laver_soup | 紫菜虾皮汤 | Laver and dried shrimp soup | 600 | wok 6 40 | soup | light
  鲜在虾皮，一冲就好 | Quick and savoury
  laver 3, dried_shrimp 4, egg 50, bouillon 1, sesame_oil 1, scallion 3, water 230
winter_melon_ribs | 冬瓜排骨汤 | Winter melon and rib soup | 1600 | steam 80 40 | soup | soft light
  清汤见底，冬瓜透亮 | A clear soup of ribs and winter melon
  pork_ribs 90, winter_melon 140, bone_stock 180, ginger 4, salt 2
corn_ribs | 玉米排骨汤 | Sweetcorn and rib soup | 1600 | steam 80 40 | soup | soft
  玉米的甜，胡萝卜的色 | Sweet from the corn
  pork_ribs 90, corn_cob 90, carrot 40, bone_stock 180, ginger 4, salt 2
carp_tofu_soup | 鲫鱼豆腐汤 | Crucian carp and tofu soup | 2000 | steam 40 20 | soup | soft light
  煎过才奶白 | Fried first, so that it turns milky
  crucian_carp 130, tofu_soft 90, ginger 6, white_pepper 1, salt 2, scallion 4, rapeseed_oil 6, water 180
hot_sour_soup | 酸辣汤 | Hot and sour soup | 900 | wok 10 30 | soup | spicy
  胡椒的辣，陈醋的酸 | Pepper for the heat, black vinegar for the sour
  tofu_firm 40, egg 50, wood_ear 2, bamboo_shoots 20, enoki 20, chicken_stock 180, black_vinegar 10, white_pepper 1, potato_starch 6, light_soy 5
pickled_fish_soup | 酸菜鱼片汤 | Fish and pickled greens soup | 2200 | wok 14 16 | fish | spicy
  酸菜开胃，鱼片滑嫩 | Silky fish in a sour, peppery broth
  basa 140, pickled_cabbage 70, pickled_chilli 6, chicken_stock 200, potato_starch 8, ginger 4, garlic 4, rapeseed_oil 8
fish_ball_soup | 鱼丸青菜汤 | Fish ball and greens soup | 1200 | wok 10 30 | soup | soft light
  弹牙鱼丸，菜叶鲜绿 | Springy fish balls with spinach
  fish_balls 90, spinach 60, chicken_stock 200, bouillon 1, white_pepper 1, sesame_oil 1
`,
)
