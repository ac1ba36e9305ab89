import type { ServiceDate } from '../../kernel/time'
import { type LotLeft, lookAhead } from './fefo'

/** Goods on their way. `proposalId` while nobody stands behind the order that brings them. */
export interface Coming {
  readonly date: ServiceDate
  readonly quantity: number
  readonly proposalId: string | null
}

export interface Cover {
  readonly state: 'covered' | 'resourced' | 'escalated'
  /** The first day that lacks it, counting only what is certain. */
  readonly runsOutOn: ServiceDate | null
  /** The first proposal without which a day would lack it. */
  readonly coveredBy: string | null
}

/**
 * Whether a site has what it needs, day by day and first expired first: from the shelf and from orders somebody stands
 * behind (`covered`), only with proposals (`resourced`), or not at all (`escalated`). Base units.
 */
export function coverOf(
  lots: readonly LotLeft[],
  needs: readonly { readonly date: ServiceDate; readonly need: number }[],
  coming: readonly Coming[],
  until: ServiceDate,
): Cover {
  const certain = coming.filter(({ proposalId }) => proposalId === null)
  const runsOutOn = lookAhead(lots, needs, certain, until).runsOutOn ?? null
  if (runsOutOn === null) return { state: 'covered', runsOutOn, coveredBy: null }
  const { runsOutOn: still } = lookAhead(lots, needs, coming, until)
  const proposal = coming.find(({ proposalId, date }) => proposalId !== null && date <= runsOutOn)
  if (still !== undefined || !proposal) return { state: 'escalated', runsOutOn, coveredBy: null }
  return { state: 'resourced', runsOutOn, coveredBy: proposal.proposalId }
}
