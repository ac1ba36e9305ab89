import { Refusal } from '../../../kernel/refusal'
import { namesOf } from '../../../people/queries'
import type { App } from '../../../platform/app'
import { cancelCount } from '../../../procurement/counting/cancel-count'
import { countLine } from '../../../procurement/counting/count-line'
import { countDetail, listCounts } from '../../../procurement/counting/list-counts'
import { openCount } from '../../../procurement/counting/open-count'
import { submitCount } from '../../../procurement/counting/submit-count'
import type { Caller } from '../../caller'
import { type Route, serve } from '../../serve'
import { reachOf, requireOwned, requireSite } from '../reach'
import { siteNames } from '../views'
import * as contract from './contract'

type Row = Awaited<ReturnType<typeof listCounts>>[number]

/** Sheets with the names of their sites and of who opened them. */
async function named<R extends Omit<Row, 'lines'>>(app: App, rows: readonly R[]) {
  const siteName = await siteNames(
    app,
    rows.map(({ siteId }) => siteId),
  )
  const people = await namesOf(
    app,
    rows.map(({ openedBy }) => openedBy),
  )
  return rows.map((row) => ({
    ...row,
    site: siteName(row.siteId),
    openedBy: people.get(row.openedBy) ?? '',
    openedAt: row.openedAt.toISOString(),
    postedAt: row.postedAt?.toISOString() ?? null,
  }))
}

async function readCount(app: App, countId: string) {
  const detail = await countDetail(app, countId)
  const [shown] = await named(app, detail ? [detail] : [])
  if (!shown) throw new Refusal('not_found')
  return shown
}

async function requireCount(app: App, caller: Caller, countId: string): Promise<void> {
  requireOwned(caller, await countDetail(app, countId))
}

/** Blind counts. */
export const countRoutes: readonly Route[] = [
  serve(contract.listCounts, async ({ app, caller, query }) => ({
    counts: await named(app, await listCounts(app, { reach: reachOf(caller), ...query })),
  })),

  serve(contract.openCount, async ({ app, caller, body: { siteId, storage } }) => {
    const { operatorId } = await requireSite(app, caller, siteId)
    const { countId } = await openCount(app, { operatorId, siteId, storage, openedBy: caller.personId })
    return readCount(app, countId)
  }),

  serve(contract.showCount, async ({ app, caller, params: { countId } }) => {
    await requireCount(app, caller, countId)
    return readCount(app, countId)
  }),

  serve(contract.countLine, async ({ app, caller, params: { countId, lineId }, body: { quantity } }) => {
    await requireCount(app, caller, countId)
    await countLine(app, { countId, lineId, quantity, countedBy: caller.personId })
    return readCount(app, countId)
  }),

  serve(contract.submitCount, async ({ app, caller, params: { countId } }) => {
    await requireCount(app, caller, countId)
    await submitCount(app, { countId, submittedBy: caller.personId })
    return readCount(app, countId)
  }),

  serve(contract.cancelCount, async ({ app, caller, params: { countId } }) => {
    await requireCount(app, caller, countId)
    await cancelCount(app, { countId, cancelledBy: caller.personId })
    return readCount(app, countId)
  }),
]
