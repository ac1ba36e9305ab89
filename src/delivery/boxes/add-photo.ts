import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { isPicture } from '../domain/picture'
import { dropOfCourier } from './drop-of-courier'
import { photos, type PhotoType } from '../schema/watch'

/** Enough for a door at 800 × 600; a phone makes it so small before it sends it. */
const MOST_BYTES = 64 * 1_024

export interface AddPhoto {
  readonly dropId: string
  readonly courierId: string
  readonly type: PhotoType
  readonly bytes: Buffer
}

/**
 * Keeps a photo as proof of a hand-over or of why there was none. Answers its id.
 * @throws Refusal `photo_too_large`, `photo_unreadable` (not of the kind it says), `run_not_yours`, `not_found`.
 */
export const addPhoto = (app: App, { dropId, courierId, type, bytes }: AddPhoto): Promise<string> =>
  app.db.transaction(async (tx) => {
    if (bytes.length > MOST_BYTES) throw new Refusal('photo_too_large', { most: MOST_BYTES / 1_024 })
    if (!isPicture(type, bytes)) throw new Refusal('photo_unreadable')
    const within = { ...app, db: tx }
    const { operatorId } = await dropOfCourier(within, { dropId, courierId })
    const id = newId('pho')
    const size = bytes.length
    await tx
      .insert(photos)
      .values({ id, operatorId, dropId, type, bytes, size, takenBy: courierId, takenAt: app.now() })
    const detail = { photoId: id, size }
    await note(within, { operatorId, actorId: courierId, action: 'delivery.add-photo', subject: dropId, detail })
    return id
  })
