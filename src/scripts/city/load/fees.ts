import type { importFeeRules } from '../../../delivery/fees/import-fee-rules'
import { ACQUIRED, GROUP } from '../operators'

const ANYWHERE = { siteId: null, communityId: null, fromMetres: 0, toMetres: null, toMinor: null, perKmMinor: 0 }

/** The fee rules of the demo city: large orders come to the door for nothing, and the acquired firm asks for long ways. */
export const feesOf = (now: Date): Parameters<typeof importFeeRules>[1] => [
  {
    ...ANYWHERE,
    ...{ id: 'fee_large', operatorId: GROUP.id, pointKind: 'door', fromMinor: 10_000, feeMinor: 0, setAt: now },
  },
  {
    ...ANYWHERE,
    ...{ id: 'fee_hd_large', operatorId: ACQUIRED.id, pointKind: 'door', fromMinor: 8_000, feeMinor: 0, setAt: now },
  },
  {
    ...{ ...ANYWHERE, id: 'fee_hd_far', operatorId: ACQUIRED.id, pointKind: 'door', fromMinor: 0, setAt: now },
    ...{ fromMetres: 2_500, feeMinor: 300, perKmMinor: 100 },
  },
]
