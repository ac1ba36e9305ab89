import { grouped } from '../../kernel/grouped'
import type { App } from '../../platform/app'
import { type DishAhead, expectedPortions, type MenuDish, type MixAhead, miseEnPlace } from '../domain/mise-en-place'
import { prepDoneOf } from './mark-prep'

export interface Wanted {
  readonly versionId: string
  readonly portions: number
}

/** What others know of a date: its menus, what is ordered and foreseen, and how things are made. */
export interface AskPrep<M extends MenuDish> {
  readonly menu: readonly M[]
  readonly ordered: Parameters<typeof expectedPortions>[1]
  readonly foreseen: Parameters<typeof expectedPortions>[2]
  /** Dishes of recipe versions; unknown ones are left out. */
  readonly methodsOf: (
    versionIds: readonly string[],
  ) => Promise<(Omit<DishAhead, 'portions'> & { versionId: string })[]>
  /** Sauces, stocks and fillings that portions of recipe versions need. */
  readonly mixesFor: (wanted: readonly Wanted[]) => Promise<MixAhead[]>
}

/** What is made ready the day before, meal by meal, and when each task was done. */
export async function listPrep<M extends MenuDish>(app: App, asked: AskPrep<M>) {
  const expected = expectedPortions(asked.menu, asked.ordered, asked.foreseen)
  const methods = await asked.methodsOf([...new Set(expected.map(({ versionId }) => versionId))])
  const methodOf = new Map(methods.map((method) => [method.versionId, method]))
  const byMeal = grouped(expected, ({ menuDayId }) => menuDayId)
  const done = await prepDoneOf(app, [...byMeal.keys()])
  const tasks = []
  for (const [menuDayId, own] of byMeal) {
    const dishes = own.flatMap(({ versionId, portions }) => {
      const method = methodOf.get(versionId)
      return method ? [{ ...method, portions }] : []
    })
    const found = miseEnPlace(dishes, await asked.mixesFor(own))
    for (const { period } of own.slice(0, 1))
      tasks.push(...found.map((task) => ({ ...task, period, doneAt: done.get(`${menuDayId} ${task.id}`) ?? null })))
  }
  return tasks
}
