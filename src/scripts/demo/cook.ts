import { randomUUID } from 'node:crypto'
import * as kitchen from '../../http/kitchen/contract'
import type { Person } from './api'
import { inParallel } from './patience'
import { progress } from './progress'

const HANDS = 4

export interface Cooked {
  readonly tickets: number
  readonly batches: number
}

/** Every kitchen cooks its batches of a lunch and bumps its tickets, station by station. */
export async function cookLunch(cooks: readonly Person[], date: string): Promise<Cooked> {
  const services = await inParallel(cooks, HANDS, async (cook) => {
    const { sites } = await cook.call(kitchen.listSites)
    return inParallel(sites, 1, async ({ id: siteId }) => {
      const params = { siteId, serviceDate: date, period: 'lunch' as const }
      return { cook, ...(await cook.call(kitchen.showService, { params })) }
    })
  })
  const all = services.flat()
  const batches = all.flatMap((service) => service.batches.map((batch) => ({ cook: service.cook, batchId: batch.id })))
  const cooking = progress('kitchens cook batches', batches.length)
  await inParallel(batches, HANDS, async ({ cook, batchId }) => {
    await cook.call(kitchen.startBatch, { params: { batchId } })
    await cook.call(kitchen.finishBatch, { params: { batchId } })
    cooking.tick()
  })
  cooking.end()

  const open = all.flatMap((service) =>
    service.tickets.filter(({ status }) => status === 'open').map((ticket) => ({ cook: service.cook, ticket })),
  )
  const bumping = progress('stations bump tickets', open.length)
  await inParallel(open, HANDS, async ({ cook, ticket }) => {
    for (const station of new Set(ticket.items.map((item) => item.station))) {
      const id = randomUUID()
      await cook.call(kitchen.bumpTicket, { params: { ticketId: ticket.id }, body: { id, station }, key: id })
    }
    bumping.tick()
  })
  bumping.end()
  return { tickets: open.length, batches: batches.length }
}
