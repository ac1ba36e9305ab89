import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess, isAlive } from './processes'
import { openState, type State } from './state'

/** @throws when another `npm start` or `services.ts` works on this data folder. */
export function refuseIfInUse({ folder, kept }: State): void {
  const { owner } = kept.processes
  if (isAlive(owner) && owner.pid !== process.pid)
    throw new Error(
      `Linli already runs on ${folder} (process ${owner.pid}). Stop it first, or keep other data elsewhere with LINLI_DATA=DIR.`,
    )
}

/** Throws away a data folder, and ends servers that a killed run may have left on it. @throws when it is in use. */
export async function reset(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'state.json'))) return
  const left = leftBehind(folder)
  if (left) {
    refuseIfInUse(left)
    const { postgres, redis } = left.kept.processes
    if (postgres) await endProcess(postgres, ['SIGINT', 'SIGQUIT'])
    if (redis) await endProcess(redis, ['SIGTERM', 'SIGTERM'])
    if (left.kept.databaseFolder) rmSync(left.kept.databaseFolder, { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true })
}

function leftBehind(folder: string): State | undefined {
  try {
    return openState(folder)
  } catch {
    return undefined // a damaged state is a reason to start over, not against it
  }
}
