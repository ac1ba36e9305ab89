import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note as audit } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { papers } from '../schema/papers'
import { certificates } from '../schema/supply'
import { told } from '../told'

export interface DecidePaper {
  readonly paperId: string
  readonly accept: boolean
  readonly note: string
  readonly decidedBy: string
}

/** Accept or refuse what a supplier has filed; accepted it counts. @throws Refusal `paper_decided` */
export const decidePaper = (app: App, { paperId, accept, note, decidedBy }: DecidePaper): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [paper] = await tx
      .update(papers)
      .set({ status: accept ? 'accepted' : 'refused', note, decidedBy })
      .where(and(eq(papers.id, paperId), eq(papers.status, 'waiting')))
      .returning()
    if (!paper) throw new Refusal('paper_decided')
    const { operatorId, supplierId, kind, validFrom, validTo } = paper
    if (accept) await tx.insert(certificates).values({ id: paperId, supplierId, kind, validFrom, validTo })
    const action = accept ? 'procurement.accept-paper' : 'procurement.refuse-paper'
    await audit(
      { ...app, db: tx },
      { operatorId, actorId: decidedBy, action, subject: supplierId, detail: { paperId } },
    )
    await tell(tx, told('paper', { operatorId, id: paperId, siteId: '' }))
  })
