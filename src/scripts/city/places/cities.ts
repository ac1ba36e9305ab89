import type { Text } from '../../../kernel/text'
import { readTable } from '../table'
import type { Ground } from './ground'

export interface City extends Ground {
  readonly id: string
  readonly name: Text
  /** IANA zone of all its kitchens. */
  readonly zone: string
  /** As Medusa writes it. */
  readonly currency: 'cny'
}

export interface District {
  readonly id: string
  readonly cityId: string
  readonly name: Text
}

/** key | 中文 | English | south-west corner, degrees north and east | columns, rows of blocks, river row */
const CITY_ROWS = `
qilan | 栖澜市 | Qilan | 30.9620 118.7350 | 10 8 4
duhe  | 渡禾市 | Duhe  | 30.9690 118.8083 |  7 6 3
`

/** key | 中文 | English | city */
const DISTRICT_ROWS = `
linting | 临汀区 | Linting District | qilan
wangcha | 望槎区 | Wangcha District | qilan
nanyan  | 南堰区 | Nanyan District  | duhe
qingwu  | 青坞区 | Qingwu District  | duhe
`

export const CITIES: readonly City[] = readTable(CITY_ROWS, (row) => {
  const id = `city_${row.text()}`
  const name = row.both()
  const [lat = 0, lon = 0] = row.numbers()
  const [columns = 0, rows = 0, riverRow = 0] = row.numbers()
  return { id, name, lat, lon, columns, rows, riverRow, zone: 'Asia/Shanghai', currency: 'cny' }
})

export const DISTRICTS: readonly District[] = readTable(DISTRICT_ROWS, (row) => ({
  id: `dst_${row.text()}`,
  name: row.both(),
  cityId: `city_${row.text()}`,
}))

/** The city with an id. @throws when there is none. */
export function cityOf(id: string): City {
  const found = CITIES.find((city) => city.id === id)
  if (!found) throw new Error(`no city ${id}`)
  return found
}

/** The city a district lies in. @throws when there is no such district. */
export function cityOfDistrict(districtId: string): City {
  const found = DISTRICTS.find((district) => district.id === districtId)
  if (!found) throw new Error(`no district ${districtId}`)
  return cityOf(found.cityId)
}
