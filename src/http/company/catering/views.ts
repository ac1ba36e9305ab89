import type { z } from 'zod'
import { type Catering, stateOf } from '../../../funding/catering/ask-catering'
import { companiesByIds } from '../../../funding/queries'
import { pointsByIds, sitesByIds } from '../../../places/queries'
import type { App } from '../../../platform/app'
import type * as contract from './contract'

const NOWHERE = { zh: '', en: '' }

/** Requests as pages show them. */
export async function cateringViews(app: App, rows: readonly Catering[]): Promise<z.input<typeof contract.Catering>[]> {
  const [companies, points, sites] = [
    await companiesByIds(app, [...new Set(rows.map(({ companyId }) => companyId))]),
    await pointsByIds(app, [...new Set(rows.map(({ servicePointId }) => servicePointId))]),
    await sitesByIds(app, [...new Set(rows.flatMap(({ siteId }) => siteId ?? []))]),
  ]
  const nameOf = new Map<string, { zh: string; en: string }>([
    ...companies.map(({ id, name }) => [id, name] as const),
    ...sites.map(({ id, name }) => [id, name] as const),
    ...points.map(({ servicePointId, building, point }) => {
      return [servicePointId, { zh: `${building.zh} ${point.zh}`, en: `${building.en}, ${point.en}` }] as const
    }),
  ])
  return rows.map((row) => ({
    requestId: row.id,
    companyId: row.companyId,
    company: nameOf.get(row.companyId) ?? NOWHERE,
    servicePointId: row.servicePointId,
    place: nameOf.get(row.servicePointId) ?? NOWHERE,
    serviceDate: row.serviceDate,
    period: row.period,
    heads: row.heads,
    perHeadMinor: row.perHeadMinor,
    currency: row.currency,
    diets: row.diets,
    note: row.note,
    status: stateOf(row, app.now()),
    version: row.version,
    site: row.siteId ? (nameOf.get(row.siteId) ?? NOWHERE) : null,
    cutoffAt: row.cutoffAt?.toISOString() ?? null,
    lines: row.lines.map(({ offerId, name, quantity, unitMinor }) => ({ offerId, name, quantity, unitMinor })),
    totalMinor: row.totalMinor,
    validUntil: row.validUntil?.toISOString() ?? null,
    answer: row.answer,
    orderId: row.orderId,
  }))
}
