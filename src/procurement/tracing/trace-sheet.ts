import { csv } from '../../platform/sheets/csv'
import type { LifeEvent } from './life-of-lot'

/** Critical tracking events of 21 CFR 1.1340 ff. that a kitchen has; corrections of the books are none. */
const EVENTS: Partial<Record<LifeEvent['kind'], string>> = {
  receipt: 'Receiving',
  transfer_in: 'Receiving',
  issue: 'Transformation',
  transfer_out: 'Shipping',
  return: 'Shipping',
  waste: 'Disposal',
}

const COLUMNS = [
  'Event',
  'Date and time (UTC)',
  'Traceability lot code',
  'Traceability lot code source',
  'Product (zh)',
  'Product (en)',
  'Quantity',
  'Unit',
  'Use by',
  'Location',
  'Reference document type',
  'Reference document',
  'Lot id',
]

/** One row an event, in key data elements that can be sorted: FSMA section 204. UTF-8 with byte order mark, for spreadsheets. */
export const traceSheet = (life: readonly LifeEvent[], siteName: string): string =>
  csv(
    COLUMNS,
    life.flatMap((event) => {
      const name = EVENTS[event.kind]
      if (!name) return []
      const document = event.kind === 'issue' ? 'Batch' : event.orderNumber ? 'Purchase order' : 'Record'
      return [
        [
          name,
          event.at,
          event.code,
          event.supplier?.zh ?? '',
          event.ingredient.zh,
          event.ingredient.en,
          String(Math.abs(event.delta)),
          event.unit,
          event.expiresOn,
          siteName,
          document,
          event.orderNumber ?? event.ref,
          event.lotId,
        ],
      ]
    }),
  )
