import { readTable } from '../table'

/** key | 中文 | English | 地址 | address */
const ROWS = `
wuli    | 坞里康养室   | Wuli care room       | 栖澜里会所一层 | Ground floor of the Qilan clubhouse
anju    | 安居到家     | Anju home services   | 上门服务       | At your door
inn     | 澜岸客栈     | River Inn            | 澜江北岸 12 号 | 12 North Bank, Lan river
manxing | 慢行旅社     | Manxing tours        | 北门集合       | Meets at the north gate
pool    | 栖澜游泳馆   | Qilan pool           | 体育公园东门   | East gate of the sports park
stage   | 社区戏台     | Neighbourhood stage  | 文化站二楼     | Upstairs at the culture house
poshang | 坡上农社     | Poshang farm co-op   | 社区菜站自提   | Picked up at the community stall
xiangkou | 巷口咖啡    | Lane-end coffee      | 南门巷口       | At the end of South Gate lane
`

/** Who can be booked in the demo city. All invented. */
export const PROVIDERS = readTable(ROWS, (row) => {
  const key = row.text()
  return { id: `pvd_${key}`, name: row.both(), address: row.both() }
})
