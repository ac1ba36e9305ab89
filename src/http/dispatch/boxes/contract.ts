import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'
import { Alert } from '../plan-shapes'
import { Compartment, Decision, Drop, PointList } from '../shapes'

/** What a dispatcher does about single boxes: those held on board, failed, photographed or in lockers. */

const who = ['dispatcher', 'operator'] as const
const dropId = z.object({ dropId: Id })
const siteId = z.object({ siteId: Id })

export const listPointsFor = endpoint({
  method: 'get',
  path: '/api/dispatch/drops/:dropId/points',
  summary: 'Where a box could be left instead: other points of the same community, lockers with room',
  who,
  params: dropId,
  answer: PointList,
})

export const decideDrop = endpoint({
  method: 'post',
  path: '/api/dispatch/drops/:dropId/decision',
  summary: 'Decides what happens to a box held on board: once more later on the run, to another point, or back',
  who,
  params: dropId,
  body: Decision,
  answer: Drop,
  idempotent: true,
})

export const finishFollowUp = endpoint({
  method: 'post',
  path: '/api/dispatch/drops/:dropId/done',
  summary: 'What was to be done about a box is done: it is back, remade or thrown away',
  who,
  params: dropId,
  answer: Drop,
  idempotent: true,
})

export const seeAlert = endpoint({
  method: 'post',
  path: '/api/dispatch/alerts/:alertId/seen',
  summary: 'Somebody looks after an alert',
  who,
  params: z.object({ alertId: Id }),
  answer: Alert,
  idempotent: true,
})

export const showPhoto = endpoint({
  method: 'get',
  path: '/api/dispatch/photos/:photoId',
  summary: 'A photo a courier took as proof, as base64',
  who,
  params: z.object({ photoId: Id }),
  answer: z.object({ id: Id, dropId: Id, type: z.string(), base64: z.string(), takenAt: Instant }),
})

export const listLockers = endpoint({
  method: 'get',
  path: '/api/dispatch/sites/:siteId/lockers',
  summary: 'The lockers a site delivers to on a day, compartment by compartment',
  who,
  params: siteId,
  answer: z.object({
    lockers: z.array(z.object({ servicePointId: Id, point: Text, building: Text, compartments: z.array(Compartment) })),
  }),
})

export const emptyCompartment = endpoint({
  method: 'post',
  path: '/api/dispatch/compartments/:compartmentId/empty',
  summary: 'What lay too long in a compartment was taken out and thrown away',
  who,
  params: z.object({ compartmentId: Id }),
  answer: Compartment,
  idempotent: true,
})
