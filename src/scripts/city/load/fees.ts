import type { importFeeRules } from '../../../delivery/fees/import-fee-rules'
import { ACQUIRED, GROUP } from '../operators'

/** What comes to the door, wherever that is. */
const TO_THE_DOOR = {
  siteId: null,
  communityId: null,
  pointKind: 'door',
  fromMetres: 0,
  toMetres: null,
  fromMinor: 0,
  toMinor: null,
  feeMinor: 0,
  perKmMinor: 0,
} as const

/** The fee rules of the demo city: large orders come to the door for nothing, and the acquired firm asks more for long ways. */
export const feesOf = (setAt: Date): Parameters<typeof importFeeRules>[1] => [
  { ...TO_THE_DOOR, id: 'fee_large', operatorId: GROUP.id, fromMinor: 10_000, setAt },
  { ...TO_THE_DOOR, id: 'fee_hd_large', operatorId: ACQUIRED.id, fromMinor: 8_000, setAt },
  {
    ...TO_THE_DOOR,
    id: 'fee_hd_far',
    operatorId: ACQUIRED.id,
    fromMetres: 2_500,
    feeMinor: 300,
    perKmMinor: 100,
    setAt,
  },
]
