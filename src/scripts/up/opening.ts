import { join } from 'node:path'
import { environment } from './environment'
import { type ProcessName, startProcess } from './linli'
import type { Options } from './options'
import { isMigrated, isSeeded, migrate, seed } from './preparation'
import { startServers } from './servers'
import type { State } from './state'
import { buildStorefront, isStorefrontBuilt } from './storefront'
import type { Step } from './tasks'
import { freePort, isFree } from './waiting'

export interface Opening {
  readonly options: Options
  readonly state: State
  /** Told what a person should know while Linli runs. */
  readonly onEvent: (text: string) => void
  /** Takes what must be ended; the last one taken is ended first. */
  readonly onOpened: (close: () => Promise<void>) => void
  /** All variables of our processes, known once the servers answer. */
  env: NodeJS.ProcessEnv
}

/** From nothing to a Linli that serves, step by step. */
export function openingSteps(opening: Opening): Step[] {
  const { options, state } = opening
  const preparation = (onLine?: (line: string) => void) => ({ state, env: opening.env, ...(onLine ? { onLine } : {}) })
  return [
    { title: 'Postgres and Redis', work: () => openServers(opening) },
    {
      title: 'Preparing',
      beside: [
        {
          title: 'Storefront built',
          skip: () => isStorefrontBuilt() && 'unchanged',
          work: buildStorefront,
        },
        {
          title: 'Database filled',
          inOrder: [
            {
              title: 'Tables',
              skip: () => isMigrated(preparation()) && 'up to date',
              work: (tell) => migrate(preparation(tell)),
            },
            {
              title: 'Demo city',
              skip: () => (!options.demo && 'not wanted') || (isSeeded(preparation()) && 'stands'),
              work: (tell) => seed(preparation(tell)),
            },
          ],
        },
      ],
    },
    {
      title: 'Processes started',
      beside: (['commerce', 'web', 'worker'] as const).map((name) => ({
        title: name,
        work: () => openProcess(name, opening),
      })),
    },
  ]
}

async function openServers(opening: Opening): Promise<void> {
  const { options, state, onEvent, onOpened } = opening
  const servers = await startServers({ state, onEvent, env: process.env })
  onOpened(servers.stop)
  const kept = state.kept.ports.commerce
  const commercePort = kept && (await isFree(kept)) ? kept : await freePort()
  const { databaseUrl, redisUrl } = servers
  const surroundings = { databaseUrl, redisUrl, port: options.port, commercePort, demo: options.demo }
  state.kept.ports.commerce = commercePort
  state.kept.surroundings = surroundings
  state.save()
  opening.env = environment(state, surroundings)
}

async function openProcess(name: ProcessName, { env, state, onEvent, onOpened }: Opening): Promise<void> {
  const { ready, stop } = startProcess(name, { env, logs: join(state.folder, 'logs'), onEvent })
  onOpened(stop)
  await ready
}
