import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { applyWave } from './apply-wave'
import { planInThread } from './plan-in-thread'
import { readWave } from './read-wave'

export interface PlanWave {
  readonly menuDayId: string
  readonly wave: number
  /** Asked for so often; an earlier round than the last done changes nothing. */
  readonly round: number
}

/** A run that is loaded meanwhile, or a stop that is moved, makes the answer worthless; somebody will be done first. */
const ATTEMPTS = 5

/**
 * Plans one wave outside any transaction and puts it into the tables if nothing has changed meanwhile; else it looks again.
 * @throws Refusal `busy` when the plan never stands still: the job is tried again later.
 */
export async function planWave(app: App, { menuDayId, wave, round }: PlanWave): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const asItStands = await readWave(app, menuDayId, wave)
    if (!asItStands) throw new Refusal('not_found')
    if (asItStands.wave.planned >= round) return
    if (await applyWave(app, asItStands, await planInThread(asItStands.toPlan))) return
  }
  throw new Refusal('busy')
}
