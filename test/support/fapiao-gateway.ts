import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  readonly fapiaoId: string
  readonly amountMinor: number
}

/** A gateway to a tax bureau on this machine: numbers of its own, one a request, and never more red than blue. */
export async function fapiaoGatewayStandIn(secret: string) {
  const numbers = new Map<string, string>()
  const left = new Map<string, number>()
  let trouble = 0
  const answer = (path: string, body: string, signature: string): [number, object] => {
    if (createHmac('sha256', secret).update(body).digest('hex') !== signature) return [401, {}]
    const { fapiaoId, amountMinor } = JSON.parse(body) as Asked
    const known = numbers.get(fapiaoId)
    if (known) return [200, { number: known }]
    const reverses = /^\/fapiao\/(\d{20})\/red$/.exec(path)?.[1]
    if (amountMinor <= 0 || (reverses && (left.get(reverses) ?? 0) < amountMinor)) return [422, {}]
    const number = `26312${String(numbers.size + 1).padStart(15, '0')}`
    numbers.set(fapiaoId, number)
    if (reverses) left.set(reverses, (left.get(reverses) ?? 0) - amountMinor)
    else left.set(number, amountMinor)
    return [200, { number }]
  }
  const server = createServer((req, res) => {
    void textOf(req).then((body) => {
      const [status, said] = answer(req.url ?? '', body, String(req.headers['x-signature']))
      // the answer is lost after it was done
      if (trouble > 0) {
        trouble -= 1
        return void req.socket.destroy()
      }
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    environment: {
      EINVOICE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      EINVOICE_SECRET: secret,
    },
    issued: () => numbers.size,
    trouble: (times: number) => {
      trouble = times
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

async function textOf(req: IncomingMessage): Promise<string> {
  let whole = ''
  for await (const chunk of req) whole += String(chunk)
  return whole
}
