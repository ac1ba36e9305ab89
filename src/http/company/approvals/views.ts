import type { z } from 'zod'
import { type Approval, stateOf } from '../../../funding/companies/decide-approval'
import { sitesByIds } from '../../../places/queries'
import type { App } from '../../../platform/app'
import type * as contract from './contract'

/** Requests as pages show them, each beside the row it came from. */
export async function approvalViews(app: App, rows: readonly Approval[]) {
  const sites = await sitesByIds(app, [...new Set(rows.map(({ siteId }) => siteId))])
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const {
      cutoffAt,
      askedAt,
      siteId,
      companyId: _company,
      personId: _person,
      menuDayId: _day,
      costCentre: _centre,
      ...rest
    } = row
    const shown: z.input<typeof contract.Approval> = {
      ...rest,
      site: names.get(siteId) ?? { zh: '', en: '' },
      status: stateOf(row, app.now()),
      cutoffAt: cutoffAt.toISOString(),
      askedAt: askedAt.toISOString(),
    }
    return { row, shown }
  })
}
