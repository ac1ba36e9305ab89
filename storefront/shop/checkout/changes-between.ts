import type { Quote } from '../../api/store'

export interface Change {
  readonly key: string
  /** The dish or payer, or what has no name of its own. */
  readonly of: Quote['payers'][number]['name'] | 'fee' | 'total' | 'yourPart'
  readonly menuDayId: string | null
  readonly wasMinor: number
  readonly nowMinor: number
}

/** What two quotes of a basket say differently, by dish, fee and payer; the total and the person's own part last. */
export function changesBetween(was: Quote, now: Quote): Change[] {
  const before = new Map(amountsOf(was).map((one) => [one.key, one]))
  const after = new Map(amountsOf(now).map((one) => [one.key, one]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)]
    const one = fresh ?? old
    if (!one || old?.minor === fresh?.minor) return []
    const { minor: _minor, ...rest } = one
    return [{ ...rest, wasMinor: old?.minor ?? 0, nowMinor: fresh?.minor ?? 0 }]
  })
}

const amountsOf = ({ groups, payers, totalMinor, dueMinor }: Quote) => [
  ...groups.flatMap(({ menuDayId, feeMinor, items }) => [
    ...items.map(({ offerId, name, totalMinor: minor }) => ({
      key: `item ${offerId}`,
      of: name,
      menuDayId,
      minor,
    })),
    { key: `fee ${menuDayId}`, of: 'fee' as const, menuDayId, minor: feeMinor },
  ]),
  ...payers
    .filter(({ kind }) => kind !== 'payment')
    .map(({ kind, name, menuDayId, amountMinor: minor }) => ({
      key: `payer ${kind} ${menuDayId} ${name.en}`,
      of: name,
      menuDayId,
      minor,
    })),
  { key: 'total', of: 'total' as const, menuDayId: null, minor: totalMinor },
  { key: 'due', of: 'yourPart' as const, menuDayId: null, minor: dueMinor },
]
