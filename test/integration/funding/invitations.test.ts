import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { companyPeopleRoutes } from '../../../src/http/company/people/routes'
import { employerRoutes } from '../../../src/http/store/employer/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { loginOf } from '../../../src/people/queries'
import { memberships, persons } from '../../../src/people/schema'
import { newId } from '../../../src/platform/id'
import { openPayments } from '../../../src/platform/payments/open'
import { guestToken } from '../../../src/http/auth'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor, staff } from '../../support/door'
import { BEFORE, raise } from '../ordering/neighbourhood'
import { found, orderAs, pay } from './company'

const ROUNDS = 50
const LATER = 15 * 86_400_000

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let admin: ReturnType<typeof caller>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000 })
  await found(app)
  await pay(app)
  door = await openDoor(app, [...storeRoutes(openPayments(app.config)), ...companyPeopleRoutes, ...employerRoutes])
  admin = caller(door.url, await staff(app, 'company_admin', 'op', 'cmp'))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

/** Somebody with an account of their own, as a caller. */
async function resident(email: string | null = null, name = '周岚') {
  const personId = newId('per')
  await app.db.insert(persons).values({ id: personId, name, email, customerId: `cus_${personId}` })
  await app.db.insert(memberships).values({ personId, role: 'resident' })
  return { personId, ...caller(door.url, await guestToken(app, personId)) }
}

const ada = { name: 'Ada', email: 'ada@home.example', department: 'office', number: 'E1', costCentre: 'RD' }
const invite = (given: Record<string, unknown> = {}) =>
  admin.post('/api/company/companies/cmp/invitations', { ...ada, ...given })
const accept = (me: Pick<ReturnType<typeof caller>, 'post'>, code: string) =>
  me.post('/api/store/invitations', { code })
