import type { ServiceDate } from '../../kernel/time'
import { type DeliveryTerms, type DeliveryWindow, nextDeliveries } from './delivery-calendar'

export interface Source extends DeliveryTerms {
  readonly supplierId: string
  /** 1 is asked first. */
  readonly priority: number
}

export interface Chosen<S extends Source> {
  readonly source: S
  readonly window: DeliveryWindow
  readonly because: 'first' | 'sooner'
}

/**
 * The preferred supplier, unless the stock runs out before that delivery and another comes in time; when none does,
 * whoever comes first. Undefined when nobody delivers.
 */
export function chooseSource<S extends Source>(
  sources: readonly S[],
  now: Date,
  runsOutOn: ServiceDate | undefined,
): Chosen<S> | undefined {
  const offers = [...sources]
    .sort((a, b) => a.priority - b.priority || (a.supplierId < b.supplierId ? -1 : 1))
    .flatMap((source) => {
      const window = nextDeliveries(source, now)
      return window ? [{ source, window }] : []
    })
  const [first] = offers
  if (!first) return undefined
  const inTime = offers.find(({ window }) => runsOutOn === undefined || window.deliverOn <= runsOutOn)
  const soonest = offers.reduce((best, offer) => (offer.window.deliverOn < best.window.deliverOn ? offer : best))
  const chosen = inTime ?? soonest
  return { ...chosen, because: chosen === first ? 'first' : 'sooner' }
}
