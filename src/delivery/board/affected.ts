import type { Text } from '../../kernel/text'
import type { Tour } from '../domain/tour'
import type { runs } from '../schema/runs'
import type { stops } from '../schema/stops'

/** A stop whose place or ETA changes. Instants as ISO. */
export interface Affected {
  readonly stopId: string
  readonly name: Text
  readonly from: { readonly runId: string | null; readonly sequence: number | null; readonly eta: string | null }
  readonly to: { readonly runId: string; readonly sequence: number; readonly eta: string }
  readonly windowTo: string
  readonly late: boolean
}

interface Driven {
  readonly run: Pick<typeof runs.$inferSelect, 'id'>
  readonly tour: Tour
}

/** The stops that new tours put elsewhere or reach at another time, in the order they are driven. */
export const affectedBy = (rows: readonly (typeof stops.$inferSelect)[], relaid: readonly Driven[]): Affected[] =>
  relaid.flatMap(({ run, tour }) =>
    tour.places.flatMap(({ stopId, sequence, eta }) => {
      const row = rows.find(({ id }) => id === stopId)
      if (!row) return []
      const same = row.runId === run.id && row.sequence === sequence && row.eta?.getTime() === eta.getTime()
      if (same) return []
      return [
        {
          stopId,
          name: row.name,
          from: { runId: row.runId, sequence: row.sequence, eta: row.eta?.toISOString() ?? null },
          to: { runId: run.id, sequence, eta: eta.toISOString() },
          windowTo: row.windowTo.toISOString(),
          late: eta > row.windowTo,
        },
      ]
    }),
  )
