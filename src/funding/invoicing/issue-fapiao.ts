import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { FapiaoIssuer } from '../../platform/e-invoices/port'
import { fapiao } from '../schema/invoices'

/** Has a requested fapiao issued: the issuer knows it by our id, so asking twice makes one. A red one waits for its blue one. */
export async function issueFapiao(app: App, issuer: FapiaoIssuer, fapiaoId: string): Promise<void> {
  const [wanted] = await app.db.select().from(fapiao).where(eq(fapiao.id, fapiaoId))
  if (wanted?.status !== 'requested') return
  const { date, amountMinor, taxMinor, title: name, taxNumber } = wanted
  const open = and(eq(fapiao.id, fapiaoId), eq(fapiao.status, 'requested'))
  try {
    const amounts = { fapiaoId, date, amountMinor, taxMinor }
    const { number } = wanted.reverses
      ? await issuer.reverse({ ...amounts, reverses: await numberOf(app, wanted.reverses) })
      : await issuer.issue({ ...amounts, buyer: { name, taxNumber }, item: '餐饮服务' })
    await app.db.update(fapiao).set({ status: 'issued', number, issuedAt: app.now() }).where(open)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'fapiao_refused') throw error
    await app.db.update(fapiao).set({ status: 'refused' }).where(open)
  }
}

async function numberOf(app: App, id: string): Promise<string> {
  const [blue] = await app.db.select({ number: fapiao.number }).from(fapiao).where(eq(fapiao.id, id))
  // the worker tries again until the first one is there
  if (!blue?.number) throw new Refusal('e_invoices_unavailable')
  return blue.number
}
