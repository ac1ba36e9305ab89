import * as people from '../../src/http/company/people/contract'
import type { Asked, Call } from './call'

type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

/** What a company has under way: somebody invited, and somebody who will leave. */
export async function companyDay(
  ask: Ask,
  { admin, companyId }: { readonly admin: string; readonly companyId: string },
) {
  const own = { token: admin, params: { companyId } }
  const invited = await ask(people.inviteEmployee, {
    ...own,
    body: { name: '方可', email: 'fang.ke@home.example', department: 'office' },
  })
  const { people: all } = await ask(people.showPeople, own)
  return {
    invitationId: invited.invitationId as string,
    code: invited.code as string,
    leaverId: all.at(-1).personId as string,
  }
}
