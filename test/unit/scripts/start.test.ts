import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { box } from '../../../src/scripts/up/box'
import { environment } from '../../../src/scripts/up/environment'
import { complaint, isReadyLine } from '../../../src/scripts/up/log-lines'
import { readOptions } from '../../../src/scripts/up/options'
import { openState } from '../../../src/scripts/up/state'
import { temporaryFolder } from '../../support/services'

describe('the options of npm start', () => {
  it('have defaults, and a port that PORT or --port sets', () => {
    expect(readOptions([], {})).toEqual({ port: 4000, demo: true, reset: false, help: false })
    expect(readOptions([], { PORT: '4100' }).port).toBe(4100)
    expect(readOptions(['--port', '4200', '--no-demo', '--reset'], { PORT: '4100' })).toEqual({
      port: 4200,
      demo: false,
      reset: true,
      help: false,
    })
  })

  it('are refused when they are unknown or no number', () => {
    expect(() => readOptions(['--prot', '1'], {})).toThrow('--prot')
    expect(() => readOptions(['--port', 'many'], {})).toThrow('--port')
    expect(() => readOptions(['--port', '70000'], {})).toThrow('--port')
  })
})

describe('the environment of our processes', () => {
  const surroundings = {
    databaseUrl: 'postgres://a',
    redisUrl: 'redis://b',
    port: 4000,
    commercePort: 9001,
    demo: true,
  }

  it("has the data folder's secrets, the same at every start, unless the person set others", () => {
    const { folder, remove } = temporaryFolder()
    const first = environment(openState(folder), surroundings, {})
    const second = environment(openState(folder), surroundings, { COOKIE_SECRET: '', JWT_SECRET: 'own' })
    remove()
    expect(first['JWT_SECRET']).toMatch(/^[\w-]{43}$/)
    expect(second['COOKIE_SECRET']).toBe(first['COOKIE_SECRET'])
    expect(second['JWT_SECRET']).toBe('own')
    expect(second['COMMERCE_URL']).toBe('http://127.0.0.1:9001')
  })

  it('does not let a quiet log level hide that a process is ready', () => {
    const { folder, remove } = temporaryFolder()
    const env = environment(openState(folder), surroundings, { LOG_LEVEL: 'silent' })
    remove()
    expect(env['LOG_LEVEL']).toBe('info')
  })
})

describe('a log line', () => {
  it('is shown from warnings up, in one sentence', () => {
    expect(complaint('{"level":30,"msg":"ready"}')).toBeUndefined()
    expect(complaint('{"level":40,"msg":"slow"}')).toBe('warning: slow')
    expect(complaint('{"level":50,"msg":"lost","err":{"message":"no connection"}}')).toBe('error: lost: no connection')
    expect(complaint('plain text')).toBeUndefined()
    expect(complaint('{broken')).toBeUndefined()
  })

  it('says that a process is ready', () => {
    expect(isReadyLine('{"level":30,"msg":"ready","port":4000}')).toBe(true)
    expect(isReadyLine('not ready')).toBe(false)
  })
})

describe('the box', () => {
  const welcome = { url: 'http://localhost:4000', folder: '.data', seconds: 12.34, accounts: [] }

  it('has straight sides, with Chinese characters too', () => {
    const lines = box({
      ...welcome,
      accounts: [{ role: 'resident 居民', email: 'a@example.com', password: 'x' }],
    }).split('\n')
    const columns = lines.map((line) => line.length + (line.match(/[\u2e80-\u9fff]/g)?.length ?? 0))
    expect(new Set(columns).size).toBe(1)
    expect(lines[1]).toContain('Linli 邻里 is open, after 12.3 s')
  })
})

/** Plain JavaScript, as it runs before TypeScript is installed. */
const STARTER: string = '../../../src/scripts/start.mjs'

describe('node src/scripts/start.mjs', () => {
  it('accepts the versions of Node that can require ES modules', async () => {
    const { isNodeGoodEnough } = (await import(STARTER)) as {
      isNodeGoodEnough: (version: string) => boolean
    }
    const verdicts = ['18.20.0', '20.18.3', '20.19.0', '21.7.0', '22.11.0', '22.12.0', '23.0.0', '24.1.0'].map(
      isNodeGoodEnough,
    )
    expect(verdicts).toEqual([false, false, true, false, false, true, true, true])
  })

  it('--help says how to use it', () => {
    const text = execFileSync(process.execPath, ['src/scripts/start.mjs', '--help'], { encoding: 'utf8' })
    for (const word of ['--port', '--no-demo', '--reset', 'npm test', 'LINLI_DATA']) expect(text).toContain(word)
  })
})
