import type { Handler } from '../src/platform/consume'
import type { Routes } from '../src/platform/relay'

/** Which queues want which event. */
export function routesOf(handlers: Readonly<Record<string, readonly Handler[]>>): Routes {
  const routes = new Map<string, string[]>()
  for (const [queue, own] of Object.entries(handlers)) {
    for (const { event } of own) routes.set(event, [...(routes.get(event) ?? []), queue])
  }
  return routes
}
