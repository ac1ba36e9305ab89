import type { Searchable } from './anneal'

/** What a state is made of: one block of words, and the stops that are left out. */
interface State {
  readonly words: Int32Array
  readonly absent: Int32Array
  absentCount: number
  cost: number
}

/** A copy of the whole state in one block. */
function createSnapshot(s: State) {
  const words = new Int32Array(s.words)
  const absent = new Int32Array(s.absent)
  let { cost, absentCount } = s
  return {
    store: () => {
      words.set(s.words)
      cost = s.cost
      absentCount = s.absentCount
      if (absentCount > 0) absent.set(s.absent.subarray(0, absentCount))
    },
    load: () => {
      s.words.set(words)
      s.cost = cost
      s.absentCount = absentCount
      if (absentCount > 0) s.absent.set(absent.subarray(0, absentCount))
    },
  }
}

/** The current and the best solution of a search, kept as copies. */
export function createSnapshots(s: State): Omit<Searchable, 'step'> {
  const current = createSnapshot(s)
  const best = createSnapshot(s)
  return {
    keep: current.store,
    undo: current.load,
    remember: best.store,
    recall: () => {
      best.load()
      current.store()
    },
    peek: (read) => {
      best.load()
      const seen = read()
      current.load()
      return seen
    },
  }
}
