import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export interface Visitor {
  readonly lang?: 'zh-CN' | 'en'
  readonly mode?: 'normal' | 'senior'
  /** The service point the browser remembers. */
  readonly place?: string
  readonly options?: BrowserContextOptions
}

export interface Visit {
  readonly page: Page
  /** What the console complained about, and every address outside Linli that was asked. */
  readonly complaints: string[]
}

/** Somebody's phone with a clean browser. */
export async function visit(browser: Browser, url: string, visitor: Visitor = {}): Promise<Visit> {
  const { lang = 'zh-CN', mode = 'normal', place, options = {} } = visitor
  // what moves while axe looks is judged half-way
  const still = { reducedMotion: 'reduce' } as const
  const phone = { viewport: { width: 390, height: 844 }, locale: lang }
  const context = await browser.newContext({ ...phone, ...still, ...options })
  const cookies = { lang, mode, ...(place ? { place } : {}) }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const own = request.url().startsWith(url) || /^(data|blob):/.test(request.url())
    if (!own) complaints.push(`asked ${request.url()}`)
  })
  return { page, complaints }
}

/** Opens an address and waits until the page listens. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
}

/** What axe finds against WCAG 2.2 AA, one line a rule. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Pixels by which the page is wider than the window. */
export const sideScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
