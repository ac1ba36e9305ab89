import type { Text } from '../../../kernel/text'
import type { Checklists, CheckItem, CoolingStep, SafetyRules } from './rules'

/** A profile as it is delivered; an installation may change its copy. */
export interface SafetyProfile {
  readonly id: string
  readonly name: Text
  readonly rules: SafetyRules
  readonly checklists: Checklists
  readonly cooling: readonly CoolingStep[]
}

const CODE = 'GB 31654-2021'
const PLANT = 'Group-meal plants, 2018 operating code for catering'

const FDA = 'FDA Food Code 2022'

/** So cold (tenths of a degree) so long (minutes) after it went into the cold. */
const cooled = (to: number, within: number, source: string, verified: boolean): CoolingStep => {
  return { to: { value: to, source, verified }, within: { value: within, source, verified } }
}

const item = (code: string, zh: string, en: string): CheckItem => ({ code, text: { zh, en } })

/** 日管控、周排查、月调度. */
const CHECKLISTS: Checklists = {
  daily: [
    item('health', '员工晨检完成，无发热、腹泻、手部伤口', 'Everybody was checked: no fever, diarrhoea or open wounds'),
    item('cold_chain', '冷藏、冷冻温度已记录并合格', 'Cold store and freezer temperatures are noted and good'),
    item('core', '热菜中心温度达标', 'Hot dishes reached their core temperature'),
    item('samples', '每餐每道菜已留样', 'A sample of every dish of every meal is kept'),
    item('cleaning', '餐具、台面、设备已清洗消毒', 'Dishes, surfaces and equipment are clean and disinfected'),
  ],
  weekly: [
    item('suppliers', '供应商资质与索证索票齐全', 'Suppliers’ certificates and delivery papers are complete'),
    item('expiry', '库存无过期食品', 'No food on the shelf is past its date'),
    item('pests', '防鼠防虫设施完好', 'Traps and screens against pests are whole'),
    item('probes', '温度计已校准', 'Thermometers were compared with ice water'),
  ],
  monthly: [
    item('training', '员工培训与健康证有效', 'Training and health certificates are valid'),
    item('corrections', '本月整改项已完成', 'This month’s corrections are done'),
    item('complaints', '投诉与退餐已分析', 'Complaints and returned meals were looked into'),
  ],
}

/** What we know of jurisdictions. `verified: false`: nobody has compared the figure with the text of the rule. */
export const SAFETY_PROFILES: readonly SafetyProfile[] = [
  {
    id: 'cn',
    name: { zh: '中国', en: 'China' },
    rules: {
      sampleGrams: { value: 125, source: CODE, verified: false },
      sampleMinutes: { value: 48 * 60, source: 'Rules on food safety in schools, 2019', verified: true },
      cookCore: { value: 700, source: CODE, verified: false },
      hotFrom: { value: 600, source: CODE, verified: false },
      coldTo: { value: 80, source: CODE, verified: false },
      frozenTo: { value: -150, source: CODE, verified: false },
      dangerMinutes: { value: 120, source: CODE, verified: false },
      hotUseMinutes: { value: 240, source: PLANT, verified: false },
      chilledUseMinutes: { value: 24 * 60, source: PLANT, verified: false },
    },
    checklists: CHECKLISTS,
    cooling: [cooled(210, 2 * 60, CODE, false), cooled(80, 4 * 60, CODE, false)],
  },
  {
    id: 'fr',
    name: { zh: '法国', en: 'France' },
    rules: {
      sampleGrams: { value: 100, source: 'Arrêté du 21 décembre 2009', verified: false },
      sampleMinutes: { value: 5 * 24 * 60, source: 'Arrêté du 21 décembre 2009', verified: false },
      cookCore: { value: 740, source: 'Plan de maîtrise sanitaire: poultry, the strictest', verified: true },
      hotFrom: { value: 630, source: 'Arrêté du 21 décembre 2009', verified: true },
      coldTo: { value: 30, source: 'Arrêté du 21 décembre 2009', verified: false },
      frozenTo: { value: -180, source: 'Arrêté du 21 décembre 2009', verified: false },
      dangerMinutes: { value: 120, source: 'Cooling from 63 to 10 °C in less than two hours', verified: true },
      hotUseMinutes: { value: 240, source: 'House rule, as in China', verified: false },
      chilledUseMinutes: { value: 3 * 24 * 60, source: 'Arrêté du 21 décembre 2009', verified: false },
    },
    checklists: CHECKLISTS,
    cooling: [cooled(100, 2 * 60, 'Arrêté du 21 décembre 2009', true)],
  },
  {
    id: 'us',
    name: { zh: '美国', en: 'United States' },
    rules: {
      sampleGrams: { value: 0, source: `${FDA}: none asked for`, verified: false },
      sampleMinutes: { value: 0, source: `${FDA}: none asked for`, verified: false },
      cookCore: { value: 739, source: `${FDA} 3-401.11: 165 °F, poultry, the strictest`, verified: false },
      hotFrom: { value: 572, source: `${FDA} 3-501.16: 135 °F; New York City asks for 140 °F`, verified: true },
      coldTo: { value: 50, source: `${FDA} 3-501.16: 41 °F`, verified: true },
      frozenTo: { value: -180, source: 'House rule', verified: false },
      dangerMinutes: { value: 4 * 60, source: `${FDA} 3-501.19: time as the control, with a label`, verified: false },
      hotUseMinutes: { value: 4 * 60, source: `${FDA} 3-501.19`, verified: false },
      chilledUseMinutes: { value: 7 * 24 * 60, source: `${FDA} 3-501.17`, verified: false },
    },
    checklists: CHECKLISTS,
    // 135 to 70 °F in two hours, to 41 °F in four more
    cooling: [cooled(211, 2 * 60, `${FDA} 3-501.14`, true), cooled(50, 6 * 60, `${FDA} 3-501.14`, true)],
  },
]
