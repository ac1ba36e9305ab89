import { parseArgs } from 'node:util'
import { SignJWT } from 'jose'
import { type Browser, chromium, type Page } from 'playwright-core'
import { SESSION_COOKIE } from '../../http/auth'
import { acceptOrders } from '../../kitchen/accept-orders'
import { addDays, dateIn } from '../../kernel/time'
import { openApp, type RunningApp } from '../../platform/app'
import { measured, round } from './load'
import { report } from './report'
import { openStack } from './stack'

const SITE = 'site_k1'
const OPERATOR = 'op_suiqiao'
/** Whoever cooks there in the demo. */
const COOK = 'per_demo_kitchen'
/** Never the same beat as a heartbeat or a poll. */
const PAUSE_MS = 230
/** What has not come by then never came. */
const LOST_MS = 5_000
const TABLET = { width: 1366, height: 800 }

/**
 * From the moment a ticket is written until a kitchen's tablet has painted it: real web and worker, real stream, Chromium.
 * `--tickets` says how many; CHROMIUM names the browser's program.
 */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, tickets: { type: 'string', default: '60' } },
  })
  const stack = await openStack((line) => console.error(`… ${line}`))
  const app = await openApp({ ...stack.config, LOG_LEVEL: 'error' }, { name: 'bench', poolSize: 2 })
  let browser: Browser | undefined
  try {
    await stack.start('web')
    await stack.start('worker')
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    })
    const serviceDate = addDays(dateIn('Asia/Shanghai', app.now()), 1)
    const page = await openBoard(browser, app, serviceDate)
    const times: number[] = []
    let lost = 0
    for (let i = -5; i < Number(values.tickets); i++) {
      const took = await paintOne(app, page, { serviceDate, i })
      // the first ones warm everything up
      if (i >= 0 && took === undefined) lost += 1
      if (i >= 0 && took !== undefined) times.push(took)
      await page.waitForTimeout(PAUSE_MS + (i % 7) * 11)
    }
    const { p50Ms, p95Ms, count } = measured(times, lost, 1)
    const summary = { tickets: count, lost, p50Ms, p95Ms, worstMs: round(Math.max(...times)) }
    report({ bench: 'paint', summary, rows: [{ of: 'ticket written → painted', ...summary }] }, values.json)
  } finally {
    await browser?.close()
    await app.close()
    await stack.close()
  }
}

async function openBoard(browser: Browser, app: RunningApp, serviceDate: string): Promise<Page> {
  const base = `http://127.0.0.1:${app.config.PORT}`
  const context = await browser.newContext({ viewport: TABLET, locale: 'zh-CN' })
  await context.addCookies([{ name: SESSION_COOKIE, value: await tokenOf(app, COOK), url: base }])
  const page = await context.newPage()
  await page.addInitScript(`
    window.painted = {}
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) {
        if (node.nodeType !== 1) continue
        const heads = node.matches('article') ? [node] : node.querySelectorAll('article')
        for (const card of heads) {
          const number = card.querySelector('h3')?.textContent
          // the frame after this one has it on the glass
          if (number && !(number in window.painted))
            requestAnimationFrame(() => requestAnimationFrame(() => { window.painted[number] ??= Date.now() }))
        }
      }
    }).observe(document, { childList: true, subtree: true })`)
  await page.goto(`${base}/kitchen?site=${SITE}&service=${serviceDate}+lunch`)
  await page.locator('main').first().waitFor()
  await page.waitForTimeout(2_000)
  return page
}

/** A member of staff's, as logging in gives one. */
const tokenOf = (app: RunningApp, personId: string): Promise<string> =>
  new SignJWT({ actor_type: 'member', actor_id: personId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(app.config.JWT_SECRET))

/** Milliseconds from before the ticket is written until it was painted; undefined when it never came. */
async function paintOne(app: RunningApp, page: Page, { serviceDate, i }: { serviceDate: string; i: number }) {
  const number = `P${100 + i}`
  const id = `paint_${number}`
  const at = Date.now()
  await acceptOrders(app, [
    {
      groupId: `${id}_g`,
      orderId: id,
      operatorId: OPERATOR,
      siteId: SITE,
      menuDayId: 'paint',
      number,
      serviceDate,
      period: 'lunch',
      servesFrom: new Date(Date.parse(`${serviceDate}T03:00:00Z`) - i * 1e3),
      destination: {
        zh: '桂苑 3 栋',
        en: 'Osmanthus Court, building 3',
      },
      lines: [
        {
          lineId: `${id}_1`,
          dishId: 'paint',
          recipeVersionId: null,
          station: 'wok',
          quantity: 2,
          allergens: [],
          name: {
            zh: '回锅肉',
            en: 'Twice-cooked pork',
          },
        },
      ],
    },
  ])
  const painted = await paintedAt(page, number)
  return painted === undefined ? undefined : painted - at
}

/** Asked from outside: the page's own policy lets nobody evaluate in it again and again. */
async function paintedAt(page: Page, number: string): Promise<number | undefined> {
  for (const until = Date.now() + LOST_MS; Date.now() < until; await page.waitForTimeout(20)) {
    const found: unknown = await page.evaluate(`window.painted[${JSON.stringify(number)}]`)
    if (typeof found === 'number') return found
  }
  return undefined
}
