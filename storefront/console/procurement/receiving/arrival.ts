import type { OrderLine, receiveGoods } from '../../../api/procurement'
import { bigUnit } from '../use-amounts'

/** One lot as somebody types it in: text until it is sent. Quantities in kilograms, litres or pieces. */
export interface Arrival {
  readonly id: string
  readonly quantity: string
  readonly lotCode: string
  readonly expiresOn: string
  readonly temperature: string
  readonly rejected: string
  readonly rejectReason: string
}

export type Fault = 'required' | 'notNumber' | 'tooMuch'
export type Faults = Partial<Record<keyof Arrival, Fault>>

type ReceiptLine = NonNullable<Parameters<typeof receiveGoods>[0]>['body']['lines'][number]

const inBig = (quantity: number, line: OrderLine): string => String(quantity / bigUnit(line.unit).size)

/** A lot to fill in, with all that is still to come as its quantity. */
export const arrivalOf = (line: OrderLine, id: string): Arrival => ({
  id,
  quantity: inBig(line.toCome, line),
  lotCode: '',
  expiresOn: '',
  temperature: '',
  rejected: '',
  rejectReason: '',
})

/** Chilled goods above 8 °C and frozen ones above −12 °C are looked at before they are taken. */
export const warmLimit = ({ storage }: OrderLine): number | undefined =>
  storage === 'chilled' ? 8 : storage === 'frozen' ? -12 : undefined

export const isTooWarm = (arrival: Arrival, line: OrderLine): boolean => {
  const limit = warmLimit(line)
  const degrees = numberIn(arrival.temperature)
  return limit !== undefined && degrees !== undefined && degrees > limit
}

/** A number as people type it, with a comma or a full-width digit; undefined when it is none. */
function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

const baseUnits = (text: string, line: OrderLine): number | undefined => {
  const value = text.trim() === '' ? 0 : numberIn(text)
  return value === undefined || value < 0 ? undefined : Math.round(value * bigUnit(line.unit).size)
}

/** What is missing or wrong in a lot, field by field. */
export function faultsOf(arrival: Arrival, line: OrderLine): Faults {
  const quantity = baseUnits(arrival.quantity, line)
  const rejected = baseUnits(arrival.rejected, line)
  const cold = warmLimit(line) !== undefined && quantity !== 0
  const faults: { [K in keyof Arrival]?: Fault | undefined } = {
    quantity: quantity === undefined ? 'notNumber' : quantity > line.most ? 'tooMuch' : undefined,
    lotCode: arrival.lotCode.trim() === '' ? 'required' : undefined,
    expiresOn: arrival.expiresOn === '' ? 'required' : undefined,
    temperature:
      arrival.temperature.trim() === ''
        ? cold
          ? 'required'
          : undefined
        : numberIn(arrival.temperature) === undefined
          ? 'notNumber'
          : undefined,
    rejected: rejected === undefined ? 'notNumber' : undefined,
    rejectReason: rejected !== undefined && rejected > 0 && arrival.rejectReason.trim() === '' ? 'required' : undefined,
  }
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined))
}

/** A lot without faults as the server takes it; undefined when nothing of it came. */
export function receiptLine(arrival: Arrival, line: OrderLine): ReceiptLine | undefined {
  const quantity = baseUnits(arrival.quantity, line) ?? 0
  const rejected = baseUnits(arrival.rejected, line) ?? 0
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
  }
}
