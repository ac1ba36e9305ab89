import * as people from '../../src/http/company/people/contract'
import * as employer from '../../src/http/store/employer/contract'
import type { Asked, Call } from './call'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

interface Company {
  readonly admin: string
  readonly employee: string
  readonly companyId: string
  /** Still open. */
  readonly menuDayId: string
}

/** What a company has under way: somebody invited, somebody who will leave, and two requests nobody has decided. */
export async function companyDay(ask: Ask, { admin, employee, companyId, menuDayId }: Company) {
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
  }
}
