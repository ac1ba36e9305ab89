import type { Unit } from '../../api/procurement'

/** The unit people weigh and count in, and how many base units it is. */
export const bigUnit = (unit: Unit): { readonly name: 'kg' | 'l' | 'piece'; readonly size: number } =>
  unit === 'piece' ? { name: 'piece', size: 1 } : { name: unit === 'g' ? 'kg' : 'l', size: 1_000 }

/** A number as people type it, with a comma or full-width digits; undefined when it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Kilograms, litres or pieces as typed, in base units; nothing typed is none, and undefined is no quantity. */
export function baseUnits(text: string, unit: Unit): number | undefined {
  const value = text.trim() === '' ? 0 : numberIn(text)
  return value === undefined || value < 0 ? undefined : Math.round(value * bigUnit(unit).size)
}

/** Base units as they are typed: `12500` g is `12.5`. */
export const typedFrom = (quantity: number, unit: Unit): string => String(quantity / bigUnit(unit).size)

/** Yuan as typed, in fen; undefined when it is no amount. */
export function minorIn(text: string): number | undefined {
  const value = numberIn(text.replace(/^[¥￥]\s*/, ''))
  return value === undefined || value < 0 ? undefined : Math.round(value * 100)
}
