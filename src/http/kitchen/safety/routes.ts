import { Refusal } from '../../../kernel/refusal'
import { isBatchAt } from '../../../kitchen/safety/clocks'
import { holdBatch } from '../../../kitchen/safety/hold-batch'
import { disposeSample, keepSample } from '../../../kitchen/safety/keep-sample'
import { noteReading } from '../../../kitchen/safety/note-reading'
import { ownerOfSample, safetyBook } from '../../../kitchen/safety/queries'
import { signCheck } from '../../../kitchen/safety/sign-check'
import type { App } from '../../../platform/app'
import { type Route, serve } from '../../serve'
import { ownSite, requireOwn } from '../reach'
import * as contract from './contract'
import { checkView, clockView, readingView, sampleView, sensorView } from './views'

async function requireHere(app: App, batchId: string, siteId: string): Promise<void> {
  if (!(await isBatchAt(app, batchId, siteId))) throw new Refusal('not_found')
}

const tenthsOf = (celsius: number) => Math.round(celsius * 10)

/** What a kitchen does and shows for food safety. */
export const kitchenSafetyRoutes: readonly Route[] = [
  serve(contract.showSafety, async ({ app, caller, params: { siteId } }) => {
    const { zone } = await ownSite(app, caller, siteId)
    const book = await safetyBook(app, siteId, zone)
    const { now, profile, sampleGrams, clocks, readings, sensors, samples, unsampled, checks, signed } = book
    return {
      now: now.toISOString(),
      profile: { ...profile, rules: { ...profile.rules }, cooling: [...profile.cooling] },
      sampleGrams,
      clocks: clocks.map(clockView),
      readings: readings.map(readingView),
      sensors: sensors.map(sensorView),
      samples: samples.map(sampleView),
      unsampled,
      checks: checks.map((check) => ({
        ...check,
        items: [...check.items],
        signed: check.signed ? checkView(check.signed) : null,
      })),
      signed: signed.map(checkView),
    }
  }),

  serve(contract.holdBatch, async ({ app, caller, params: { siteId, batchId }, body: { mode, celsius } }) => {
    await ownSite(app, caller, siteId)
    await requireHere(app, batchId, siteId)
    const tenths = celsius === undefined ? undefined : tenthsOf(celsius)
    return clockView(await holdBatch(app, { batchId, siteId, mode, tenths, actorId: caller.personId }))
  }),

  serve(contract.noteReading, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const { batchId, place, celsius, source } = body
    if (batchId !== undefined) await requireHere(app, batchId, siteId)
    const at = body.at === undefined ? undefined : new Date(body.at)
    const what = { operatorId, siteId, batchId, place, tenths: tenthsOf(celsius), source, at }
    const reading = await noteReading(app, { ...what, actorId: caller.personId })
    return readingView({ reading, action: null, sensor: null })
  }),

  serve(contract.keepSample, async ({ app, caller, params: { siteId }, body }) => {
    await ownSite(app, caller, siteId)
    return sampleView(await keepSample(app, { ...body, siteId, actorId: caller.personId }))
  }),

  serve(contract.disposeSample, async ({ app, caller, params: { sampleId } }) => {
    requireOwn(caller, await ownerOfSample(app, sampleId))
    return sampleView(await disposeSample(app, { sampleId, actorId: caller.personId }))
  }),

  serve(contract.signCheck, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId, zone } = await ownSite(app, caller, siteId)
    return checkView(await signCheck(app, { ...body, operatorId, siteId, zone, actorId: caller.personId }))
  }),
]
