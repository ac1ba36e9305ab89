import { LRUCache } from 'lru-cache'
import type pg from 'pg'

/** Statements kept planned on each connection; beyond them texts are sent as they are. */
const KEPT = 400
/** A text seen this often is one the program says again and again. */
const OFTEN = 3
const LONGEST = 8_000

const names = new Map<string, string>()
const seen = new LRUCache<string, number>({ max: 2_000 })

/** The name of a statement that is worth keeping planned; undefined for the others. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= KEPT || text.length > LONGEST) return known
  const times = (seen.get(text) ?? 0) + 1
  seen.set(text, times)
  if (times < OFTEN) return undefined
  const name = `s${names.size + 1}`
  names.set(text, name)
  seen.delete(text)
  return name
}

/** Lets Postgres parse and plan each frequent statement once a connection instead of once a call. */
export function keepPlans(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (config: unknown, ...rest: unknown[]) => {
    if (typeof config !== 'object' || config === null || !('text' in config) || !rest.length)
      return query(config, ...rest)
    const { text } = config
    const name = typeof text === 'string' ? nameOf(text) : undefined
    return query(name === undefined || ('name' in config && config.name) ? config : { ...config, name }, ...rest)
  }
  Object.assign(client, { query: named })
}
