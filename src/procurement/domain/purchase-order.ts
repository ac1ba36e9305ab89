export type OrderStatus =
  | 'proposed'
  | 'approved'
  | 'sent'
  | 'confirmed'
  | 'short'
  | 'part_received'
  | 'closed'
  | 'cancelled'

/** From which state each step may be taken. */
export const FROM = {
  change: ['proposed'],
  approve: ['proposed'],
  send: ['approved'],
  confirm: ['sent'],
  shorten: ['sent', 'confirmed', 'short'],
  receive: ['sent', 'confirmed', 'short', 'part_received'],
  invoice: ['sent', 'confirmed', 'short', 'part_received', 'closed'],
  cancel: ['proposed', 'approved', 'sent', 'confirmed', 'short'],
} as const satisfies Record<string, readonly OrderStatus[]>

/** Orders that still bring goods: what they lack is on its way. */
export const OPEN = ['proposed', 'approved', 'sent', 'confirmed', 'short', 'part_received'] as const

/** Orders that are on their way: the supplier knows of them and something is still to come. */
export const EXPECTED = ['approved', 'sent', 'confirmed', 'short', 'part_received'] as const

export const may = (step: keyof typeof FROM, status: OrderStatus): boolean =>
  (FROM[step] as readonly OrderStatus[]).includes(status)

/** Goods over the order that are taken without asking, unless the item has a tolerance of its own: scales and whole crates are never exact. */
export const USUAL_OVER_DELIVERY_BPS = 500

/** What a line may take in all, in base units. */
export const mostReceivable = (orderedQuantity: number, overDeliveryBps = USUAL_OVER_DELIVERY_BPS): number =>
  Math.floor((orderedQuantity * (10_000 + overDeliveryBps)) / 10_000)

export interface LineProgress {
  readonly packs: number
  readonly packSize: number
  readonly confirmedPacks: number | null
  readonly receivedQuantity: number
  readonly rejectedQuantity: number
}

/** What the line will still bring, in base units: what the supplier promised, less what came, good or bad. */
export const stillToCome = (line: LineProgress): number =>
  Math.max(0, (line.confirmedPacks ?? line.packs) * line.packSize - line.receivedQuantity - line.rejectedQuantity)

/** The supplier's answer as a whole. */
export const answerOf = (lines: readonly LineProgress[]): 'confirmed' | 'short' =>
  lines.some((line) => (line.confirmedPacks ?? line.packs) < line.packs) ? 'short' : 'confirmed'

/** Minor units for 1,000 base units of a pack's content. */
export const costPerThousand = (priceMinor: number, packSize: number): number =>
  Math.round((priceMinor * 1_000) / packSize)
