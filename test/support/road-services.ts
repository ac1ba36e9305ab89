import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { roadMetres, type Spot } from '../../src/kernel/distance'

/** A way that differs there and back, as one-way streets make it: southwards costs half as much again. */
export const fakeMetres = (a: Spot, b: Spot): number => Math.round(roadMetres(a, b) * (b.lat < a.lat ? 1.5 : 1))
const fakeSeconds = (a: Spot, b: Spot) => fakeMetres(a, b) / 8

/** Nobody gets across the river to the far bank. */
const isCutOff = (a: Spot, b: Spot) => a.lon > 122 !== b.lon > 122

export interface RoadService {
  readonly url: string
  /** Questions answered so far. */
  readonly asked: () => number
  /** Answers from now on: as it should, an error, nonsense, or not at all. */
  readonly behave: (how: 'well' | 'broken' | 'nonsense' | 'silent') => void
  readonly close: () => Promise<void>
}

const text = async (req: IncomingMessage): Promise<string> => {
  let whole = ''
  for await (const chunk of req) whole += String(chunk)
  return whole
}

const table = (from: readonly Spot[], to: readonly Spot[], value: (a: Spot, b: Spot) => number) =>
  from.map((a) => to.map((b) => (isCutOff(a, b) ? null : value(a, b))))

/** As `osrm-routed` answers `/table`: longitude first, metres and seconds, null where there is no road, 100 spots at most. */
function asOsrm(path: string): unknown {
  const url = new URL(path, 'http://osrm')
  const spots = (/^\/table\/v1\/\w+\/(.+)$/.exec(url.pathname)?.[1] ?? '').split(';').map((pair): Spot => {
    const [lon = Number.NaN, lat = Number.NaN] = pair.split(',').map(Number)
    return { lat, lon }
  })
  if (spots.length > 100) return { code: 'TooBig' }
  const named = (name: string) =>
    (url.searchParams.get(name) ?? '').split(';').flatMap((index) => spots[Number(index)] ?? [])
  const [from, to] = [named('sources'), named('destinations')]
  return { code: 'Ok', distances: table(from, to, fakeMetres), durations: table(from, to, fakeSeconds) }
}

/** As Valhalla answers `sources_to_targets`: kilometres and seconds in one cell, 2,500 cells at most. */
function asValhalla(body: string): unknown {
  const { sources, targets } = JSON.parse(body) as { sources: Spot[]; targets: Spot[] }
  if (sources.length * targets.length > 2_500) return { error_code: 150 }
  const cells = sources.map((a, from_index) =>
    targets.map((b, to_index) => {
      const cut = isCutOff(a, b)
      const [distance, time] = cut ? [null, null] : [fakeMetres(a, b) / 1_000, fakeSeconds(a, b)]
      return { distance, time, from_index, to_index }
    }),
  )
  return { sources_to_targets: cells, units: 'kilometers' }
}

/** A road service on this machine that answers in the words of OSRM or Valhalla. */
export async function roadService(kind: 'osrm' | 'valhalla'): Promise<RoadService> {
  let asked = 0
  let how: Parameters<RoadService['behave']>[0] = 'well'
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      asked += 1
      if (how === 'silent') return
      if (how === 'broken') return void res.writeHead(503).end('{}')
      const answer = kind === 'osrm' ? asOsrm(req.url ?? '') : asValhalla(body)
      res.setHeader('content-type', 'application/json')
      res.end(how === 'nonsense' ? '{"code":"Ok","distances":[[-1]]}' : JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => asked,
    behave: (next) => {
      how = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
