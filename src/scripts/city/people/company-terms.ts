import type { ImportCompanies } from '../../../funding/import-companies'
import type { ServiceDate } from '../../../kernel/time'
import type { Text } from '../../../kernel/text'
import { COMPANIES, type Company } from './companies'

/** What companies usually exclude: their money buys food. */
const FOOD_ONLY = ['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'] as const

const DEPARTMENTS: Readonly<Record<string, string>> = {
  engineering: '研发',
  product: '产品',
  sales: '销售',
  people: '人事',
  finance: '财务',
  architecture: '建筑',
  structure: '结构',
  interiors: '室内',
  office: '行政',
  research: '研究',
  quality: '质量',
  production: '生产',
  claims: '理赔',
  actuarial: '精算',
  dispatch: '调度',
  customs: '关务',
  assembly: '装配',
  maintenance: '维修',
  warehouse: '仓储',
}

const nameOf = (department: string): Text => ({
  zh: DEPARTMENTS[department] ?? department,
  en: department.charAt(0).toUpperCase() + department.slice(1),
})

/** Everybody's departments are cost centres; whoever runs the demo's company works in its office. */
const departmentsOf = ({ departments }: Company): string[] => [...new Set([...departments, 'office'])]

export const costCentreOf = (companyId: string, department: string): string => `${companyId}_${department}`

type Terms = Pick<ImportCompanies, 'legalEntities' | 'costCentres' | 'allowanceRules' | 'budgets'>

/** What the demo's companies pay: lunch on workdays, supper for late shifts out of the office's budget of the month. */
export const termsOf = (today: ServiceDate): Terms => ({
  legalEntities: COMPANIES.map(({ id, operatorId, name }, i) => ({
    id: `${id}_le`,
    companyId: id,
    operatorId,
    name: { zh: `${name.zh}有限公司`, en: `${name.en} Ltd` },
    taxNumber: `91500000DEMO00${i}X`,
  })),
  costCentres: COMPANIES.flatMap((company) =>
    departmentsOf(company).map((department) => ({
      id: costCentreOf(company.id, department),
      companyId: company.id,
      operatorId: company.operatorId,
      legalEntityId: `${company.id}_le`,
      code: department.slice(0, 4).toUpperCase(),
      name: nameOf(department),
    })),
  ),
  allowanceRules: COMPANIES.map(({ id, operatorId }) => ({
    id: `rul_${id}_lunch`,
    companyId: id,
    operatorId,
    name: { zh: '工作午餐', en: 'Working lunch' },
    rule: {
      amountMinor: 3_000,
      per: 'meal' as const,
      periods: ['lunch' as const],
      days: 'workdays' as const,
      carryOver: false,
      excludes: [...FOOD_ONLY],
    },
    from: '2026-01-01',
  })),
  budgets: COMPANIES.map(({ id, operatorId }) => ({
    id: `bud_${id}_office_${today.slice(0, 7)}`,
    costCentreId: costCentreOf(id, 'office'),
    companyId: id,
    operatorId,
    month: today.slice(0, 7),
    limitMinor: 200_000,
    covers: { periods: ['dinner' as const, 'night' as const], days: 'workdays' as const, excludes: ['tip' as const] },
  })),
})
