import { addDays, type ServiceDate } from '../../../kernel/time'
import type { Text } from '../../../kernel/text'
import { INGREDIENT_GROUPS, type IngredientGroup } from '../ingredients/ingredient'
import { member, readTable } from '../table'

export interface Supplier {
  readonly id: string
  readonly operatorId: string
  readonly name: Text
  readonly leadDays: number
  /** 1 = Monday … 7 = Sunday. */
  readonly deliveryWeekdays: readonly number[]
  /** Orders after this wall-clock time count as the next day's. */
  readonly orderCutoff: string
  readonly minimumMinor: number
  /** Its prices against the usual ones, in percent. */
  readonly pricePercent: number
  readonly groups: readonly IngredientGroup[]
}

/** key | 中文 | English | operator | lead days | delivers on | order by | least order, fen | prices % | sells */
const ROWS = `
lingmu  | 岭牧肉品 | Lingmu Meats            | suiqiao  | 1 | 1 2 3 4 5 6   | 16:00 |  50000 | 100 | meat
yupo    | 羽坡禽蛋 | Yupo Poultry and Eggs   | suiqiao  | 1 | 1 2 3 4 5 6   | 15:00 |  30000 | 100 | poultry
lanlin  | 澜鳞水产 | Lanlin Seafood          | suiqiao  | 1 | 1 2 4 6       | 14:00 |  60000 | 100 | seafood
qiyu    | 畦雨蔬菜 | Qiyu Vegetables         | suiqiao  | 1 | 1 2 3 4 5 6 7 | 19:00 |  20000 | 100 | vegetables soy
poshang | 坡上农社 | Poshang Farm Co-op      | suiqiao  | 3 | 2 5           | 12:00 |  80000 |  88 | vegetables poultry
canghe  | 仓禾粮油 | Canghe Grain and Oil    | suiqiao  | 2 | 1 4           | 17:00 | 100000 | 100 | grain dairy
peifang | 醅坊调味 | Peifang Seasonings      | suiqiao  | 2 | 1 4           | 17:00 |  60000 | 100 | pantry
zaoyan  | 早堰鲜品 | Zaoyan Fresh            | huaideng | 1 | 1 2 3 4 5 6   | 16:00 |  40000 | 103 | meat poultry seafood
wutian  | 坞田菜社 | Wutian Greens           | huaideng | 1 | 1 2 3 4 5 6 7 | 18:00 |  15000 |  97 | vegetables soy
dukou   | 渡口干货 | Dukou Dry Goods         | huaideng | 2 | 2 5           | 17:00 |  60000 | 101 | grain pantry dairy
`

export const SUPPLIERS: readonly Supplier[] = readTable(ROWS, (row) => ({
  id: `sup_${row.text()}`,
  name: row.both(),
  operatorId: `op_${row.text()}`,
  leadDays: row.number(),
  deliveryWeekdays: row.numbers(),
  orderCutoff: row.text(),
  minimumMinor: row.number(),
  pricePercent: row.number(),
  groups: row.words().map((word) => member(INGREDIENT_GROUPS, word)),
}))

export interface Certificate {
  readonly id: string
  readonly supplierId: string
  readonly kind: 'food_licence' | 'animal_quarantine' | 'cold_chain' | 'inspection_report'
  readonly validFrom: ServiceDate
  readonly validTo: ServiceDate
}

/** The licence of this supplier runs out within a month: a warning must stand. */
const ENDING_SOON = { supplierId: 'sup_poshang', inDays: 21 }
const LICENCE_DAYS = 5 * 365
const REPORT_DAYS = 365

/** The papers of all suppliers as they stand on a day. */
export function certificatesOn(today: ServiceDate): Certificate[] {
  return SUPPLIERS.flatMap((supplier, i) => {
    const licenceEnds =
      supplier.id === ENDING_SOON.supplierId ? ENDING_SOON.inDays : LICENCE_DAYS - 200 - ((i * 137) % 900)
    const animal = supplier.groups.some((group) => group === 'meat' || group === 'poultry')
    const cold = supplier.groups.some((group) => group === 'seafood' || group === 'dairy' || group === 'meat')
    return [
      paper(supplier, 'food_licence', today, licenceEnds, LICENCE_DAYS),
      paper(supplier, 'inspection_report', today, 60 + ((i * 53) % 240), REPORT_DAYS),
      ...(animal ? [paper(supplier, 'animal_quarantine', today, 90 + ((i * 31) % 200), REPORT_DAYS)] : []),
      ...(cold ? [paper(supplier, 'cold_chain', today, 120 + ((i * 47) % 200), REPORT_DAYS)] : []),
    ]
  })
}

function paper(supplier: Supplier, kind: Certificate['kind'], today: ServiceDate, endsIn: number, days: number) {
  const validTo = addDays(today, endsIn)
  const id = supplier.id.replace('sup_', `cert_${kind}_`)
  return { id, supplierId: supplier.id, kind, validFrom: addDays(validTo, -days), validTo }
}
