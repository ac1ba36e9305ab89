import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/refusal'
import type { FapiaoIssuer } from './port'

/** Shanghai, and the channel of a platform of one's own. */
const PLACE = '312'

/** Year, place and fifteen digits that follow from our id: the same fapiao has the same number. */
const numberOf = (fapiaoId: string, date: string): string => {
  const digits = BigInt(`0x${createHash('sha256').update(fapiaoId).digest('hex')}`) % 10n ** 15n
  return `${date.slice(2, 4)}${PLACE}${String(digits).padStart(15, '0')}`
}

/** An issuer on this machine, as strict as the bureau about what it is given. Its fapiao are worth nothing. */
export const localIssuer: FapiaoIssuer = {
  issue: async ({ fapiaoId, date, buyer, amountMinor, taxMinor }) => {
    const isSound = amountMinor > 0 && taxMinor >= 0 && taxMinor < amountMinor && buyer.name.trim() !== ''
    if (!isSound) throw new Refusal('fapiao_refused')
    return { number: numberOf(fapiaoId, date) }
  },
  reverse: async ({ fapiaoId, date, reverses, amountMinor }) => {
    if (!/^\d{20}$/.test(reverses) || amountMinor <= 0) throw new Refusal('fapiao_refused')
    return { number: numberOf(fapiaoId, date) }
  },
}
