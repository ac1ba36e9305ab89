import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseMember } from '../../../src/funding/members/erase-member'
import { findMember } from '../../../src/funding/members/find-member'
import { importMembers } from '../../../src/funding/members/import-members'
import { acceptProxy, inviteProxy, requireProxy, revokeProxy } from '../../../src/funding/members/proxies'
import { isNationalId, readMembers } from '../../../src/funding/members/read-members'
import { memberFacts, members } from '../../../src/funding/schema/members'
import { grantUses } from '../../../src/funding/schema/subsidies'
import { audit } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { contract, enrol, OPERATOR, quoteLunch, register, row, take } from './seniors'

const HEADING = ['name', 'birth_date', 'national_id', 'card', 'tags', 'schemes']
const KNOWN = { schemes: new Set(['cn-sh-putuo-2025']) }
/** Made up, with the right check character; 310107 is Putuo. */
const NATIONAL_ID = '310107194403011232'

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('members', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await testApp()
    await contract(app)
  })
  afterAll(() => app?.close())

  it('tells what is wrong with a sheet by line, and never repeats a document’s number', () => {
    const { rows, errors } = readMembers(
      [
        HEADING,
        [
          '王秀英',
          '1944-03-01',
          '',
          'C-1',
          'resident:2026-01-01 hukou_city:2026-01-01..2026-12-31',
          'cn-sh-putuo-2025',
        ],
        ['', '1944-13-01', '310107194403011230', '', 'resident', 'nowhere'],
        ['李建国', '1950-01-01', '', 'C-1', '', ''],
        ['', '', '', '', '', ''],
      ],
      KNOWN,
    )
    expect(rows.map(({ line, card }) => [line, card])).toEqual([[2, 'C-1']])
    expect(rows[0]?.facts.tags[1]).toEqual({ tag: 'hukou_city', from: '2026-01-01', to: '2026-12-31' })
    expect(errors.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '3 name required',
      '3 birth_date date',
      '3 national_id national_id',
      '3 tags tag',
      '3 schemes unknown_scheme',
      '4 card twice',
    ])
    expect(JSON.stringify(errors)).not.toContain('310107')
  })

  it('keeps a document as a keyed hash and four digits, and all that decides sealed', async () => {
    expect(isNationalId(NATIONAL_ID)).toBe(true)
    const rows = [row(2, { nationalId: NATIONAL_ID, card: 'C-7' })]
    const input = { operatorId: OPERATOR, rows, importedBy: 'per_clerk', today: '2026-01-01' }
    expect(await importMembers(app, input, register)).toMatchObject({ added: 1, errors: [] })
    expect(await importMembers(app, input, register)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    const stored = await app.db
      .select()
      .from(memberFacts)
      .where(eq(memberFacts.idLast4, NATIONAL_ID.slice(-4)))
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toMatch(/310107|1944|hukou/)
    const changed = { ...input, rows: [row(2, { nationalId: NATIONAL_ID, card: 'C-8', schemes: [] })] }
    expect(await importMembers(app, changed, register)).toMatchObject({ changed: 1 })
  })

  it('finds a member by code, QR code or card of its own operator only, and notes who looked', async () => {
    const [one] = await enrol(app, [row(20)])
    const look = (code: string, operatorId = OPERATOR) => findMember(app, { operatorId, code, by: 'per_cashier' })
    for (const code of [one?.code ?? '', `LINLI-M:${one?.code}`, 'CARD-20']) {
      expect(await look(code)).toMatchObject({ memberId: one?.memberId })
    }
    expect(await refusalOf(look('CARD-20', 'op_huaideng'))).toBe('not_found')
    const looked = await app.db
      .select()
      .from(audit)
      .where(eq(audit.subject, one?.memberId ?? ''))
    expect(looked.map(({ actorId, action }) => `${actorId} ${action}`)).toEqual(
      Array.from({ length: 3 }, () => 'per_cashier funding.find-member'),
    )
  })

  it('O6 forgets a member but not what was granted', async () => {
    const [one] = await enrol(app, [row(30)])
    if (!one) throw new Error('nobody')
    const lunch = { personId: one.personId, siteId: 'site_c1' }
    await take(app, await quoteLunch(app, lunch), lunch)
    await eraseMember(app, { operatorId: OPERATOR, memberId: one.memberId, by: 'per_clerk' })
    const [left] = await app.db.select().from(members).where(eq(members.id, one.memberId))
    expect(left).toMatchObject({ personId: null, card: null })
    expect(await app.db.select().from(memberFacts).where(eq(memberFacts.memberId, one.memberId))).toEqual([])
    const uses = await app.db.select().from(grantUses).where(eq(grantUses.memberId, one.memberId))
    expect(uses.map(({ pseudonym, amountMinor }) => [pseudonym, amountMinor])).toEqual([[left?.pseudonym, 300]])
    expect(JSON.stringify(uses)).not.toContain(one.personId)
  })

  it('S4 lets a daughter order while her father agrees, and not after', async () => {
    const [father, daughter] = ['per_father', 'per_daughter']
    const { code } = await inviteProxy(app, { principalId: father })
    expect(await refusalOf(acceptProxy(app, { agentId: father, code }))).toBe('invitation_invalid')
    const { proxyId } = await acceptProxy(app, { agentId: daughter, code: code.toLowerCase() })
    // a code is good for one person
    expect(await refusalOf(acceptProxy(app, { agentId: 'per_other', code }))).toBe('invitation_invalid')
    expect(await refusalOf(requireProxy(app, daughter, father))).toBe('done')
    expect(await refusalOf(requireProxy(app, 'per_other', father))).toBe('proxy_not_agreed')
    expect(await refusalOf(revokeProxy(app, { proxyId, by: 'per_other' }))).toBe('not_found')
    await revokeProxy(app, { proxyId, by: father })
    expect(await refusalOf(requireProxy(app, daughter, father))).toBe('proxy_not_agreed')
    const trail = await app.db.select().from(audit).where(eq(audit.subject, proxyId))
    expect(trail.map(({ actorId, action }) => `${actorId} ${action}`)).toEqual([
      'per_father funding.invite-proxy',
      'per_daughter funding.accept-proxy',
      'per_father funding.revoke-proxy',
    ])
  })
})
