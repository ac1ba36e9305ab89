import type * as crew from '../../../src/http/kitchen/crew/contract'
import type * as service from '../../../src/http/kitchen/service/contract'
import { type Answer, get, post, put } from '../../api/call'

export const markSoldOut = post<typeof service.markSoldOut>(
  '/api/kitchen/sites/:siteId/services/:serviceDate/:period/sold-out',
)
export const showIntake = get<typeof service.showIntake>('/api/kitchen/sites/:siteId/intake')
export const setIntake = put<typeof service.setIntake>('/api/kitchen/sites/:siteId/intake')
export const showShift = get<typeof crew.showShift>('/api/kitchen/sites/:siteId/shift')
export const clockIn = post<typeof crew.clockIn>('/api/kitchen/sites/:siteId/clock-in')
export const clockOut = post<typeof crew.clockOut>('/api/kitchen/sites/:siteId/clock-out')

export type Intake = Answer<typeof service.showIntake>
