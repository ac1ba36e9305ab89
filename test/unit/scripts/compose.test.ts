import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUNDLED } from '../../../src/scripts/up/bundle'
import { variables } from '../../../src/scripts/up/variables'

const compose = readFileSync('compose.yaml', 'utf8')
const known = variables()

/** The lines below a key, as long as they are further in than it. */
function block(text: string, key: RegExp): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => key.test(line))
  if (start < 0) throw new Error(`no ${key} in compose.yaml`)
  const depth = lines[start]?.search(/\S/) ?? 0
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= depth)
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}

const environment = Object.fromEntries(
  [...block(compose, /^ {2}environment: &environment/).matchAll(/^ {4}([A-Z_]+): (.*)$/gm)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ]),
)
const services = block(compose, /^services:/)
const service = (name: string) => block(services, new RegExp(`^ {2}${name}:`))

describe('compose.yaml', () => {
  it('sets only variables that Linli reads, and all that it requires', () => {
    const names = known.map(({ name }) => name)
    expect(Object.keys(environment).filter((name) => !names.includes(name))).toEqual([])
    const required = known.filter((variable) => variable.required).map(({ name }) => name)
    expect(required.filter((name) => !(name in environment))).toEqual([])
  })

  it('contains no secret: each must be given, or compose refuses to start', () => {
    for (const name of ['JWT_SECRET', 'COOKIE_SECRET', 'COMMERCE_SECRET'])
      expect(environment[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?.+\\}$`))
    expect(environment['DATABASE_URL']).toContain('${POSTGRES_PASSWORD:?')
    expect(environment['REDIS_URL']).toContain('${REDIS_PASSWORD:?')
    expect(service('postgres')).toContain('POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?')
  })

  it('runs the demo nowhere', () => {
    expect(environment['NODE_ENV']).toBe('production')
    expect(environment).not.toHaveProperty('DEMO')
  })

  it('starts only programs that exist', () => {
    const files = [...services.matchAll(/(?:src|workers|dist)\/[\w/.-]+\.(?:ts|js|mjs)/g)].map(([file]) => file)
    expect(new Set(files).size).toBeGreaterThanOrEqual(6)
    const built = Object.keys(BUNDLED).map((name) => `dist/processes/${name}.js`)
    expect(files.filter((file) => !built.includes(file) && !existsSync(file))).toEqual([])
  })

  it('checks the health of every server, and waits for it before what needs it', () => {
    for (const name of ['postgres', 'redis', 'commerce', 'web', 'worker'])
      expect(service(name), name).toMatch(/healthcheck:\n\s+test:/)
    for (const name of ['commerce', 'web', 'worker'])
      expect(service(name), name).toContain('migrate: { condition: service_completed_successfully }')
    for (const name of ['web', 'worker']) expect(service(name)).toContain('commerce: { condition: service_healthy }')
    expect(service('migrate')).toContain('postgres: { condition: service_healthy }')
  })

  it('shows only web to the outside', () => {
    for (const name of ['postgres', 'redis', 'commerce', 'worker', 'migrate'])
      expect(service(name)).not.toContain('ports:')
    for (const name of ['postgres', 'redis', 'commerce', 'migrate'])
      expect(service(name)).toContain('networks: [inside]')
    expect(compose).toMatch(/inside: \{ internal: true \}/)
  })
})

describe('Dockerfile', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8')

  it('runs as somebody without rights, and says whether it is healthy', () => {
    const [, last = ''] = dockerfile.split(/^FROM .*slim$/m).slice(-2)
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^HEALTHCHECK /m)
  })

  it('copies only what exists', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?:--from=\w+ )?(.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    )
    const files = copied
      .map((file) => file.replace('/app/', ''))
      .filter((file) => !['node_modules', 'dist'].includes(file))
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })
})

describe('.dockerignore', () => {
  it('keeps secrets and data out of the image', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    for (const name of ['.env', '.data', '.git', 'node_modules']) expect(ignored).toContain(name)
  })
})
