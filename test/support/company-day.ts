import * as people from '../../src/http/company/people/contract'
import * as catering from '../../src/http/company/catering/contract'
import * as employer from '../../src/http/store/employer/contract'
import type { Asked, Call } from './call'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

interface Company {
  readonly admin: string
  readonly employee: string
  readonly companyId: string
  readonly operator: string
  /** Still open; lunch at the place. */
  readonly menuDayId: string
  readonly date: string
  readonly servicePointId: string
}

/** What a company has under way: somebody invited, somebody who will leave, requests nobody has decided, and catering in every state. */
export async function companyDay(ask: Ask, day: Company) {
  const { admin, employee, companyId, menuDayId } = day
  const own = { token: admin, params: { companyId } }
  const invite = (body: object) => ask(people.inviteEmployee, { ...own, body })
  const invited = await invite({ name: '方可', email: 'fang.ke@home.example', department: 'office' })
  const { code } = await invite({ name: '员工', email: 'employee@home.example', department: 'office' })
  const { people: all } = await ask(people.showPeople, own)
  await ask(employer.acceptInvitation, { token: employee, body: { code } })
  const wish = { kind: 'over_limit', menuDayId, amountMinor: 500, reason: 'Late shift' }
  const ids: string[] = []
  for (const _ of [0, 1]) {
    const { approvals } = await ask(employer.askApproval, { token: employee, body: wish })
    ids.push(approvals[0].approvalId)
  }
  return {
    invitationId: invited.invitationId as string,
    code: invited.code as string,
    leaverId: all.at(-1).personId as string,
    approvalIds: ids,
    ...(await cateringDay(ask, day)),
  }
}

async function cateringDay(ask: Ask, { admin, operator, companyId, date, servicePointId }: Company) {
  const own = { token: admin, params: { companyId } }
  const contact = { name: '叶文岚', phone: '13800000000' }
  const body = { servicePointId, serviceDate: date, period: 'lunch', heads: 4, perHeadMinor: 4_000, contact }
  const cateringIds: string[] = []
  for (const _ of [0, 1, 2, 3]) {
    const { catering: all } = await ask(catering.askCatering, { ...own, body })
    cateringIds.push(all.at(-1).requestId)
  }
  const [requestId = ''] = cateringIds
  const desk = { token: operator, params: { requestId } }
  const { proposals } = await ask(catering.proposeCatering, desk)
  const [{ menuDayId, lines }] = proposals
  const quoted = lines.map(({ name: _name, ...line }: any) => line)
  await ask(catering.quoteCatering, { ...desk, body: { menuDayId, lines: quoted, validUntil: `${date}T00:00:00Z` } })
  return { cateringIds, quote: { menuDayId: menuDayId as string, lines: quoted as object[] } }
}