const listed = async () => (await admin.get('/api/company/companies/cmp/people')).body
const sheet = (lines: readonly string[]) => {
  const text = ['number,name,email,department,cost_centre,shift,left', ...lines].join('\n')
  const file = { name: 'people.csv', mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') }
  return admin.post('/api/company/companies/cmp/employees/import', { file })
}

describe('an invitation to a company', () => {
  it('B1 makes an employee of a resident who accepts it: seen, paid for, audited, and no code kept in clear', async () => {
    const me = await resident()
    const { status, body } = await invite()
    expect(status).toBe(201)
    const look = await me.post('/api/store/invitations/look', { code: body.code })
    expect(look.body).toMatchObject({ company: { en: 'cmp' }, department: 'office' })
    expect((await listed()).people).toEqual([])
    const yes = await accept(me, body.code)
    expect([yes.status, yes.body.companyId]).toEqual([201, 'cmp'])
    expect((await listed()).people).toMatchObject([{ personId: me.personId, number: 'E1', costCentre: 'RD' }])
    expect((await orderAs(me, ['rice'])).body).toMatchObject({ dueMinor: 0, status: 'placed' })
    const { rows } = await app.db.execute<{ kept: string; actions: string[] }>(sql`
      select (select string_agg(i::text, '') from funding.invitations i)
             || (select coalesce(string_agg(a::text, ''), '') from platform.audit a)
             || (select coalesce(string_agg(k::text, ''), '') from platform.idempotency k) as kept,
             (select array_agg(action order by at) from platform.audit where action like '%invit%') as actions`)
    expect(rows[0]?.kept).not.toContain(body.code)
    expect(rows[0]?.actions).toEqual(['funding.invite-employee', 'funding.accept-invitation'])
  })

  it('B1 is for one person, once, however many accept at the same moment', async () => {
    const people = await Promise.all([0, 1, 2].map(() => resident()))
    for (let round = 0; round < ROUNDS; round++) {
      const { body } = await invite({ email: `ada${round}@home.example`, number: `E${round}` })
      const answers = await Promise.all(people.map((me) => accept(me, body.code)))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(new Set(answers.filter(({ status }) => status !== 201).map((each) => each.body.error.code))).toEqual(
        new Set(['invitation_invalid']),
      )
      const winner = people[answers.findIndex(({ status }) => status === 201)]
      // again it changes nothing
      expect((await accept(winner as (typeof people)[number], body.code)).status).toBe(201)
      await app.db.execute(sql`delete from funding.employees`)
    }
  })

  it('is refused when it is old, taken back, renewed, or for a guest without an account', async () => {
    const me = await resident()
    const first = (await invite()).body
    const second = (await invite()).body
    expect(second.invitationId).toBe(first.invitationId)
    expect((await accept(me, first.code)).body.error.code).toBe('invitation_invalid')
    const visitor = caller(door.url, await guest(app))
    expect((await accept(visitor, second.code)).body.error.code).toBe('account_needed')
    app.setNow(new Date(BEFORE.getTime() + LATER))
    expect((await accept(me, second.code)).body.error.code).toBe('invitation_invalid')
    app.setNow(BEFORE)
    const gone = await admin.delete(`/api/company/companies/cmp/invitations/${first.invitationId}`)
    expect(gone.body.invitations).toEqual([])
    expect((await accept(me, second.code)).body.error.code).toBe('invitation_invalid')
  })

  it('does not bring a leaver back by the link they came with', async () => {
    const me = await resident()
    const { body } = await invite()
    await accept(me, body.code)
    const left = await admin.post(`/api/company/companies/cmp/people/${me.personId}/leave`)
    expect(left.body.people[0].leftAt).not.toBeNull()
    expect((await accept(me, body.code)).status).toBe(201)
    expect((await listed()).people[0].leftAt).not.toBeNull()
    expect((await orderAs(me, ['rice'])).status).not.toBe(201)
  })

  it('B1 lets whoever was on the sheet without an account take that place over, address and log-in with it', async () => {
    expect((await sheet(['E7,Bo,bo@work.example,office,RD,,'])).body).toMatchObject({ added: 1, invited: 0 })
    expect(await loginOf(app, 'bo@work.example')).toBe('customer')
    const [entry] = (await listed()).people
    expect(entry).toMatchObject({ name: 'Bo', hasAccount: false })
    const { body } = await invite({ name: 'Bo', email: 'bo@work.example', number: 'E7', personId: entry.personId })
    const me = await resident(null, '')
    await accept(me, body.code)
    const { people, invitations } = await listed()
    expect(invitations).toEqual([])
    expect(people).toMatchObject([
      { personId: me.personId, name: 'Bo', email: 'bo@work.example', number: 'E7', hasAccount: true },
    ])
    expect((await sheet(['E7,Bo,bo@work.example,office,RD,,'])).body).toMatchObject({ unchanged: 1, added: 0 })
  })
})

describe('a sheet of people', () => {
  it('B1 asks the owner of an account first: until they accept, nothing of theirs shows and nothing is paid', async () => {
    const me = await resident('zhou@home.example')
    await app.db.insert(memberships).values({ personId: me.personId, role: 'operator', operatorId: 'other' })
    const lines = ['E1,Written by us,zhou@home.example,office,RD,,', 'E2,New,new@work.example,office,RD,,']
    expect((await sheet(lines)).body).toMatchObject({ added: 1, invited: 1, changed: 0, unchanged: 0, errors: [] })
    expect((await sheet(lines)).body).toMatchObject({ added: 0, invited: 0, changed: 0, unchanged: 2, errors: [] })
    const { people, invitations } = await listed()
    expect(JSON.stringify({ people, invitations })).not.toContain('周岚')
    expect(JSON.stringify({ people, invitations })).not.toContain(me.personId)
    expect(invitations).toMatchObject([{ name: 'Written by us', email: 'zhou@home.example', hasLink: false }])
    expect((await orderAs(me, ['rice'])).status).not.toBe(201)

    const { body } = await invite({ ...ada, name: 'Written by us', email: 'zhou@home.example' })
    await accept(me, body.code)
    expect((await orderAs(me, ['rice'])).body.dueMinor).toBe(0)
    expect((await sheet(lines)).body).toMatchObject({ added: 0, invited: 0, unchanged: 2 })
  })

  it('B7 takes nothing over from another company’s list, not even a name', async () => {
    await found(app, 'other')
    await sheet(['E1,Theirs,shared@work.example,office,RD,,'])
    const rival = caller(door.url, await staff(app, 'company_admin', 'op', 'other'))
    const added = await rival.post('/api/company/companies/other/people', {
      number: 'X1',
      name: 'Mine',
      email: 'shared@work.example',
      department: 'sales',
    })
    expect(added.body).toMatchObject({ added: 0, invited: 1 })
    const { body } = await rival.get('/api/company/companies/other/people')
    expect(JSON.stringify(body)).not.toContain('Theirs')
    expect((await rival.get('/api/company/companies/cmp/people')).status).toBe(404)
    const stolen = { ...ada, personId: (await listed()).people[0].personId, costCentre: undefined }
    expect((await rival.post('/api/company/companies/other/invitations', stolen)).status).toBe(404)
  })
})
