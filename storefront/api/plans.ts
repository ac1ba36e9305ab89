import type * as contract from '../../src/http/store/plans/contract'
import { type Answer, get, post, put, remove } from './call'

export const listPlans = get<typeof contract.listPlans>('/api/store/plans')
export const startPlan = post<typeof contract.startPlan>('/api/store/plans')
export const changePlan = put<typeof contract.changePlan>('/api/store/plans/:planId')
export const pausePlan = post<typeof contract.pausePlan>('/api/store/plans/:planId/pauses')
export const resumePlan = post<typeof contract.resumePlan>('/api/store/plans/:planId/resumption')
export const endPlan = remove<typeof contract.endPlan>('/api/store/plans/:planId')

export type Plans = Answer<typeof contract.listPlans>
export type Plan = Plans['plans'][number]
export type PlanWish = Plan['wishes'][number]
