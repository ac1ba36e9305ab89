import type { SubsidyScheme } from './scheme'
import { type GivenGrant, type Occasion, type Reason, type Subsidy, subsidise } from './subsidise'

export interface StackedGrant extends GivenGrant {
  readonly scheme: SubsidyScheme
  /** What counted towards its minimum. */
  readonly spendMinor: number
}

export interface Stacked {
  /** The best discount of all schemes; they do not add up. */
  readonly discount: { readonly scheme: SubsidyScheme; readonly amountMinor: number } | null
  readonly grants: readonly StackedGrant[]
  readonly operatorGrants: readonly StackedGrant[]
  readonly refused: readonly { readonly scheme: SubsidyScheme; readonly grantId: string; readonly reason: Reason }[]
}

export interface Enrolled {
  readonly scheme: SubsidyScheme
  readonly registered: boolean
}

type Judged = Subsidy & { readonly scheme: SubsidyScheme }

/**
 * What all schemes valid at a canteen give for one meal: the largest discount, and everybody's grants, together at most
 * what is left of the food. Each scheme compares its threshold by its own rules.
 */
export function stack(enrolled: readonly Enrolled[], { person, ...occasion }: Occasion): Stacked {
  const judged = enrolled.map(({ scheme, registered }): Judged => {
    return { scheme, ...subsidise(scheme, { ...occasion, person: { ...person, registered } }) }
  })
  const best = judged.toSorted((a, b) => b.discountMinor - a.discountMinor)[0]
  const discount = best && best.discountMinor > 0 ? { scheme: best.scheme, amountMinor: best.discountMinor } : null
  let left = occasion.meal.foodMinor - (discount?.amountMinor ?? 0)
  const grants: StackedGrant[] = []
  for (const { scheme, spendMinor, grants: given } of judged) {
    for (const grant of given) {
      const amountMinor = Math.min(grant.amountMinor, left)
      left -= amountMinor
      if (amountMinor > 0) grants.push({ ...grant, scheme, spendMinor, amountMinor })
    }
  }
  const served = new Set(grants.map(({ scheme }) => scheme))
  return {
    discount,
    grants,
    operatorGrants: judged
      .filter(({ scheme }) => served.has(scheme))
      .flatMap(({ scheme, spendMinor, operatorClaims }) =>
        operatorClaims.map((claim) => ({ ...claim, scheme, spendMinor })),
      ),
    refused: judged.flatMap(({ scheme, refused }) => refused.map((one) => ({ ...one, scheme }))),
  }
}
