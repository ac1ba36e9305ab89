import { sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Tour } from '../domain/tour'

/** Writes when runs leave and return and what they carry, after their stops changed: one statement. */
export async function writeTours(
  tx: Tx,
  tours: readonly (Omit<Tour, 'places'> & { readonly id: string })[],
): Promise<void> {
  if (tours.length === 0) return
  await tx.execute(sql`
    update delivery.runs r
    set depart_at = t."departAt", return_at = t."returnAt", metres = t.metres, seconds = t.seconds, boxes = t.boxes,
        path = t.path, back_seconds = t."backSeconds"
    from jsonb_to_recordset(${JSON.stringify(tours)}::jsonb)
      as t(id text, "departAt" timestamptz, "returnAt" timestamptz, metres int, seconds int, boxes int, path jsonb,
           "backSeconds" int)
    where r.id = t.id`)
}
