import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Child, type ChildSpec, startChild } from '../../../src/scripts/up/children'
import { isAlive } from '../../../src/scripts/up/processes'
import { until } from '../../../src/scripts/up/waiting'
import { temporaryFolder } from '../../support/services'

let ground: ReturnType<typeof temporaryFolder>
let child: Child | undefined

beforeEach(() => {
  ground = temporaryFolder()
})

afterEach(async () => {
  await child?.stop()
  ground.remove()
})

const program = (code: string, more: Partial<ChildSpec> = {}): Child => {
  child = startChild({
    name: 'program',
    argv: [process.execPath, '-e', code],
    env: process.env,
    logs: ground.folder,
    signals: ['SIGTERM', 'SIGKILL'],
    ...more,
  })
  return child
}

const patience = { what: 'it', ms: 10_000 }
const STAYS = `console.log('here'); setInterval(() => {}, 1000)`

describe('a child', () => {
  it('is started again when it is killed, and not when it was stopped', async () => {
    const deaths: string[] = []
    const lines: string[] = []
    const { mark, keepAlive, stop } = program(STAYS, {
      onLine: (line) => lines.push(line),
      onDeath: (how) => deaths.push(how),
    })
    keepAlive()
    await until(async () => expect(lines).toHaveLength(1), patience)
    const first = mark()
    process.kill(first.pid, 'SIGKILL')
    await until(async () => expect(lines).toHaveLength(2), patience)
    expect(mark().pid).not.toBe(first.pid)
    expect(deaths).toEqual(['was ended by SIGKILL'])

    await stop()
    expect(isAlive(mark())).toBe(false)
    expect(deaths).toHaveLength(1)
    expect(readFileSync(join(ground.folder, 'program.log'), 'utf8')).toBe('here\nhere\n')
  })

  it('that dies again and again is given longer and longer pauses', async () => {
    const pauses: number[] = []
    program('process.exit(3)', { onDeath: (_, pauseMs) => pauses.push(pauseMs) }).keepAlive()
    await until(async () => expect(pauses.length).toBeGreaterThanOrEqual(3), patience)
    expect(pauses.slice(0, 3)).toEqual([250, 500, 1_000])
  })

  it('says its last words when it ends before it was ready', async () => {
    const { lastWords } = program(`console.error('no configuration'); process.exit(1)`)
    await expect(
      until(() => Promise.reject(new Error('not ready')), { what: 'the program', ms: 10_000, hopeless: lastWords }),
    ).rejects.toThrow(/the program ended before it was ready:\nended with 1\nno configuration/)
  })

  it('that does not listen is ended the hard way', async () => {
    const lines: string[] = []
    const { mark, stop } = program(`process.on('SIGTERM', () => {}); ${STAYS}`, {
      signals: ['SIGKILL'],
      onLine: (line) => lines.push(line),
    })
    await until(async () => expect(lines).toHaveLength(1), patience)
    await stop()
    expect(isAlive(mark())).toBe(false)
  })

  it('whose program is not there fails instead of being tried for ever', async () => {
    const { lastWords } = program('', { argv: ['/no/such/program'] })
    await expect(
      until(() => Promise.reject(new Error('not ready')), { what: 'it', ms: 5_000, hopeless: lastWords }),
    ).rejects.toThrow('ENOENT')
  })
})
