import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { SESSION_COOKIE } from '../../src/http/auth'
import { DEMO_PASSWORD } from '../../src/people/demo-accounts'
import { openBrowser } from '../support/browser'
import { caller } from '../support/door'
import { sharedStack } from '../support/stack'
import { KITCHEN, orderFrom } from './kitchen-lunch'
import { open, visit } from './visit'

/** A wire between the browser and Linli that can be cut and mended. */
async function wireTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((socket) => {
    if (!whole) return void socket.destroy()
    const onward = connect(Number(port), hostname)
    for (const end of [socket, onward]) {
      sockets.add(end)
      end
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(end)
          socket.destroy()
          onward.destroy()
        })
    }
    socket.pipe(onward).pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
  }
  const mend = () => {
    whole = true
  }
  const close = () => {
    cut()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut, mend, close }
}

describe.skipIf(!inject('chromium'))('an order’s page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** The kitchen's own hands on the ticket of an order. */
  async function kitchen(number: string, service: string) {
    const { url } = sharedStack()
    const account = { email: KITCHEN.email, password: DEMO_PASSWORD }
    const { token } = (await caller(url).post('/api/session', account)).body
    const cook = caller(url, token)
    const [date, period] = service.split(' ')
    const board = async () => (await cook.get(`/api/kitchen/sites/${KITCHEN.siteId}/services/${date}/${period}`)).body
    const find = async () =>
      (await board()).tickets.find((one: { number: string }) => one.number === number)?.id as string
    await expect.poll(find, { timeout: 10_000 }).toBeTruthy()
    const ticket = await find()
    const touch = (act: 'bump' | 'recall') =>
      cook.post(`/api/kitchen/tickets/${ticket}/${act}`, { id: crypto.randomUUID(), station: null })
    return { touch }
  }

  const step = (page: Page, name: string) =>
    page.getByRole('list', { name: 'Progress' }).getByRole('listitem').filter({ hasText: name })
  const isDone = (page: Page, name: string) => step(page, name).getByText('Done:').count()

  it('R11 follows the kitchen within 2 s, knows when it does not, and misses and doubles nothing when it is back', async () => {
    const { url } = sharedStack()
    const order = await orderFrom(sharedStack())
    const wire = await wireTo(url)
    try {
      const { page } = await visit(browser, wire.url, { lang: 'en' })
      await page.context().addCookies([{ name: SESSION_COOKIE, value: order.token, url: wire.url }])
      await open(page, `${wire.url}/orders/${order.id}`)
      await page.getByText('Live', { exact: true }).waitFor()
      const { touch } = await kitchen(order.number, order.service)

      await touch('bump')
      await expect.poll(() => isDone(page, 'Ready and packed'), { timeout: 2_000 }).toBe(1)
      await touch('recall')
      await expect.poll(() => isDone(page, 'Ready and packed'), { timeout: 2_000 }).toBe(0)

      wire.cut()
      await page.getByText('Not live').waitFor()
      await touch('bump')
      await expect.poll(() => isDone(page, 'Ready and packed')).toBe(0)
      wire.mend()
      await page.getByText('Live', { exact: true }).waitFor()
      await expect.poll(() => isDone(page, 'Ready and packed'), { timeout: 2_000 }).toBe(1)
      await expect.poll(() => page.getByRole('list', { name: 'Progress' }).getByRole('listitem').count()).toBe(5)
      await expect.poll(() => page.getByRole('heading', { name: /^Order/ }).count()).toBe(1)
    } finally {
      wire.close()
    }
  })

  it('keeps a menu in sight while the connection is lost, and says so', async () => {
    const { url } = sharedStack()
    const wire = await wireTo(url)
    try {
      const { page } = await visit(browser, wire.url, { lang: 'en', place: 'sp_desk_harbour_01' })
      await open(page, wire.url)
      wire.cut()
      await page.getByText('No connection: prices and portions may be a moment old').waitFor()
      await expect.poll(() => page.getByRole('navigation', { name: 'Day' }).count()).toBe(1)
      wire.mend()
      await page.getByText('No connection: prices').waitFor({ state: 'detached' })
    } finally {
      wire.close()
    }
  })
})
