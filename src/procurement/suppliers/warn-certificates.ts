import { sql } from 'drizzle-orm'
import { addDays, dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publishAll } from '../../platform/outbox'
import { tell } from '../../platform/realtime'
import { PAPER_DAYS } from '../count-work'
import { warningsDue } from '../domain/papers'
import { CertificateEnding } from '../events'
import { certificateWarnings } from '../schema/papers'
import { told } from '../told'

interface Held extends Record<string, unknown> {
  readonly id: string
  readonly operator_id: string
  readonly supplier_id: string
  readonly zone: string
  readonly valid_to: ServiceDate
}

/**
 * Warns of papers 30 and 7 days before they end, once each: the row is the warning. A clock that wakes late says both; a
 * paper that a longer one of its kind replaces needs none.
 */
export const warnCertificates = (app: App): Promise<{ warned: number }> =>
  app.db.transaction(async (tx) => {
    const at = app.now()
    // a day of room for zones: which warnings are due is said by the day where the supplier is
    const horizon = addDays(dateIn('UTC', at), PAPER_DAYS + 1)
    const { rows } = await tx.execute<Held>(sql`
      select distinct on (c.supplier_id, c.kind) c.id, s.operator_id, c.supplier_id, s.zone, c.valid_to::text
      from procurement.certificates c join procurement.suppliers s on s.id = c.supplier_id
      order by c.supplier_id, c.kind, c.valid_to desc`)
    const due = rows
      .filter((held) => held.valid_to <= horizon)
      .flatMap((held) => {
        const about = { certificateId: held.id, operatorId: held.operator_id, supplierId: held.supplier_id }
        return warningsDue(held.valid_to, dateIn(held.zone, at)).map((daysBefore) => ({ ...about, daysBefore, at }))
      })
    if (due.length === 0) return { warned: 0 }
    const fresh = await tx.insert(certificateWarnings).values(due).onConflictDoNothing().returning()
    const endsOn = new Map(rows.map((held) => [held.id, held.valid_to]))
    await publishAll(
      tx,
      CertificateEnding,
      fresh.map(({ certificateId, operatorId, supplierId, daysBefore }) => {
        return { certificateId, operatorId, supplierId, daysBefore, validTo: endsOn.get(certificateId) ?? '' }
      }),
    )
    for (const { operatorId, supplierId, certificateId, daysBefore } of fresh)
      await note(
        { ...app, db: tx },
        {
          operatorId,
          actorId: 'clock',
          action: 'procurement.warn-certificate',
          subject: supplierId,
          detail: { certificateId, daysBefore },
        },
      )
    await tell(
      tx,
      fresh.flatMap(({ operatorId, certificateId }) => told('paper', { operatorId, id: certificateId, siteId: '' })),
    )
    return { warned: fresh.length }
  })
