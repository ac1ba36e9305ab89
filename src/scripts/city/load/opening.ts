import { issueStatements } from '../../../funding/statements/issue-statements'
import { openBooks } from '../../../funding/statements/open-books'
import { addDays, type ServiceDate } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import type { DemoCity } from '../city'
import { loadSettlement } from './settlement'
import { isWorkday } from '../../../kernel/work-calendar'
import { costCentreOf } from '../people/company-terms'
import { rngOf } from '../rng'

/** The month before, as the companies' earlier caterer sold it: on a statement already; and what those who run our kitchens keep. Returns the new lines. */
export async function loadOpening(app: App, { companies }: DemoCity, today: ServiceDate): Promise<number> {
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const days = Array.from({ length: 31 }, (_, i) => addDays(`${month}-01`, i)).filter((day) => {
    return day.startsWith(month) && isWorkday(day)
  })
  let lines = await loadSettlement(app)
  for (const { id: companyId, operatorId, departments, employees } of companies) {
    const chance = rngOf(`opening/${companyId}/${month}`)
    const perDay = Math.round(employees / departments.length)
    const sold = days.flatMap((serviceDate) =>
      departments.map((department) => ({
        costCentreId: costCentreOf(companyId, department),
        siteId: operatorId === 'op_suiqiao' ? 'site_k1' : 'site_k2',
        serviceDate,
        period: 'lunch' as const,
        amountMinor: chance.int(Math.ceil(perDay / 3), perDay) * 2_400,
      })),
    )
    lines += await openBooks(app, { companyId, reference: `${companyId}-${month}`, lines: sold })
    await issueStatements(app, { operatorIds: [operatorId], companyId, month, issuedBy: 'demo' })
  }
  return lines
}
