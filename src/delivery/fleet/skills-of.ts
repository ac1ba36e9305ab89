import { and, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { couriers } from '../schema/fleet'

/** The passes a courier holds; none for somebody nobody has written down. */
export async function skillsOf({ db }: App, courierId: string): Promise<readonly string[]> {
  const [known] = await db.select({ skills: couriers.skills }).from(couriers).where(eq(couriers.personId, courierId))
  return known?.skills ?? []
}

/** Whether somebody drives for a tenant. */
export async function isCourierOf({ db }: App, operatorId: string, courierId: string): Promise<boolean> {
  const found = await db
    .select({ id: couriers.personId })
    .from(couriers)
    .where(and(eq(couriers.personId, courierId), eq(couriers.operatorId, operatorId), eq(couriers.active, true)))
  return found.length > 0
}
