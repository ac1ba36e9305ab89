import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allEndpoints } from '../../../src/http/endpoints'
import { ErrorAnswer } from '../../../src/http/shapes'
import { listenTo } from '../../support/door'
import { type City, openCity } from './city'
import { type Example, examplesOf } from './examples'
import { type ServiceDay, serviceDay } from '../../support/service-day'

/** What is served beside the document: for those who run Linli, and the document itself. */
const OPS = ['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json', 'GET /docs', 'GET /docs/start.js']
/** Other people's routers below a path of ours. */
const MOUNTED = ['/docs/assets', '/ops/queues', '/api']

const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`

describe('the API and its document', () => {
  let city: City
  let day: ServiceDay

  beforeAll(async () => {
    city = await openCity()
    day = await serviceDay(city)
  })
  afterAll(() => city?.close())

  it('V2 serves exactly the operations of the document, and no route beside it but the listed ones', () => {
    const documented = allEndpoints.map(nameOf)
    expect(city.routes.map(({ endpoint }) => nameOf(endpoint)).sort()).toEqual([...documented].sort())
    const { routes, mounted } = routesOf(city.server)
    // what takes files has a reader of its own in front
    expect([...new Set(routes)].sort()).toEqual([...documented, ...OPS].sort())
    for (const path of mounted) expect(MOUNTED).toContain(path)
  })

  it('V2 every operation, called as somebody it is for, answers what its contract says', {
    timeout: 120_000,
  }, async () => {
    const examples = examplesOf(day)
    expect(examples.map(({ endpoint }) => nameOf(endpoint)).sort()).toEqual(allEndpoints.map(nameOf).sort())
    for (const example of examples) await answersAsWritten(example)
  })

  async function answersAsWritten({ endpoint, as, refused, ...asked }: Example): Promise<void> {
    const name = nameOf(endpoint)
    const token = as === 'anyone' ? undefined : day.tokens[as]
    expect(endpoint.who.includes('anyone') || endpoint.who.includes(as), name).toBe(true)
    if (endpoint.stream) {
      const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => asked.params?.[key] ?? '')
      const [heard] = await listenTo(`${city.url}${path}`, token ?? '', 1, '0')
      expect(endpoint.answer.safeParse(heard?.data).error, name).toBeUndefined()
      return
    }
    const { status, headers, body } = await city.call(endpoint, { token, ...asked })
    if (endpoint.file && status === 200) {
      expect(headers.get('content-disposition'), name).toContain('filename')
      return
    }
    if (refused) {
      expect(ErrorAnswer.parse(body).error.code, name).toBe(refused)
      return
    }
    expect([name, status, status < 300 ? '' : body]).toEqual([name, endpoint.status ?? 200, ''])
    // an unknown field would be one that the document does not tell of
    const parsed = endpoint.answer.safeParse(body)
    expect(parsed.error, name).toBeUndefined()
    expect(body, name).toEqual(parsed.data)
  }
})

/** What an Express 4 application answers: its own routes, and the paths where it mounts what has none of its own. */
function routesOf(server: City['server']): { routes: string[]; mounted: string[] } {
  const layers: any[] = server._router.stack
  const routes = layers.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => nameOf({ method, path: route.path })) : [],
  )
  const mounted = layers.flatMap(({ route, regexp }) => {
    if (route || regexp.fast_slash) return []
    return (
      String(regexp)
        .match(/^\/\^((?:\\\/[\w-]+)+)/)?.[1]
        ?.replaceAll('\\/', '/') ?? String(regexp)
    )
  })
  return { routes, mounted: [...new Set(mounted)] }
}
