import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { versionOf } from '../platform/realtime'
import { RECALL_MS, type Total, toMake } from './domain/ticket'
import { batches } from './schema/batches'
import { stations } from './schema/stations'
import { ticketItems, tickets } from './schema/tickets'
import { kitchenTopic } from './screens'
import { planOf } from './planning/keep-plan'
import { type BatchView, batchView, type PlanView, type TicketView, ticketView } from './views'

export interface Owner {
  readonly operatorId: string
  readonly siteId: string
}

/** Whose a ticket is; undefined when there is none. */
export async function ownerOfTicket(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: tickets.operatorId, siteId: tickets.siteId }
  const [found] = await app.db.select(owner).from(tickets).where(eq(tickets.id, id))
  return found
}

/** Whose a batch is; undefined when there is none. */
export async function ownerOfBatch(app: App, id: string): Promise<Owner | undefined> {
  const owner = { operatorId: batches.operatorId, siteId: batches.siteId }
  const [found] = await app.db.select(owner).from(batches).where(eq(batches.id, id))
  return found
}

export interface Service {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
}

export interface ServiceCount extends Service {
  readonly dueAt: string
  readonly open: number
  readonly ready: number
}

/** The services some sites have tickets for, from a date on. */
export async function servicesFrom(app: App, siteIds: readonly string[], from: ServiceDate): Promise<ServiceCount[]> {
  const rows = await app.db
    .select({
      siteId: tickets.siteId,
      serviceDate: tickets.serviceDate,
      period: tickets.period,
      dueAt: sql`min(${tickets.dueAt})`.mapWith(tickets.dueAt),
      open: sql<number>`count(*) filter (where ${tickets.status} = 'open')::int`,
      ready: sql<number>`count(*) filter (where ${tickets.status} = 'ready')::int`,
    })
    .from(tickets)
    .where(and(inArray(tickets.siteId, [...siteIds]), gte(tickets.serviceDate, from)))
    .groupBy(tickets.siteId, tickets.serviceDate, tickets.period)
    .orderBy(sql`min(${tickets.dueAt})`, tickets.siteId)
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }))
}

export interface StationView {
  readonly code: string
  readonly name: Text
  /** Minutes before due at which a ticket's clock turns yellow, and red. */
  readonly soonMinutes: number
  readonly lateMinutes: number
}

export interface Snapshot {
  /** Watch the stream from here and nothing is missed. */
  readonly version: number
  readonly now: string
  readonly stations: StationView[]
  readonly tickets: TicketView[]
  readonly totals: Total[]
  readonly batches: BatchView[]
  /** Null before the kitchen has planned. */
  readonly plan: PlanView | null
}

/**
 * All a kitchen screen shows of one service: open tickets by due time, ready and void ones that can still be recalled or
 * must still be noticed, what is left to make, the batches.
 */
export async function showService(app: App, service: Service): Promise<Snapshot> {
  const now = app.now()
  // the version first: what happens while we read is told again, and a ticket told twice is the same ticket
  const version = await versionOf(app.db, kitchenTopic(service.siteId))
  const atSite = await app.db
    .select({
      code: stations.code,
      name: stations.name,
      soonMinutes: stations.soonMinutes,
      lateMinutes: stations.lateMinutes,
    })
    .from(stations)
    .where(eq(stations.siteId, service.siteId))
    .orderBy(asc(stations.position))
  const shown = await ticketsOf(app, service, new Date(now.getTime() - RECALL_MS))
  const totals = await totalsOf(app, service)
  const planned = await batchesOf(app, service)
  const plan = (await planOf(app, service)) ?? null
  return { version, now: now.toISOString(), stations: atSite, tickets: shown, totals, batches: planned, plan }
}

const during = ({ siteId, serviceDate, period }: Service) =>
  and(eq(tickets.siteId, siteId), eq(tickets.serviceDate, serviceDate), eq(tickets.period, period))

async function ticketsOf(app: App, service: Service, since: Date): Promise<TicketView[]> {
  const shown = or(eq(tickets.status, 'open'), gte(tickets.readyAt, since), gte(tickets.voidedAt, since))
  const rows = await app.db
    .select()
    .from(tickets)
    .where(and(during(service), shown))
    .orderBy(asc(tickets.dueAt), asc(tickets.id))
  const ids = rows.map(({ id }) => id)
  const items = await app.db.select().from(ticketItems).where(inArray(ticketItems.ticketId, ids))
  const byTicket = new Map<string, typeof items>()
  for (const item of items) byTicket.set(item.ticketId, [...(byTicket.get(item.ticketId) ?? []), item])
  return rows.map((row) => ticketView(row, byTicket.get(row.id) ?? []))
}

async function totalsOf(app: App, service: Service): Promise<Total[]> {
  const { dishId, name, station, quantity, doneAt } = ticketItems
  const items = await app.db
    .select({ dishId, name, station, quantity, doneAt })
    .from(ticketItems)
    .innerJoin(tickets, eq(tickets.id, ticketItems.ticketId))
    .where(and(during(service), inArray(tickets.status, ['open', 'ready']), isNull(ticketItems.voidedAt)))
  return toMake(items)
}

async function batchesOf(app: App, { siteId, serviceDate, period }: Service): Promise<BatchView[]> {
  const rows = await app.db
    .select()
    .from(batches)
    .where(and(eq(batches.siteId, siteId), eq(batches.serviceDate, serviceDate), eq(batches.period, period)))
    .orderBy(asc(batches.startBy), asc(batches.dishId), asc(batches.sequence))
  return rows.map(batchView)
}
