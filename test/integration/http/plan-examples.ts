import * as plans from '../../../src/http/store/plans/contract'
import * as week from '../../../src/http/store/week/contract'
import type { ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

/** A week to choose from, and standing orders from their start to their end. */
export function planExamples({ point, date, standing: { planId, body } }: ServiceDay): Example[] {
  const as = 'guest' as const
  const params = { planId }
  return [
    { endpoint: week.showWeek, as: 'anyone', query: { servicePointId: point } },
    { endpoint: plans.listPlans, as },
    { endpoint: plans.startPlan, as, body },
    { endpoint: plans.changePlan, as, params, body },
    { endpoint: plans.pausePlan, as, params, body: { from: date, to: null } },
    { endpoint: plans.resumePlan, as, params, body: { from: date } },
    { endpoint: plans.endPlan, as, params },
  ]
}
