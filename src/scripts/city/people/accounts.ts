import type { Text } from '../../../kernel/text'
import { readTable } from '../table'
import { phoneOf } from './names'

export const ROLES = [
  'resident',
  'employee',
  'company_admin',
  'kitchen',
  'courier',
  'dispatcher',
  'procurement',
  'supplier',
  'operator',
  'till',
  'provider',
] as const
export type Role = (typeof ROLES)[number]

/** Somebody who logs in to the demo. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: Text
  readonly phone: string
  readonly role: Role
  /** Empty for residents, who order from anybody. */
  readonly operatorId: string
  /** The site, company or supplier the role is limited to; empty for the whole tenant. */
  readonly scopeId: string
  /** Where a customer's food is brought. */
  readonly servicePointId: string | null
}

/** mailbox | 中文 | English | role | operator | scope | service point */
const ROWS = `
resident        | 林若禾 | Ruohe Lin       | resident      | -        | -           | sp_door_luqi_05
resident-senior | 顾桂珍 | Guizhen Gu      | resident      | -        | -           | sp_door_zhangting_02
employee        | 程书遥 | Shuyao Cheng    | employee      | suiqiao  | cmp_ruiluan | sp_desk_yunzhu_03
company         | 叶文岚 | Wenlan Ye       | company_admin | suiqiao  | cmp_ruiluan | sp_desk_yunzhu_03
kitchen-ck      | 石建川 | Jianchuan Shi   | kitchen       | suiqiao  | site_ck     | -
kitchen         | 丁海峰 | Haifeng Ding    | kitchen       | suiqiao  | site_k1     | -
kitchen-k2      | 万志平 | Zhiping Wan     | kitchen       | huaideng | site_k2     | -
kitchen-c1      | 许秀芳 | Xiufang Xu      | kitchen       | suiqiao  | site_c1     | -
kitchen-c2      | 曹玉梅 | Yumei Cao       | kitchen       | suiqiao  | site_c2     | -
kitchen-c3      | 杜春华 | Chunhua Du      | kitchen       | huaideng | site_c3     | -
courier1        | 余永生 | Yongsheng Yu    | courier       | suiqiao  | -           | -
courier2        | 段明舟 | Mingzhou Duan   | courier       | suiqiao  | -           | -
courier3        | 邹家诚 | Jiacheng Zou    | courier       | huaideng | -           | -
procurement     | 韩清宁 | Qingning Han    | procurement   | suiqiao  | -           | -
procurement-hd  | 常晓林 | Xiaolin Chang   | procurement   | huaideng | -           | -
supplier        | 卢景然 | Jingran Lu      | supplier      | suiqiao  | sup_qiyu    | -
supplier-hd     | 尹云琴 | Yunqin Yin      | supplier      | huaideng | sup_zaoyan  | -
operator        | 沈知夏 | Zhixia Shen     | operator      | suiqiao  | -           | -
operator-hd     | 江思安 | Si'an Jiang     | operator      | huaideng | -           | -
dispatcher      | 钟晓岚 | Xiaolan Zhong   | dispatcher    | suiqiao  | -           | -
till            | 蒋玉兰 | Yulan Jiang     | till          | suiqiao  | site_c2     | -
till-hd         | 白雪梅 | Xuemei Bai      | till          | huaideng | site_c3     | -
provider        | 邵明慧 | Minghui Shao    | provider      | suiqiao  | pvd_wuli    | -
provider-farm   | 褚满仓 | Mancang Chu     | provider      | suiqiao  | pvd_poshang | -
dispatcher-hd   | 孟志安 | Zhi'an Meng     | dispatcher    | huaideng | -           | -
`

const none = (word: string): string => (word === '-' ? '' : word)

export const ACCOUNTS: readonly Account[] = readTable(ROWS, (row) => {
  const mailbox = row.text()
  const name = row.both()
  const role = row.oneOf(ROLES)
  const operator = none(row.text())
  const scopeId = none(row.text())
  const servicePointId = none(row.text()) || null
  return { mailbox, name, role, operatorId: operator && `op_${operator}`, scopeId, servicePointId }
}).map(({ mailbox, ...account }, i) => ({
  id: `per_demo_${mailbox.replaceAll('-', '_')}`,
  email: `${mailbox}@linli.example`,
  phone: phoneOf(100 + i),
  ...account,
}))
