import { readDishes } from './dish'

export const STEAMED = readDishes(
  'steamed',
  `
steamed_bass | 清蒸鲈鱼 | Steamed sea bass | 3800 | steam 12 12 | fish | soft light
  八分钟火候，淋热葱油 | Eight minutes of steam and a spoon of hot scallion oil
  sea_bass 220, ginger 6, scallion 8, fish_soy 12, scallion_oil 8
chopped_chilli_fish | 剁椒蒸鱼 | Fish with chopped chilli | 2800 | steam 14 16 | fish | spicy
  剁椒鲜辣，鱼片无刺 | Boneless fillets under salted chilli
  basa 180, chopped_chilli 20, ginger 4, garlic 5, scallion_oil 8, scallion 4, fish_soy 4
rice_meal_pork | 粉蒸肉 | Pork in spiced rice meal | 2600 | steam 70 36 | stew | soft
  米粉裹肉，红薯垫底 | Belly in toasted rice meal over sweet potato
  pork_belly 110, rice_meal_spiced 30, sweet_potato 80, doubanjiang 4, shaoxing_wine 6, ginger 3
garlic_prawns | 蒜蓉粉丝蒸虾 | Prawns on garlic vermicelli | 3600 | steam 10 16 | fish | -
  粉丝在下，鲜味全收 | Vermicelli below catches every drop
  prawns 140, vermicelli 30, garlic_paste 22, fish_soy 6, scallion 4
steamed_egg | 蒸水蛋 | Steamed egg custard | 1000 | steam 12 30 | egg | vegetarian soft light
  嫩得像布丁 | As smooth as pudding
  egg 100, milk 60, light_soy 4, sesame_oil 2, scallion 2
preserved_pork | 梅菜扣肉 | Pork belly with preserved greens | 2800 | steam 120 36 | stew | soft
  梅菜咸香，肉片糯 | Thin slices of belly over salted greens
  pork_belly 130, preserved_greens 20, braising_sauce 30, ginger 3, rock_sugar 3
pork_tofu | 肉末蒸豆腐 | Steamed tofu with pork | 1700 | steam 15 30 | tofu | soft light
  豆腐打底，肉末铺面 | Silken tofu under a thin layer of pork
  tofu_soft 200, pork_mince 40, light_soy 7, scallion 4, corn_starch 2, sesame_oil 2
black_bean_ribs | 豉汁蒸排骨 | Ribs in black bean sauce | 2800 | steam 35 30 | stew | -
  茶楼的味道搬回家 | A tea-house dish, steamed at home
  pork_ribs 170, black_beans 8, garlic 6, taro 50, corn_starch 6, oyster_sauce 4, light_soy 4, rapeseed_oil 4
`,
)
