import { parseArgs } from 'node:util'
import { planIngredient } from '../../procurement/domain/plan-ingredient'
import { explodeDemand, recipeMatrix } from '../../procurement/engine/requirements/explode-demand'
import { type PlanReplenishment, planReplenishment, planSites } from '../../procurement/planning/plan-replenishment'
import type { App } from '../../platform/app'
import { round } from './load'
import { report } from './report'
import { fillSites, openBenchDatabase } from './requirements/database'
import { chance, DAYS, item, recipes } from './requirements/synthetic'

const [DISHES, SITES, INGREDIENTS] = [1_000, 500, 2_000]
/** Sites planned in one transaction. */
const TOGETHER = 50

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const cost = (work: () => unknown) => {
  const [cpu, at] = [cpuSeconds(), performance.now()]
  work()
  return { cpuS: round(cpuSeconds() - cpu), wallS: round((performance.now() - at) / 1_000) }
}

/** 1,000 dishes at 500 sites on 14 days, all of them on every menu. */
function explode() {
  const matrix = recipeMatrix(recipes(DISHES, INGREDIENTS))
  const next = chance(1)
  const portions = new Float64Array(DISHES * DAYS).map(() => 10 + next() * 100)
  const need = new Float64Array(INGREDIENTS * DAYS)
  return cost(() => {
    for (let site = 0; site < SITES; site += 1) {
      need.fill(0)
      explodeDemand(matrix, portions, DAYS, need)
    }
  })
}

const SHELF = { most: Number.POSITIVE_INFINITY, serviceBps: null }

/** Nets, keeps safety, chooses suppliers and sizes lots; the items are made outside the time. */
function planItems(count: number) {
  const next = chance(2)
  const total = { cpuS: 0, wallS: 0 }
  const portion = 20_000
  for (let from = 0; from < count; from += portion) {
    const items = Array.from({ length: Math.min(portion, count - from) }, (_, i) => item(from + i, next))
    const { cpuS, wallS } = cost(() => {
      for (const { need, supplies, sources } of items) planIngredient(need, { ...SHELF, supplies }, sources)
    })
    total.cpuS += cpuS
    total.wallS += wallS
  }
  return { cpuS: round(total.cpuS), wallS: round(total.wallS) }
}

async function planAll(app: App, plans: readonly PlanReplenishment[]): Promise<{ wallS: number; lines: number }> {
  const at = performance.now()
  let lines = 0
  for (let from = 0; from < plans.length; from += TOGETHER) {
    const done = await planSites(app, plans.slice(from, from + TOGETHER))
    lines += done.reduce((sum, each) => sum + each.lines, 0)
  }
  return { wallS: round((performance.now() - at) / 1_000), lines }
}

/** The middle of several plans of one site whose orders have changed a little each time. */
async function planOne(app: App, plan: PlanReplenishment): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 9; i += 1) {
    const menu = plan.menu.map((dish) => ({ ...dish, firm: dish.firm + 20 * i }))
    const at = performance.now()
    await planReplenishment(app, { ...plan, menu, reviewId: `${plan.reviewId}_${i}` })
    times.push(performance.now() - at)
  }
  return Math.round(times.sort((a, b) => a - b)[4] ?? 0)
}

/** `[--json OUT]`: explosion, lot sizing, and whole plans with the database. */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'string' } } })
  const exploded = explode()
  planItems(5_000)
  const planned = planItems(20_000)
  const million = planItems(1_000_000)
  const database = await openBenchDatabase((line) => console.error(`… ${line}`))
  try {
    const plans = await fillSites(database.app, SITES)
    const whole = await planAll(database.app, plans)
    const again = await planAll(
      database.app,
      plans.map((plan) => ({ ...plan, reviewId: `${plan.reviewId}_again` })),
    )
    const oneSiteMs = await planOne(database.app, plans[0]!)
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024)
    const summary = {
      explodeCpuS: exploded.cpuS,
      planCpuS: planned.cpuS,
      wallS: whole.wallS,
      peakMb,
      oneSiteMs,
      millionS: million.wallS,
      lines: whole.lines,
      linesAgain: again.lines,
    }
    const rows = [
      { step: 'explode 1,000 dishes × 500 sites × 14 days', ...exploded },
      { step: 'plan 20,000 site-ingredients', ...planned },
      { step: 'plan 1,000,000 site-ingredients', ...million },
      { step: '500 sites with Postgres', wallS: whole.wallS, lines: whole.lines },
      { step: 'the same again, nothing changed', wallS: again.wallS, lines: again.lines },
      { step: 'one site again', wallS: oneSiteMs / 1_000 },
    ]
    report({ bench: 'requirements', summary, rows }, values.json)
    console.log(`peak ${peakMb} MB`)
  } finally {
    await database.close()
  }
}
