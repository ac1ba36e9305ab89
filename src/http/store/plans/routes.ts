import type { z } from 'zod'
import { Refusal } from '../../../kernel/refusal'
import type { FullPlace } from '../../../places/queries'
import { sitesByIds } from '../../../places/queries'
import { changePlan, endPlan, pausePlan, resumePlan } from '../../../ordering/standing/change-plan'
import { startPlan } from '../../../ordering/standing/start-plan'
import type { App } from '../../../platform/app'
import { type Known, openKnown } from '../../../shopping/known'
import type { Caller } from '../../caller'
import { type Route, serve } from '../../serve'
import { payingOf } from '../payers'
import * as contract from './contract'
import { readPlans } from './read-plans'

type Body = z.output<NonNullable<(typeof contract.startPlan)['body']>>

/** Standing orders of residents and employees. */
export function planRoutes(): Route[] {
  const known = openKnown()
  return [
    serve(contract.listPlans, ({ app, caller, locale }) => readPlans(app, known, caller, locale)),

    serve(contract.startPlan, async ({ app, caller, body, locale }) => {
      const place = await known.place(app, body.servicePointId)
      const { personId } = caller
      await startPlan(app, { operatorId: await operatorOf(app, known, place), personId, wish: wishOf(caller, body) })
      return readPlans(app, known, caller, locale)
    }),

    serve(contract.changePlan, async ({ app, caller, params, body, locale }) => {
      await known.place(app, body.servicePointId)
      await changePlan(app, { ...params, personId: caller.personId }, wishOf(caller, body))
      return readPlans(app, known, caller, locale)
    }),

    serve(contract.pausePlan, async ({ app, caller, params, body, locale }) => {
      await pausePlan(app, { ...params, personId: caller.personId }, body)
      return readPlans(app, known, caller, locale)
    }),

    serve(contract.resumePlan, async ({ app, caller, params, body, locale }) => {
      await resumePlan(app, { ...params, personId: caller.personId }, body.from)
      return readPlans(app, known, caller, locale)
    }),

    serve(contract.endPlan, async ({ app, caller, params, locale }) => {
      await endPlan(app, { ...params, personId: caller.personId })
      return readPlans(app, known, caller, locale)
    }),
  ]
}

const wishOf = (caller: Caller, { payWith: asked, ...body }: Body) => {
  const { payWith } = payingOf(caller, { payWith: asked, usePurse: body.usePurse })
  return { ...body, payWith }
}

/** Whose kitchens serve a place. @throws Refusal `not_deliverable` where nobody's do. */
async function operatorOf(app: App, known: Known, { communityId }: FullPlace): Promise<string> {
  const served = await known.served(app, communityId)
  const [site] = await sitesByIds(
    app,
    served.map(({ siteId }) => siteId),
  )
  if (!site) throw new Refusal('not_deliverable')
  return site.operatorId
}
