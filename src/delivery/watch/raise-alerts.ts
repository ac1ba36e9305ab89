import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import type { Told } from '../../platform/realtime'
import { type AlertKind, alerts } from '../schema/watch'
import { runsTopic } from '../topic'

export interface AlertToRaise {
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly kind: AlertKind
  /** The stop, drop or run it is about: of one kind it is raised once. */
  readonly subjectId: string
  readonly runId: string | null
  readonly detail: Readonly<Record<string, string | number>>
}

/** Raises alerts that were not raised before; answers what is to be told of them and their subjects. */
export async function raiseAlerts(
  { db, now }: App,
  wanted: readonly AlertToRaise[],
): Promise<{ told: Told[]; subjects: string[] }> {
  if (wanted.length === 0) return { told: [], subjects: [] }
  const fresh = await db
    .insert(alerts)
    .values(wanted.map((alert) => ({ ...alert, id: newId('alt'), raisedAt: now() })))
    .onConflictDoNothing()
    .returning()
  const told = fresh.map(({ id: alertId, kind, menuDayId, siteId }) => ({
    topic: runsTopic(siteId),
    event: 'alert',
    data: { alertId, kind, menuDayId },
  }))
  return { told, subjects: fresh.map(({ subjectId }) => subjectId) }
}
