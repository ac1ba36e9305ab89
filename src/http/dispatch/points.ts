import { dropPlace } from '../../delivery/boxes/drop-place'
import type { Decision as Decided } from '../../delivery/boxes/decide-drop'
import { compartmentsAt } from '../../delivery/boxes/queries'
import { Refusal } from '../../kernel/refusal'
import { buildingsByIds, listPointsIn, pointsByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import type { z } from 'zod'
import type { Decision } from './shapes'

/** Where a box could be left instead: other points of its community but doors, lockers with doors large enough. */
export async function pointsFor(app: App, dropId: string) {
  const place = await dropPlace(app, dropId)
  if (!place) throw new Refusal('not_found')
  const there = (await listPointsIn(app, place.communityId)).filter(
    ({ point }) => point.kind !== 'door' && point.id !== place.servicePointId,
  )
  const doors = await compartmentsAt(
    app,
    there.map(({ point }) => point.id),
  )
  return there.flatMap(({ building, point }) => {
    const own = doors.filter(({ servicePointId }) => servicePointId === point.id)
    const fitting = own.filter(({ state, boxes }) => state === 'free' && boxes >= place.boxes)
    const free = own.length > 0 ? fitting.length : null
    if (free === 0) return []
    return [{ servicePointId: point.id, kind: point.kind, point: point.name, building: building.name, free }]
  })
}

/** A decision with all that delivery must know of the point it names. @throws Refusal `not_found` for a point of elsewhere. */
export async function decisionOf(app: App, dropId: string, asked: z.output<typeof Decision>): Promise<Decided> {
  if (asked.decision !== 'move_to_point') return { decision: asked.decision }
  const place = await dropPlace(app, dropId)
  const [point] = await pointsByIds(app, [asked.servicePointId])
  if (!place || !point || point.communityId !== place.communityId) throw new Refusal('not_found')
  const [building] = await buildingsByIds(app, [point.buildingId])
  if (!building) throw new Refusal('not_found')
  const { id: buildingId, name, communityId, lat, lon } = building
  return {
    decision: 'move_to_point',
    to: {
      servicePointId: point.servicePointId,
      kind: point.kind,
      point: point.point,
      building: { buildingId, name, communityId, community: point.community, lat, lon },
    },
  }
}
