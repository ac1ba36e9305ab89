import type { ServiceDate } from '../../../kernel/time'
import { startPlan } from '../../../ordering/standing/start-plan'
import type { App } from '../../../platform/app'
import { GROUP } from '../operators'

const WISH = { days: 'workdays' as const, quantity: 1, dishIds: [] as string[], chefsChoice: true }

/** The demo employee's standing orders: lunches the company pays, and dinners nobody does, which say so. */
export async function loadStanding(app: App, today: ServiceDate): Promise<number> {
  const wishes = [
    { ...WISH, period: 'lunch' as const, maxMinor: 2_500 },
    { ...WISH, period: 'dinner' as const, maxMinor: null },
  ]
  for (const wish of wishes) {
    await startPlan(app, {
      operatorId: GROUP.id,
      personId: 'per_demo_employee',
      wish: {
        servicePointId: 'sp_desk_yunzhu_03',
        contact: { name: '程书遥', phone: '13800001234' },
        note: '',
        payWith: 'company',
        usePurse: true,
        wishes: [wish],
        from: today,
        to: null,
        skipHolidays: true,
      },
    })
  }
  return wishes.length
}
