import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { supplierToday } from '../purchasing/supplier-day'
import { keepFile, PAPERS } from '../receiving/keep-file'
import { papers } from '../schema/papers'
import { certificates } from '../schema/supply'
import { told } from '../told'

export interface FilePaper {
  readonly supplierId: string
  readonly kind: string
  readonly validFrom: ServiceDate
  readonly validTo: ServiceDate
  readonly file: { readonly name: string; readonly mediaType: string; readonly base64: string }
  readonly filedBy: string
  /** A buyer's own counts at once; a supplier's waits to be looked at. */
  readonly counts: boolean
}

/** File a certificate with its scan. @throws Refusal `not_found`, `unreadable_file`, `invalid` when it ends before it begins */
export const filePaper = (app: App, input: FilePaper): Promise<{ paperId: string }> =>
  app.db.transaction(async (tx) => {
    const { supplierId, kind, validFrom, validTo, file, filedBy, counts } = input
    if (validTo < validFrom) throw new Refusal('invalid', { field: 'validTo' })
    const within = { ...app, db: tx }
    const { operatorId } = (await supplierToday(app, tx, supplierId)).supplier
    const fileId = await keepFile(within, { operatorId, supplierId, file, kinds: PAPERS, uploadedBy: filedBy })
    const id = newId('ppr')
    const status = counts ? ('accepted' as const) : ('waiting' as const)
    const paper = { id, operatorId, supplierId, kind, validFrom, validTo }
    await tx.insert(papers).values({ ...paper, status, fileId, filedBy, filedAt: app.now() })
    if (counts) await tx.insert(certificates).values({ id, supplierId, kind, validFrom, validTo })
    const detail = { paperId: id, kind, validTo, status }
    await note(within, { operatorId, actorId: filedBy, action: 'procurement.file-paper', subject: supplierId, detail })
    await tell(tx, told('paper', { operatorId, id, siteId: '' }))
    return { paperId: id }
  })
