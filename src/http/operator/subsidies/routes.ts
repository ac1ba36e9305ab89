import { claimFile, ownerOfClaim } from '../../../funding/claims/claim-file'
import { listClaims } from '../../../funding/claims/due-lines'
import { issueClaim } from '../../../funding/claims/issue-claim'
import { eraseMember } from '../../../funding/members/erase-member'
import { listMembers } from '../../../funding/members/find-member'
import { importMembers } from '../../../funding/members/import-members'
import { readMembers } from '../../../funding/members/read-members'
import { listSchemes } from '../../../funding/subsidies/list-schemes'
import { listSignals } from '../../../funding/subsidies/list-signals'
import { reviewSignal } from '../../../funding/subsidies/review-signal'
import { Refusal } from '../../../kernel/refusal'
import { dateIn } from '../../../kernel/time'
import { namesOf } from '../../../people/queries'
import { registerPersons } from '../../../people/register-persons'
import { sitesOf } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { readGrid } from '../../../platform/sheets/read-grid'
import { type Caller, requireWithin } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const MOST_ERRORS = 500
const NOWHERE = { zh: '', en: '' }

/** For those who run all of a tenant. */
const requireTenant = (caller: Caller, operatorId: string): void =>
  requireWithin(caller, contract.listMembers.who, operatorId, '')

async function sitesById(app: App, operatorId: string) {
  return new Map((await sitesOf(app, [operatorId])).map((site) => [site.id, site]))
}

/** Members, schemes, claims and what looks odd about grants. */
export const subsidyRoutes: readonly Route[] = [
  serve(contract.listMembers, async ({ app, caller, params: { operatorId } }) => {
    requireTenant(caller, operatorId)
    const members = await listMembers(app, operatorId)
    const names = await namesOf(
      app,
      members.flatMap(({ personId }) => personId ?? []),
    )
    return { members: members.map(({ personId, ...member }) => ({ ...member, name: names.get(personId ?? '') ?? '' })) }
  }),

  serve(contract.importMembers, async ({ app, caller, params: { operatorId }, body: { file } }) => {
    requireTenant(caller, operatorId)
    const schemes = new Set((await listSchemes(app, operatorId)).map(({ schemeId }) => schemeId))
    const { rows, errors } = readMembers(await readGrid(app, file), { schemes })
    const [site] = await sitesOf(app, [operatorId])
    const today = dateIn(site?.zone ?? 'UTC', app.now())
    const input = { operatorId, rows, importedBy: caller.personId, today }
    const imported = await importMembers(app, input, registerPersons)
    return { ...imported, errors: [...errors, ...imported.errors].slice(0, MOST_ERRORS) }
  }),

  serve(contract.eraseMember, async ({ app, caller, params: { operatorId, memberId } }) => {
    requireTenant(caller, operatorId)
    await eraseMember(app, { operatorId, memberId, by: caller.personId })
    return { erased: true as const }
  }),

  serve(contract.listSchemes, async ({ app, caller, params: { operatorId } }) => {
    requireTenant(caller, operatorId)
    const sites = await sitesById(app, operatorId)
    return {
      schemes: (await listSchemes(app, operatorId)).map(({ siteIds, ...scheme }) => ({
        ...scheme,
        sites: siteIds.map((id) => sites.get(id)?.name ?? NOWHERE),
      })),
    }
  }),

  serve(contract.listClaims, async ({ app, caller, params: { operatorId }, query: { month } }) => {
    requireTenant(caller, operatorId)
    const names = new Map((await listSchemes(app, operatorId)).map(({ schemeId, name }) => [schemeId, name]))
    return {
      claims: (await listClaims(app, operatorId, month)).map((claim) => ({
        ...claim,
        scheme: names.get(claim.schemeId) ?? NOWHERE,
        issuedAt: claim.issuedAt?.toISOString() ?? null,
      })),
    }
  }),

  serve(contract.issueClaim, async ({ app, caller, params: { operatorId }, body }) => {
    requireTenant(caller, operatorId)
    const sites = new Map(
      [...(await sitesById(app, operatorId))].map(([id, { name, zone }]) => [id, { name: name.zh, zone }]),
    )
    return { claimId: await issueClaim(app, { ...body, operatorId, issuedBy: caller.personId, sites }) }
  }),

  serve(contract.claimFile, async ({ app, caller, params: { claimId }, query: { format } }) => {
    const owner = await ownerOfClaim(app, claimId)
    if (!owner) throw new Refusal('not_found')
    requireTenant(caller, owner.operatorId)
    return claimFile(app, claimId, format)
  }),

  serve(contract.listSignals, async ({ app, caller, params: { operatorId }, query }) => {
    requireTenant(caller, operatorId)
    const signals = await listSignals(app, { operatorId, ...query })
    const sites = await sitesById(app, operatorId)
    const names = await namesOf(
      app,
      signals.flatMap(({ kind, subject, review }) => [
        ...(kind === 'impossible_travel' ? [] : [subject]),
        ...(review ? [review.by] : []),
      ]),
    )
    return {
      signals: signals.map(({ siteIds, subject, firstAt, lastAt, review, ...signal }) => ({
        ...signal,
        subject: names.get(subject) ?? subject,
        sites: siteIds.map((id) => sites.get(id)?.name ?? NOWHERE),
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
        review: review && { ...review, by: names.get(review.by) ?? '', at: new Date(review.at).toISOString() },
      })),
    }
  }),

  serve(contract.reviewSignal, async ({ app, caller, params: { operatorId, signal }, body }) => {
    requireTenant(caller, operatorId)
    await reviewSignal(app, { operatorId, signal, ...body, by: caller.personId })
    return { done: true as const }
  }),
]
