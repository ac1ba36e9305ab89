import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openApp, type RunningApp } from '../../../platform/app'
import { readConfig } from '../../../platform/config'
import { insertAll } from '../../../platform/insert-all'
import { migrateOurs } from '../../../platform/migrate'
import { importSupply } from '../../../procurement/import-supply'
import type { PlanReplenishment } from '../../../procurement/planning/plan-replenishment'
import { forecasts } from '../../../procurement/schema/forecasts'
import { environment } from '../../up/environment'
import { startServers } from '../../up/servers'
import { openState } from '../../up/state'
import { freePort } from '../../up/waiting'
import { chance, DAYS } from './synthetic'

/** Monday 23 November 2026, 02:30 in Shanghai: the nightly plan. */
export const NOW = new Date('2026-11-22T18:30:00Z')
const ZONE = 'Asia/Shanghai'
const OPERATOR = 'op_bench'
/** On each site's menu of a day, and what they are made of: 40 ingredients at every site. */
const [DISHES_A_DAY, DISHES, INGREDIENTS] = [10, 30, 40]

export interface BenchDatabase {
  readonly app: RunningApp
  readonly close: () => Promise<void>
}

/** A Postgres of the bench's own with our tables, thrown away afterwards. */
export async function openBenchDatabase(tell: (line: string) => void): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  const state = openState(folder)
  const servers = await startServers({ state, onEvent: tell })
  const { databaseUrl, redisUrl } = servers
  const ports = { port: await freePort(), commercePort: await freePort() }
  const env = { ...environment(state, { databaseUrl, redisUrl, demo: false, ...ports }), LOG_LEVEL: 'error' }
  await migrateOurs({ DATABASE_URL: databaseUrl })
  const app = { ...(await openApp(readConfig(env), { name: 'bench' })), now: () => NOW }
  const close = async () => {
    await app.close()
    await servers.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, close }
}

const text = (name: string) => ({ zh: name, en: name })
const dateOf = (day: number) => new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10)
const menuOf = (site: number, day: number) =>
  Array.from({ length: DISHES_A_DAY }, (_, i) => (site + day * DISHES_A_DAY + i) % DISHES)

/** Suppliers, stock and forecasts of so many sites with 40 ingredients each; answers what each is to plan. */
export async function fillSites(app: RunningApp, sites: number): Promise<PlanReplenishment[]> {
  const next = chance(7)
  const names = Array.from({ length: INGREDIENTS }, (_, i) => `ing_${i}`)
  const suppliers = Array.from({ length: 5 }, (_, i) => `sup_${i}`)
  const siteIds = Array.from({ length: sites }, (_, i) => `site_${i}`)
  await importSupply(app, {
    ingredients: names.map((id, i) => ({
      id,
      name: text(id),
      unit: 'g' as const,
      contains: [],
      mayContain: [],
      nutrition: {},
      shelfLifeDays: [3, 5, 7, 30, 180][i % 5] ?? 7,
      storage: 'chilled' as const,
    })),
    suppliers: suppliers.map((id, i) => ({
      id,
      operatorId: OPERATOR,
      name: text(id),
      deliveryWeekdays: i % 2 ? [1, 3, 5] : [1, 2, 3, 4, 5, 6],
      leadDays: 1,
      orderCutoff: '16:00',
      minimumMinor: 20_000,
      zone: ZONE,
    })),
    supplyTerms: names.flatMap((ingredientId, i) =>
      [0, 1].map((at) => ({
        supplierId: suppliers[(i + at) % suppliers.length] ?? '',
        ingredientId,
        operatorId: OPERATOR,
        priority: 1 + at,
        packSize: [1_000, 5_000, 2_500, 10_000][i % 4] ?? 1_000,
        packName: text('box'),
        minimumPacks: 1,
        priceMinor: 800 * ([1, 5, 2.5, 10][i % 4] ?? 1),
        priceBreaks: i % 2 ? [{ packs: 8, priceMinor: 760 * ([1, 5, 2.5, 10][i % 4] ?? 1) }] : [],
      })),
    ),
    certificates: [],
    lots: siteIds.flatMap((siteId) =>
      names.map((ingredientId) => ({
        id: `lot_${siteId}_${ingredientId}`,
        operatorId: OPERATOR,
        siteId,
        ingredientId,
        code: 'opening',
        expiresOn: dateOf(1 + Math.floor(next() * 10)),
        quantity: 1 + Math.floor(next() * 20_000),
        costPerThousand: 800,
        receivedAt: NOW,
      })),
    ),
    demandHistory: [],
  })
  const expected = siteIds.flatMap((siteId, site) =>
    Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
      menuOf(site, day).map((dish) => {
        const median = 20 + Math.floor(next() * 60)
        const quantiles = [0.7, 0.75, 0.9, 1, 1.1, 1.2, 1.3].map((share) => Math.round(median * share))
        return {
          siteId,
          operatorId: OPERATOR,
          dishId: `dish_${dish}`,
          serviceDate: dateOf(day),
          period: 'lunch' as const,
          runId: 'bench',
          origin: dateOf(-1),
          method: 'bench',
          quantiles,
        }
      }),
    ),
  )
  await insertAll(app.db, forecasts, expected)
  await app.db.execute(sql`analyze`)
  const explosion = new Map(
    Array.from({ length: DISHES }, (_, dish) => [
      `rcp_${dish}`,
      Array.from({ length: 12 }, (__, line) => ({
        ingredientId: names[(dish * 7 + line * 3) % INGREDIENTS] ?? '',
        perThousand: 10_000 + ((dish * 31 + line * 17) % 90) * 1_000,
      })),
    ]),
  )
  return siteIds.map((siteId, site) => ({
    reviewId: `rev_${siteId}`,
    operatorId: OPERATOR,
    siteId,
    zone: ZONE,
    explosion,
    menu: Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
      menuOf(site, day).map((dish) => ({
        serviceDate: dateOf(day),
        period: 'lunch' as const,
        dishId: `dish_${dish}`,
        recipeVersionId: `rcp_${dish}`,
        firm: day < 2 ? 15 : 0,
        open: true,
      })),
    ),
  }))
}
