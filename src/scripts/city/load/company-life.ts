import { menuDaysOf } from '../../../catalogue/queries'
import { askCatering } from '../../../funding/catering/ask-catering'
import { askApproval } from '../../../funding/companies/ask-approval'
import { inviteEmployee } from '../../../funding/companies/invite-employee'
import { setPrice } from '../../../funding/companies/manage-centres'
import { setRule } from '../../../funding/companies/manage-rules'
import { addDays, type ServiceDate } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import type { DemoCity } from '../city'

const COMPANY = 'cmp_ruiluan'
const ADMIN = 'per_demo_company'
const DESK = 'sp_desk_yunzhu_03'
const KITCHEN = 'site_k1'

/** What the demo's company has under way: a request for guests and one over the limit, catering, an invitation, own prices. */
export async function loadCompanyLife(app: App, city: DemoCity, today: ServiceDate): Promise<Record<string, number>> {
  const from = addDays(today, 2)
  const days = await menuDaysOf(app, [KITCHEN], from, addDays(today, 6))
  const day = days.find(({ period, cutoffAt }) => period === 'lunch' && cutoffAt > app.now())
  const people = city.people.filter(({ employment }) => employment?.companyId === COMPANY).slice(0, 2)
  const wishes = [
    { kind: 'guests' as const, guests: 2, askedMinor: 6_000, reason: '客户来访' },
    { kind: 'over_limit' as const, askedMinor: 1_200, reason: '加班到很晚' },
  ]
  let approvals = 0
  for (const [i, { id: personId }] of people.entries()) {
    const wish = wishes[i]
    if (!day || !wish) continue
    await askApproval(app, { personId, day, ...wish })
    approvals += 1
  }
  const contact = { name: '叶文岚', phone: '13800000104' }
  const lunch = { servicePointId: DESK, serviceDate: day?.serviceDate ?? from, period: 'lunch' as const }
  const heads = { heads: 12, perHeadMinor: 3_500, diets: { vegetarian: 2 }, note: '季度会议' }
  await askCatering(app, { companyId: COMPANY, costCentreId: null, ...lunch, ...heads, contact, by: ADMIN })
  const own = { companyIds: [COMPANY], companyId: COMPANY, invitedBy: ADMIN }
  await inviteEmployee(app, {
    ...own,
    email: 'new.colleague@people.linli.example',
    name: '白露',
    department: 'product',
  })
  await setRule(app, {
    companyId: COMPANY,
    name: { zh: '晚班加餐', en: 'Late shift supper' },
    position: 1,
    rule: {
      amountMinor: 2_000,
      per: 'day',
      periods: ['dinner', 'night'],
      days: 'workdays',
      shifts: ['late'],
      carryOver: false,
      excludes: ['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'],
    },
    from: addDays(today, 1),
    to: null,
    by: ADMIN,
  })
  const dishes = city.dishes.slice(0, 3)
  for (const { id: dishId, operatorId, priceMinor } of dishes) {
    if (operatorId !== 'op_suiqiao') continue
    await setPrice(app, { companyId: COMPANY, dishId, priceMinor: priceMinor - 100, from: today, by: ADMIN })
  }
  return { approvals, catering: 1, invitations: 1 }
}
