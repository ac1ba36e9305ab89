import { addDays, instantOf, type ServiceDate } from '../../kernel/time'

/** When the doors of some kinds of communities are open within a meal; wall-clock times of the kitchen. */
export interface WindowRule {
  readonly siteTypes: readonly string[]
  readonly from: string
  readonly to: string
}

/** Both ends included. */
export interface Window {
  readonly from: Date
  readonly to: Date
}

/** A meal as delivery sees it: served between two instants of a local day. */
export interface Meal {
  readonly serviceDate: ServiceDate
  readonly zone: string
  readonly servesFrom: Date
  readonly servesTo: Date
}

/** Two wall-clock times of a service day; one that ends before it begins ends the next day. */
export function wallWindow({ serviceDate, zone }: Meal, from: string, to: string): Window {
  const ends = to <= from ? addDays(serviceDate, 1) : serviceDate
  return { from: instantOf(serviceDate, from, zone), to: instantOf(ends, to, zone) }
}

/** When a place of this kind takes its food: the first rule that names it, within the meal; else all through the meal. */
export function windowFor(meal: Meal, rules: readonly WindowRule[], siteType: string): Window {
  const whole = { from: meal.servesFrom, to: meal.servesTo }
  const rule = rules.find(({ siteTypes }) => siteTypes.includes(siteType))
  if (!rule) return whole
  const open = wallWindow(meal, rule.from, rule.to)
  const from = new Date(Math.max(open.from.getTime(), whole.from.getTime()))
  const to = new Date(Math.min(open.to.getTime(), whole.to.getTime()))
  return from < to ? { from, to } : whole
}

/**
 * Windows that overlap belong to one wave; windows that only touch do not. Waves therefore follow one another, and every
 * vehicle can drive in each of them. In order of time.
 */
export function wavesOf(windows: readonly Window[]): Window[] {
  const waves: Window[] = []
  for (const { from, to } of [...windows].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = waves.at(-1)
    if (last && from < last.to) waves[waves.length - 1] = { from: last.from, to: to > last.to ? to : last.to }
    else waves.push({ from, to })
  }
  return waves
}

/** The number of the wave a window belongs to, counted from 1. */
export const waveOf = (waves: readonly Window[], { from, to }: Window): number =>
  waves.findIndex((wave) => from >= wave.from && to <= wave.to) + 1
