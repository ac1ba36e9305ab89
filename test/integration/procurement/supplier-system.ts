import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SupplierSystem {
  readonly url: string
  /** Every request that came, by the order number in it. */
  readonly requests: string[]
  /** What the supplier has on its books: one order a key. */
  readonly orders: Map<string, unknown>
  /** Resolves when a request has been booked; until `answer` is true nobody is told so. */
  readonly booked: Promise<void>
  answer: boolean
  readonly close: () => Promise<void>
}

/** A supplier's own system: books an order under its key, and answers only when it is let. */
export async function openSupplierSystem(): Promise<SupplierSystem> {
  let book = () => undefined as void
  const booked = new Promise<void>((resolve) => {
    book = resolve
  })
  const requests: string[] = []
  const orders = new Map<string, unknown>()
  const http = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { number: string }
      requests.push(body.number)
      orders.set(String(req.headers['idempotency-key']), body)
      book()
      if (system.answer) res.writeHead(201).end()
    })
  })
  http.listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  const system: SupplierSystem = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/orders`,
    requests,
    orders,
    booked,
    answer: false,
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return system
}
