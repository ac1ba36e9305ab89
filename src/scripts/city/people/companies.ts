import type { Text } from '../../../kernel/text'
import { readTable } from '../table'

/** An organisation whose people eat here. */
export interface Company {
  readonly id: string
  readonly operatorId: string
  readonly name: Text
  /** Where its people sit. */
  readonly buildingIds: readonly string[]
  readonly employees: number
  readonly departments: readonly string[]
}

/** key | 中文 | English | operator | employees | buildings | departments */
const ROWS = `
ruiluan  | 锐鸾软件     | Ruiluan Software   | suiqiao  | 150 | yunzhu_03 yunzhu_04 | engineering product sales people finance
yantie   | 砚铁设计院   | Yantie Design      | suiqiao  | 110 | yunzhu_09           | architecture structure interiors office
chengsu  | 澄粟生物     | Chengsu Biotech    | suiqiao  |  90 | yunzhu_12           | research quality production office
tingzhou | 汀舟保险     | Tingzhou Insurance | suiqiao  | 120 | centre_02 centre_05 | claims sales actuarial office
bodeng   | 泊灯物流     | Bodeng Logistics   | huaideng |  70 | harbour_03          | dispatch customs sales office
yanshan  | 堰杉机械     | Yanshan Machinery  | huaideng |  60 | yanbei_02           | assembly maintenance warehouse office
`

export const COMPANIES: readonly Company[] = readTable(ROWS, (row) => ({
  id: `cmp_${row.text()}`,
  name: row.both(),
  operatorId: `op_${row.text()}`,
  employees: row.number(),
  buildingIds: row.words().map((key) => `bld_${key}`),
  departments: row.words(),
}))
