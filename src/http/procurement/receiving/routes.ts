import { Refusal } from '../../../kernel/refusal'
import { keepFile, PICTURES } from '../../../procurement/receiving/keep-file'
import { fileById } from '../../../procurement/receiving/read-file'
import { scanCode } from '../../../procurement/receiving/scan-code'
import { orderOwner } from '../../../procurement/queries'
import { openings } from '../../caller'
import { type Route, serve } from '../../serve'
import { requireOrder, requireOwned } from '../reach'
import * as contract from './contract'

/** At the gate. */
export const receivingRoutes: readonly Route[] = [
  serve(contract.scanCode, async ({ app, caller, params: { orderId }, query: { code } }) => {
    await requireOrder(app, caller, orderId)
    const { scan, ...found } = await scanCode(app, orderId, code)
    return { scan: { ...scan, count: scan.count ?? scan.pieces }, ...found }
  }),

  serve(contract.uploadPhoto, async ({ app, caller, params: { orderId }, body: { file } }) => {
    const { operatorId, supplierId } = requireOwned(caller, await orderOwner(app, orderId))
    const by = { uploadedBy: caller.personId, kinds: PICTURES }
    return { fileId: await keepFile(app, { operatorId, supplierId, file, ...by }) }
  }),

  serve(contract.showFile, async ({ app, caller, params: { fileId } }) => {
    const file = await fileById(app, fileId)
    const own = openings(caller, ['procurement', 'operator']).some(({ operatorId }) => operatorId === file?.operatorId)
    const suppliers = openings(caller, ['supplier']).some(
      ({ scopeId }) => scopeId !== '' && scopeId === file?.supplierId,
    )
    if (!file || !(own || suppliers)) throw new Refusal('not_found')
    const ending = file.mediaType.split('/')[1] ?? 'bin'
    return { name: `${file.id}.${ending}`, content: file.bytes, mediaType: file.mediaType }
  }),
]
