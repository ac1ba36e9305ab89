import { STATION_KINDS } from '../places/sites'
import { member, type Row, readRecords } from '../table'
import { readPot, type SubRecipe } from './recipe'

/**
 * Two lines each, and none may use one that stands below it:
 * key | 中文 | English | station, minutes | grams a batch makes
 * what goes in, in grams; the yield is weighed, since bones are strained off and water boils away
 */
const ROWS = `
chicken_stock | 鸡高汤 | Chicken stock | steam 180 | 10000
  chicken_carcass 4000, ginger 100, leek 150
bone_stock | 猪骨汤 | Pork bone stock | steam 180 | 10000
  pork_bones 4500, ginger 120, leek 150, white_pepper 10
braising_sauce | 红烧汁 | Red-braising sauce | wok 25 | 4000
  light_soy 700, dark_soy 200, shaoxing_wine 500, rock_sugar 400, ginger 120, leek 150, star_anise 20, cinnamon 16, bay_leaf 6
brine | 老卤 | Master brine | steam 60 | 5000
  chicken_stock 4000, light_soy 400, dark_soy 120, rock_sugar 150, shaoxing_wine 200, star_anise 25, cinnamon 20, bay_leaf 8, sichuan_pepper 10, five_spice 6
velveting | 上浆料 | Velveting paste | cold 10 | 1000
  egg 300, corn_starch 340, shaoxing_wine 180, light_soy 100, salt 20, rapeseed_oil 60
fish_fragrant | 鱼香汁 | Fish-fragrant sauce | wok 12 | 1900
  white_sugar 350, black_vinegar 450, light_soy 300, pickled_chilli 250, garlic 200, ginger 120, corn_starch 100, shaoxing_wine 150
kung_pao | 宫保汁 | Kung pao sauce | wok 10 | 1650
  white_sugar 400, black_vinegar 500, light_soy 430, shaoxing_wine 200, corn_starch 100, sichuan_pepper 15
mala_base | 麻辣底料 | Chilli bean base | wok 25 | 1500
  doubanjiang 600, black_beans 120, chilli_flakes 80, garlic 150, ginger 100, rapeseed_oil 480, sichuan_pepper 20
sweet_sour | 糖醋汁 | Sweet and sour sauce | wok 12 | 1800
  white_sugar 680, black_vinegar 600, tomato_paste 200, light_soy 150, corn_starch 90
scallion_oil | 葱油 | Scallion oil | wok 40 | 1850
  rapeseed_oil 1500, scallion 800, leek 300
chilli_oil | 红油 | Chilli oil | wok 30 | 1950
  rapeseed_oil 1500, chilli_flakes 350, sesame_seeds 100, sichuan_pepper 20, star_anise 10, ginger 60
garlic_paste | 蒜蓉酱 | Garlic paste | wok 15 | 2000
  garlic 1200, rapeseed_oil 620, oyster_sauce 150, light_soy 120, salt 20
sesame_sauce | 麻酱汁 | Sesame and peanut sauce | cold 10 | 1400
  sesame_paste 500, peanut_butter 250, light_soy 120, black_vinegar 60, sesame_oil 40, white_sugar 40
mouthwater | 口水汁 | Mouth-watering dressing | cold 10 | 1800
  chilli_oil 500, sesame_sauce 300, light_soy 250, black_vinegar 180, white_sugar 120, garlic 120, pepper_oil 40, chicken_stock 300
cold_dressing | 凉拌汁 | Garlic vinegar dressing | cold 8 | 1100
  light_soy 380, black_vinegar 350, white_sugar 120, garlic 150, sesame_oil 80
zhajiang | 炸酱 | Fried bean-paste sauce | wok 30 | 3000
  pork_mince 2000, yellow_bean_paste 600, sweet_bean_sauce 400, leek 200, ginger 60, shaoxing_wine 150, rapeseed_oil 180
curry_sauce | 咖喱汁 | Coconut curry sauce | wok 30 | 3000
  curry_roux 450, coconut_milk 600, onion 500, chicken_stock 1400, rapeseed_oil 60
black_pepper_sauce | 黑椒汁 | Black pepper sauce | wok 20 | 1800
  black_pepper 60, oyster_sauce 300, butter 120, onion 300, light_soy 180, white_sugar 80, chicken_stock 800, corn_starch 60
bun_dough | 发面 | Bun dough | noodle 90 | 7600
  wheat_flour 5000, yeast 40, white_sugar 150
pork_filling | 鲜肉馅 | Pork filling | cold 20 | 3900
  pork_mince 3000, scallion 250, ginger 80, light_soy 160, shaoxing_wine 90, sesame_oil 60, salt 25, white_sugar 40, chicken_stock 400
cabbage_filling | 白菜猪肉馅 | Pork and cabbage filling | cold 20 | 4600
  pork_filling 2500, napa 2400, sesame_oil 40, salt 15
three_fresh | 三鲜馅 | Three-fresh filling | cold 25 | 4200
  pork_mince 1200, shrimp_peeled 900, egg 600, chives 1500, sesame_oil 60, salt 35, ginger 40
green_filling | 香菇青菜馅 | Shiitake and greens filling | cold 25 | 4500
  bok_choy 3500, shiitake 800, tofu_dried 700, sesame_oil 90, salt 30, white_sugar 30
lion_head_mix | 狮子头肉馅 | Meatball mix | cold 25 | 3500
  pork_mince 2500, egg 300, lotus_root 400, corn_starch 120, ginger 50, salt 22, light_soy 80, scallion 80
bean_paste | 红豆沙 | Sweet bean paste | steam 120 | 4200
  adzuki 1500, white_sugar 650, rapeseed_oil 120
soy_milk_base | 原磨豆浆 | Fresh soy milk | steam 30 | 9000
  soybeans 1000
`

/** All sub-recipes by key; each knows only those above it, so no circle can be written down. */
export const SUB_RECIPES: ReadonlyMap<string, SubRecipe> = readAll()

function readAll(): Map<string, SubRecipe> {
  const known = new Map<string, SubRecipe>()
  readRecords(ROWS, 2, (row) => {
    const recipe = readOne(row, known)
    known.set(recipe.key, recipe)
  })
  return known
}

function readOne(row: Row, known: ReadonlyMap<string, SubRecipe>): SubRecipe {
  const key = row.text()
  const name = row.both()
  const [station = '', minutes = ''] = row.words()
  const yieldGrams = row.number()
  return {
    id: `rcp_${key}`,
    key,
    name,
    station: member(STATION_KINDS, station),
    minutes: Number(minutes),
    yieldGrams,
    lines: readPot(row.text(), known).lines,
  }
}
