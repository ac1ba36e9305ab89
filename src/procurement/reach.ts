import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** Where somebody may look: a whole tenant, or one site of it. */
export interface Reach {
  readonly operatorId: string
  readonly siteId?: string
}

/** Rows within reach; none for somebody who reaches nothing. */
export const within = (reach: readonly Reach[], columns: { operatorId: PgColumn; siteId: PgColumn }): SQL =>
  or(
    ...reach.map(({ operatorId, siteId }) =>
      and(eq(columns.operatorId, operatorId), siteId === undefined ? undefined : eq(columns.siteId, siteId)),
    ),
  ) ?? sql`false`
