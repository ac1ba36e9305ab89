import type { z } from 'zod'
import { dishesByIds } from '../../../catalogue/queries'
import type { Text } from '../../../kernel/text'
import { namesOf } from '../../../people/queries'
import type { App } from '../../../platform/app'
import type { Cell } from '../../../procurement/forecasting/read-cells'
import type { runById } from '../../../procurement/forecasting/show-forecasts'
import type { showRun } from './contract'

const NO_NAME: Text = { zh: '', en: '' }

/** The names of some dishes, by id. */
export async function dishNames(app: App, ids: readonly string[]): Promise<(id: string) => Text> {
  const unique = [...new Set(ids)]
  const names = new Map(unique.length === 0 ? [] : (await dishesByIds(app, unique)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? NO_NAME
}

/** Overrides with the names of those who decided. */
export async function overridesOf(app: App, cells: readonly Cell[]) {
  const people = await namesOf(
    app,
    cells.flatMap(({ override }) => (override ? [override.decidedBy] : [])),
  )
  return ({ override }: Pick<Cell, 'override'>) =>
    override && {
      portions: override.portions,
      reason: override.reason,
      by: people.get(override.decidedBy) ?? '',
      at: new Date(override.decidedAt).toISOString(),
    }
}

type Run = NonNullable<Awaited<ReturnType<typeof runById>>>

export const runView = ({
  id,
  requestedAt,
  progress,
  finishedAt,
  series,
  cells,
}: Run): z.input<typeof showRun.answer> => ({
  id,
  requestedAt: requestedAt.toISOString(),
  progress,
  finishedAt: finishedAt?.toISOString() ?? null,
  series,
  cells,
})
