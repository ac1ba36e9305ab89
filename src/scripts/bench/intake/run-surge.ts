import { setTimeout as sleep } from 'node:timers/promises'
import { measured, round } from '../load'
import type { Act } from './surge'
import { type Said, say } from './wire'

export interface Ground {
  readonly base: string
  readonly tokens: readonly string[]
  readonly body: (scarce: boolean) => string
  /** Tells runs apart. */
  readonly name: string
}

/** What became of one act: when it was meant to happen, what was answered to its first and its second press. */
export interface Outcome {
  readonly act: Act
  readonly ms: number
  /** When it was really sent, in milliseconds after the start. */
  readonly sentAt: number
  readonly answers: readonly Said[]
  readonly orderId: string | undefined
  readonly shed: number
}

/** A shed request is repeated under the same key with its note of arrival, as a phone does. */
const TRIES = 6

/**
 * Plays a surge open-loop: each act starts when it was meant to, however busy the server is, and its time counts from then.
 */
export async function runSurge(ground: Ground, acts: readonly Act[]): Promise<Outcome[]> {
  const startedAt = performance.now()
  const running: Promise<Outcome>[] = []
  for (const act of acts) {
    const wait = act.at - (performance.now() - startedAt)
    if (wait > 1) await sleep(wait)
    running.push(play(ground, act, startedAt))
  }
  return Promise.all(running)
}

async function play({ base, tokens, body, name }: Ground, act: Act, startedAt: number): Promise<Outcome> {
  const sentAt = performance.now() - startedAt
  const token = tokens[act.employee % tokens.length] ?? ''
  const key = `intake-${name}-${act.employee}`
  let shed = 0
  const press = async (): Promise<Said> => {
    let arrived: string | undefined
    for (let tried = 1; ; tried++) {
      const said = await say(`${base}/api/store/orders`, token, key, body(act.scarce), arrived)
      if ((said.status !== 503 && said.status !== 0) || tried === TRIES) return said
      shed += 1
      arrived = said.arrived
      await sleep(Math.min(4_000, Number(said.retryAfter ?? 1) * 1_000) * (0.5 + Math.random() / 2))
    }
  }
  const answers = await Promise.all(act.doubled ? [press(), press()] : [press()])
  const ms = performance.now() - startedAt - act.at
  const placed = answers.find(({ status }) => status === 201)
  const orderId = placed ? (JSON.parse(placed.body) as { id: string }).id : undefined
  if (act.cancels && orderId) await say(`${base}/api/store/orders/${orderId}/cancellation`, token, `${key}-c`, '{}')
  return { act, ms, sentAt, answers, orderId, shed }
}

/** Orders a second from when the first was turned away until the last was placed; of the whole run where nobody was. */
export function goodputOf(outcomes: readonly Outcome[]): number {
  const placed = outcomes.filter(({ orderId }) => orderId).map(({ act, ms }) => act.at + ms)
  const from = Math.min(...outcomes.filter(({ shed }) => shed > 0).map(({ sentAt }) => sentAt))
  const during = placed.filter((at) => !Number.isFinite(from) || at >= from)
  const seconds = (Math.max(0, ...during) - (Number.isFinite(from) ? from : 0)) / 1_000
  return seconds > 0 ? round(during.length / seconds) : 0
}

/** The times of those who got an answer that was not "not now", from when they meant to press. */
export function timesOf(outcomes: readonly Outcome[], seconds: number) {
  const answered = outcomes.filter(({ answers }) => answers.every(({ status }) => status !== 503 && status !== 0))
  return measured(
    answered.map(({ ms }) => ms),
    outcomes.length - answered.length,
    seconds,
  )
}
