import type { Departure, FormedBatch, Method, Portions, PrepProblem } from './problem'

interface Wanted extends Departure {
  readonly portions: number
}

/**
 * Cuts what is still to be made into as few batches as there can be, with as few as there can be due by any moment: each is
 * filled with what leaves next, as long as the equipment holds it and what is ready for its first departure is still safe at
 * its latest drop. What is in started batches goes to the earliest departures.
 */
export function formBatches({ methods, departures, demand, started }: PrepProblem): FormedBatch[] {
  const byId = new Map(departures.map((departure) => [departure.id, departure]))
  const wantedOf = new Map<string, Wanted[]>()
  for (const { dishId, departureId, portions } of demand) {
    const departure = byId.get(departureId)
    if (!departure || portions <= 0) continue
    wantedOf.set(dishId, [...(wantedOf.get(dishId) ?? []), { ...departure, portions }])
  }
  const methodOf = new Map(methods.map((method) => [method.dishId, method]))
  return [...wantedOf].flatMap(([dishId, wanted]) => {
    const method = methodOf.get(dishId)
    if (!method) return []
    const begun = started.filter((batch) => batch.dishId === dishId)
    const made = begun.reduce((sum, { portions }) => sum + portions, 0)
    return cut(method, without(made, wanted.toSorted(byTime)))
  })
}

const byTime = (a: Departure, b: Departure) => a.loadAt - b.loadAt || (a.id < b.id ? -1 : 1)

function without(made: number, wanted: readonly Wanted[]): Wanted[] {
  let left = made
  return wanted.flatMap((one) => {
    const taken = Math.min(left, one.portions)
    left -= taken
    return one.portions > taken ? [{ ...one, portions: one.portions - taken }] : []
  })
}

function cut(method: Method, wanted: readonly Wanted[]): FormedBatch[] {
  const batches: FormedBatch[] = []
  let serves: Portions[] = []
  let room = method.batchPortions
  let due = 0
  let notBefore = 0
  const close = () => {
    if (serves.length > 0) batches.push({ method, portions: method.batchPortions - room, serves, due, notBefore })
    serves = []
    room = method.batchPortions
  }
  for (const { id, loadAt, lastDropAt, portions } of wanted) {
    const oldest = lastDropAt - method.holdMinutes
    for (let left = portions; left > 0; ) {
      if (room === 0 || (serves.length > 0 && oldest > due)) close()
      const taken = Math.min(room, left)
      due = serves.length === 0 ? loadAt : due
      notBefore = serves.length === 0 ? oldest : Math.max(notBefore, oldest)
      serves.push({ departureId: id, portions: taken })
      room -= taken
      left -= taken
    }
  }
  close()
  return batches
}
