import { readDishes } from './dish'

export const BRAISES = readDishes(
  'braise',
  `
red_braised_pork | 红烧肉 | Red-braised pork belly | 2900 | steam 90 40 | stew | soft
  肥而不腻，酱色透亮 | Belly braised until it trembles
  pork_belly 150, egg_quail 20, braising_sauce 40, rock_sugar 3, ginger 4
sweet_sour_ribs | 糖醋小排 | Sweet and sour ribs | 3200 | wok 45 24 | stew | -
  外酥里嫩，醋香在前 | Ribs glazed in black vinegar and sugar
  pork_ribs 190, sweet_sour 45, ginger 4, sesame_seeds 1, shaoxing_wine 8, rapeseed_oil 6
potato_beef | 土豆烧牛肉 | Beef and potato stew | 3300 | steam 90 40 | stew | soft
  土豆炖到起沙 | Beef shank with potatoes that thicken the sauce
  beef_shank 120, potato 120, carrot 30, braising_sauce 35, onion 20, rapeseed_oil 5
yellow_chicken | 黄焖鸡 | Yellow-braised chicken | 2600 | steam 40 30 | stew | -
  香菇青椒，一锅浓汁 | Chicken, shiitake and pepper in a thick gravy
  chicken_leg 180, shiitake 40, green_pepper 30, potato 40, braising_sauce 30, ginger 5, rapeseed_oil 5
beer_duck | 啤酒鸭 | Duck in beer | 2900 | steam 60 30 | stew | spicy
  啤酒去腥，鸭肉酥烂 | Duck stewed in lager with ginger and chilli
  duck_leg 180, beer 60, ginger 8, dried_chilli 2, doubanjiang 6, braising_sauce 15, green_pepper 25
lion_head | 红烧狮子头 | Braised meatballs | 2400 | steam 60 40 | stew | soft
  手打肉圆，松软多汁 | Two large hand-chopped pork meatballs on greens
  lion_head_mix 150, bok_choy 70, braising_sauce 30, corn_starch 3, chicken_stock 30
chestnut_chicken | 板栗烧鸡 | Chicken with chestnuts | 2800 | steam 45 30 | stew | soft
  板栗粉糯，吸满鸡汁 | Floury chestnuts full of chicken gravy
  chicken_thigh 140, chestnuts 60, braising_sauce 30, ginger 4, scallion 4, rapeseed_oil 5
radish_brisket | 萝卜炖牛腩 | Brisket with radish | 3300 | steam 100 40 | stew | soft
  清炖白萝卜，汤甜肉烂 | A clear stew of brisket and white radish
  beef_brisket 130, white_radish 150, ginger 6, star_anise 1, white_pepper 1, salt 2, bone_stock 60, coriander 3
braised_carp | 红烧鱼块 | Braised carp | 2600 | wok 25 20 | fish | -
  煎过再烧，酱汁入味 | Carp steaks fried, then braised
  grass_carp 200, braising_sauce 35, ginger 6, garlic 5, leek 10, corn_starch 4, rapeseed_oil 12
pork_yuba | 腐竹烧肉 | Pork with yuba | 2600 | steam 75 40 | stew | soft
  腐竹吸汁，比肉还香 | Tofu skin that drinks up the sauce
  pork_belly 110, yuba_dried 18, wood_ear 2, braising_sauce 35, ginger 4
braised_hairtail | 红烧带鱼 | Braised hairtail | 2700 | wok 20 20 | fish | -
  家常烧法，葱姜压腥 | Sea fish the home way with plenty of ginger
  hairtail 190, braising_sauce 35, ginger 7, garlic 5, black_vinegar 4, corn_starch 5, rapeseed_oil 13
`,
)
