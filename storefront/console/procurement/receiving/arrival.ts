import type { OrderLine, receiveGoods } from '../../../api/procurement'
import type { Scanned } from '../../../api/procurement-receiving'
import { baseUnits, numberIn, typedFrom } from '../quantity-text'

/** One lot as somebody types it in: text until it is sent. Quantities in kilograms, litres or pieces. */
export interface Arrival {
  readonly id: string
  readonly quantity: string
  readonly lotCode: string
  readonly expiresOn: string
  readonly temperature: string
  readonly rejected: string
  readonly rejectReason: string
  /** The trade item on the box, when it was scanned: its next scan is known. */
  readonly gtin?: string
  /** A picture of what is sent back, uploaded. */
  readonly photoId?: string | undefined
}

export type Fault = 'required' | 'notNumber' | 'tooMuch' | 'outOfRange'
/** What is typed of a lot; the rest comes from scans and pictures. */
export type Typed = Exclude<keyof Arrival, 'id' | 'gtin' | 'photoId'>
export type Faults = Partial<Record<Typed, Fault>>

type ReceiptLine = NonNullable<Parameters<typeof receiveGoods>[0]>['body']['lines'][number]

/** A lot to fill in, with all that is still to come as its quantity. */
export const arrivalOf = (line: OrderLine, id: string): Arrival => ({
  id,
  quantity: typedFrom(line.toCome, line.unit),
  lotCode: '',
  expiresOn: '',
  temperature: '',
  rejected: '',
  rejectReason: '',
})

/** Whether good goods may be as warm or cold as measured; nothing measured is no breach. Range in tenths of a degree. */
export function isOutOfRange({ temperature }: Arrival, { temperatureRange }: OrderLine): boolean {
  const degrees = numberIn(temperature)
  if (degrees === undefined || !temperatureRange) return false
  return degrees * 10 < temperatureRange.from || degrees * 10 > temperatureRange.to
}

/** What is missing or wrong in a lot, field by field. */
export function faultsOf(arrival: Arrival, line: OrderLine): Faults {
  const quantity = baseUnits(arrival.quantity, line.unit)
  const rejected = baseUnits(arrival.rejected, line.unit)
  const measured = line.temperatureRange !== null && quantity !== 0
  const faults: { [K in Typed]?: Fault | undefined } = {
    quantity: quantity === undefined ? 'notNumber' : quantity > line.most ? 'tooMuch' : undefined,
    lotCode: arrival.lotCode.trim() === '' ? 'required' : undefined,
    expiresOn: arrival.expiresOn === '' ? 'required' : undefined,
    temperature:
      arrival.temperature.trim() === ''
        ? measured
          ? 'required'
          : undefined
        : numberIn(arrival.temperature) === undefined
          ? 'notNumber'
          : measured && isOutOfRange(arrival, line)
            ? 'outOfRange'
            : undefined,
    rejected: rejected === undefined ? 'notNumber' : undefined,
    rejectReason: rejected !== undefined && rejected > 0 && arrival.rejectReason.trim() === '' ? 'required' : undefined,
  }
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined))
}

/** A lot without faults as the server takes it; undefined when nothing of it came. */
export function receiptLine(arrival: Arrival, line: OrderLine): ReceiptLine | undefined {
  const quantity = baseUnits(arrival.quantity, line.unit) ?? 0
  const rejected = baseUnits(arrival.rejected, line.unit) ?? 0
  if (quantity + rejected === 0) return undefined
  const degrees = numberIn(arrival.temperature)
  return {
    lineId: line.id,
    quantity,
    unit: line.unit,
    lotCode: arrival.lotCode.trim(),
    expiresOn: arrival.expiresOn,
    rejected,
    ...(rejected > 0 ? { rejectReason: arrival.rejectReason.trim() } : {}),
    ...(degrees === undefined ? {} : { temperature: Math.round(degrees * 10) }),
    ...(arrival.gtin ? { gtin: arrival.gtin } : {}),
    ...(rejected > 0 && arrival.photoId ? { photoId: arrival.photoId } : {}),
  }
}

/** A lot as a scan describes it: what the code does not say is left to fill in. */
export function scannedArrival({ scan, quantity }: Scanned, line: OrderLine, id: string): Arrival {
  return {
    ...arrivalOf(line, id),
    ...(quantity === null ? {} : { quantity: typedFrom(quantity, line.unit) }),
    lotCode: scan.lotCode ?? '',
    expiresOn: scan.expiresOn ?? '',
    ...(scan.gtin ? { gtin: scan.gtin } : {}),
  }
}

/** A scan put among the lots of a line: the same lot scanned again counts up, another one is added. */
export function withScan(
  arrivals: readonly Arrival[],
  scanned: Scanned,
  line: OrderLine,
  id: string,
): readonly Arrival[] {
  const { scan, quantity } = scanned
  const known = arrivals.find(({ lotCode, expiresOn }) => lotCode === scan.lotCode && expiresOn === scan.expiresOn)
  if (!known || quantity === null) return [...arrivals, scannedArrival(scanned, line, id)]
  const sum = (baseUnits(known.quantity, line.unit) ?? 0) + quantity
  return arrivals.map((each) => (each === known ? { ...each, quantity: typedFrom(sum, line.unit) } : each))
}
