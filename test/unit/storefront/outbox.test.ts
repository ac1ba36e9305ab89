import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../storefront/api/problem'
import { type Act, type ActStore, openOutbox, type Outcome } from '../../../storefront/outbox/outbox'

const touch = (id: string): Act => ({ id })
const DONE: Outcome<string> = { is: 'done', answer: 'ticket' }
const VOID: Outcome<string> = { is: 'refused', problem: { code: 'void' } as Problem }

/** A store that lives as long as the test, as the browser's would over reloads. */
function memory(): ActStore<Act> & { readonly kept: Act[] } {
  const kept: Act[] = []
  const remove = async (id: string) => {
    const at = kept.findIndex((one) => one.id === id)
    if (at >= 0) kept.splice(at, 1)
  }
  return { kept, all: async () => [...kept], add: async (one) => kept.push(one), remove }
}

function outboxOn(store: ActStore<Act>, send: (act: Act) => Promise<Outcome<string>>) {
  const seen = { done: 0, refused: [] as string[], waiting: [] as string[] }
  const outbox = openOutbox({
    store,
    send,
    onDone: () => {
      seen.done += 1
    },
    onRefused: (_, { code }) => seen.refused.push(code),
    onChange: (waiting) => {
      seen.waiting = waiting.map(({ id }) => id)
    },
  })
  return { ...outbox, seen }
}

describe('the outbox of a device', () => {
  it('keeps touches over a reload while nobody answers, and sends each once, in order', async () => {
    const store = memory()
    const offline = outboxOn(store, async () => ({ is: 'unanswered' }))
    await offline.add(touch('a'))
    await offline.add(touch('b'))
    expect(offline.seen.waiting).toEqual(['a', 'b'])

    const sent: string[] = []
    const online = outboxOn(store, async ({ id }) => {
      sent.push(id)
      return DONE
    })
    await Promise.all([online.drain(), online.drain(), online.add(touch('c'))])
    await online.drain()
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(online.seen).toEqual({ done: 3, refused: [], waiting: [] })
    expect(store.kept).toEqual([])
  })

  it('shows a touch as made only once it is kept: a reload in the same instant loses nothing a cook has seen', async () => {
    let keep = () => {}
    const store = { ...memory(), add: () => new Promise<void>((resolve) => (keep = resolve)) }
    const outbox = outboxOn(store, async () => ({ is: 'unanswered' }))
    const adding = outbox.add(touch('a'))
    await outbox.drain()
    expect(outbox.seen.waiting).toEqual([])
    keep()
    await adding
    expect(outbox.seen.waiting).toEqual(['a'])
  })

  it('stops at the first touch without an answer, so that none overtakes another', async () => {
    const sent: string[] = []
    const outbox = outboxOn(memory(), async ({ id }) => {
      sent.push(id)
      return { is: 'unanswered' }
    })
    await outbox.add(touch('a'))
    await outbox.add(touch('b'))
    expect(sent).toEqual(['a', 'a'])
  })

  it('forgets a refused touch, says why, and goes on', async () => {
    const store = memory()
    const outbox = outboxOn(store, async ({ id }) => (id === 'a' ? VOID : DONE))
    await outbox.add(touch('a'))
    await outbox.add(touch('b'))
    expect(outbox.seen).toEqual({ done: 1, refused: ['void'], waiting: [] })
    expect(store.kept).toEqual([])
  })
})
