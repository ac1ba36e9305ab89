import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { MenuCalendar } from '../domain/dishes-on'
import { menuCalendars } from '../schema/menus'

/** Says what a site serves on holidays and made-up workdays; days that are published already stay as they are. */
export const setCalendar = (
  app: App,
  { actorId, ...calendar }: MenuCalendar & { operatorId: string; siteId: string; actorId: string },
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { operatorId, siteId, closedOnHolidays, madeUpAs } = calendar
    const detail = { closedOnHolidays, madeUpAs }
    await tx.insert(menuCalendars).values(calendar).onConflictDoUpdate({ target: menuCalendars.siteId, set: detail })
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'catalogue.set-calendar', subject: siteId, detail })
  })
