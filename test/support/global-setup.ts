import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../../src/scripts/up/processes'
import { type Servers, startServers } from '../../src/scripts/up/servers'
import { databaseUrl } from '../../src/scripts/up/sql'
import { openState, type State } from '../../src/scripts/up/state'
import type { TestServers } from './test-servers'

interface Running {
  readonly told: TestServers
  readonly end: () => Promise<void>
}

/** Several projects share the servers of one run: the first starts them, the last one to end stops them. */
const shared = globalThis as { linliTestServers?: { users: number; running: Promise<Running> } }

/** An own Postgres and Redis in a new folder below the system's temporary one; both are gone after the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.linliTestServers ??= { users: 0, running: start() }
  const { linliTestServers: servers } = shared
  servers.users += 1
  project.provide('servers', (await servers.running).told)
  return async () => {
    servers.users -= 1
    if (servers.users > 0) return
    delete shared.linliTestServers
    await (await servers.running).end()
  }
}

/** The servers of this run, for another set-up that stands after this one. */
export async function testServers(): Promise<TestServers> {
  if (!shared.linliTestServers) throw new Error('global-setup.ts has to come first')
  return (await shared.linliTestServers.running).told
}

/** LINLI_TEST_DATA names a folder that is kept, with its template databases, to make the next run start faster. */
async function start(): Promise<Running> {
  const kept = process.env['LINLI_TEST_DATA']
  if (!kept) removeLeftovers()
  const state = openState(kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'linli-test-')))
  const servers = await startServers({ state, durable: false })
  return {
    told: tell(servers, state),
    end: async () => {
      await servers.stop()
      if (kept) return
      rmSync(state.folder, { recursive: true, force: true })
      if (state.kept.databaseFolder) rmSync(state.kept.databaseFolder, { recursive: true, force: true })
    },
  }
}

function tell(servers: Servers, { folder, kept }: State): TestServers {
  const { jwt, cookie, commerce } = kept.secrets
  const postgres = databaseUrl(servers.databaseUrl, 'postgres')
  return { postgres, redis: servers.redisUrl, folder, secrets: { jwt, cookie, commerce } }
}

/** Folders of runs that were killed before they could remove theirs. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith('linli-test-'))) {
    const folder = join(tmpdir(), name)
    try {
      const { processes } = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as Pick<
        State['kept'],
        'processes'
      >
      if (!isAlive(processes.owner)) rmSync(folder, { recursive: true, force: true })
    } catch {
      // somebody else's, or one that is being made at this moment
    }
  }
}
