import { readDishes } from './dish'

export const SWEETS = readDishes(
  'sweet',
  `
white_fungus_soup | 银耳莲子羹 | White fungus and lotus seed soup | 800 | steam 90 40 | sweet | vegan soft
  炖出胶，温温地喝 | Simmered until it thickens
  white_fungus 6, lotus_seeds 8, red_dates 6, goji 2, rock_sugar 12, water 180
mung_soup | 绿豆汤 | Mung bean soup | 500 | steam 50 60 | sweet | vegan soft
  夏天凉喝，冬天温喝 | Cool in summer, warm in winter
  mung_beans 25, rock_sugar 14, water 230
red_bean_milk | 红豆双皮奶 | Milk custard with red beans | 1000 | steam 25 30 | sweet | vegetarian soft
  奶皮两层，红豆一勺 | Twice-skinned milk and a spoon of beans
  milk 160, egg 50, condensed 12, bean_paste 20
yoghurt_cup | 桂花酸奶 | Osmanthus yoghurt | 800 | cold 5 40 | sweet | vegetarian
  无添加酸奶，桂花点香 | Plain yoghurt, a little osmanthus
  yoghurt 180, osmanthus 6, oats 10
fermented_rice_egg | 醪糟蛋花 | Fermented rice with egg | 700 | wok 8 40 | sweet | vegetarian soft
  微甜微醺 | Faintly sweet, faintly of wine
  fermented_rice 80, egg 50, white_sugar 6, goji 1, water 120
`,
)

export const STAPLES = readDishes(
  'staple',
  `
steamed_rice | 米饭 | Steamed rice | 200 | steam 35 80 | rice | vegan soft
  当季新米 | New rice of the season
  rice 90
mixed_rice | 杂粮饭 | Mixed-grain rice | 300 | steam 45 80 | rice | vegan
  糙米黑米，越嚼越香 | Brown and black rice; better the longer it is chewed
  rice 45, rice_brown 30, rice_black 15
`,
)
