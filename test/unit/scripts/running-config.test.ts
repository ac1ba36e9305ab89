import { afterEach, beforeEach, expect, it } from 'vitest'
import { markProcess } from '../../../src/scripts/up/processes'
import { runningConfig } from '../../../src/scripts/up/running-config'
import { openState } from '../../../src/scripts/up/state'
import { temporaryFolder } from '../../support/services'

const surroundings = {
  databaseUrl: 'postgres://linli@127.0.0.1:5001/linli',
  redisUrl: 'redis://127.0.0.1:5002',
  port: 4100,
  commercePort: 5003,
  demo: true,
}
let ground: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  ground = temporaryFolder()
})
afterEach(() => ground.remove())

it('is what npm start runs with on this data folder', () => {
  const state = openState(ground.folder)
  state.kept.surroundings = surroundings
  state.kept.processes.owner = markProcess(process.pid)
  state.save()
  const config = runningConfig({ LINLI_DATA: ground.folder })
  expect(config).toMatchObject({ DATABASE_URL: surroundings.databaseUrl, PORT: 4100, DEMO: true })
  expect(config.COMMERCE_URL).toBe('http://127.0.0.1:5003')
  expect(config.JWT_SECRET).toBe(state.kept.secrets.jwt)
})

it('is the environment, where that names another database', () => {
  const state = openState(ground.folder)
  state.kept.surroundings = surroundings
  state.kept.processes.owner = markProcess(process.pid)
  state.save()
  const secret = 's'.repeat(32)
  const env = { LINLI_DATA: ground.folder, DATABASE_URL: 'postgres://db/linli', REDIS_URL: 'redis://queue' }
  const config = runningConfig({ ...env, JWT_SECRET: secret, COOKIE_SECRET: secret, COMMERCE_SECRET: secret })
  expect(config.DATABASE_URL).toBe('postgres://db/linli')
})

it('tells to start Linli when nothing runs', () => {
  const state = openState(ground.folder)
  state.kept.surroundings = surroundings
  state.kept.processes.owner = { pid: 2 ** 22 + 1 }
  state.save()
  expect(() => runningConfig({ LINLI_DATA: ground.folder })).toThrow('npm start')
})
