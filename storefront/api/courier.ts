import type * as contract from '../../src/http/courier/contract'
import { type Answer, get, post } from './call'

export const listRuns = get<typeof contract.listRuns>('/api/courier/runs')
export const showRun = get<typeof contract.showRun>('/api/courier/runs/:runId')
export const claimRun = post<typeof contract.claimRun>('/api/courier/runs/:runId/claim')
export const releaseRun = post<typeof contract.releaseRun>('/api/courier/runs/:runId/release')
export const loadRun = post<typeof contract.loadRun>('/api/courier/runs/:runId/load')
export const departRun = post<typeof contract.departRun>('/api/courier/runs/:runId/depart')
export const reportPosition = post<typeof contract.reportPosition>('/api/courier/runs/:runId/position')
export const stopRun = post<typeof contract.stopRun>('/api/courier/runs/:runId/stop')
export const handOver = post<typeof contract.handOver>('/api/courier/drops/:dropId/hand-over')
export const failDrop = post<typeof contract.failDrop>('/api/courier/drops/:dropId/failure')
export const storeDrop = post<typeof contract.storeDrop>('/api/courier/drops/:dropId/store')
export const listPointsFor = get<typeof contract.listPointsFor>('/api/courier/drops/:dropId/points')
export const decideDrop = post<typeof contract.decideDrop>('/api/courier/drops/:dropId/decision')
export const addPhoto = post<typeof contract.addPhoto>('/api/courier/drops/:dropId/photos')

/** Where a site tells what happens to its runs. */
export const runsStream = (siteId: string): string => `/api/courier/sites/${siteId}/stream`

export type Site = Answer<typeof contract.listRuns>['sites'][number]
export type Run = Site['runs'][number]
export type RunDetail = Answer<typeof contract.showRun>
export type Stop = RunDetail['stopList'][number]
export type Drop = Stop['drops'][number]
export type DropAnswer = Answer<typeof contract.handOver>
export type Decision = Parameters<typeof decideDrop>[0]['body']
export type StopReason = NonNullable<Run['stopReason']>
export type FailureReason = NonNullable<Drop['failureReason']>
