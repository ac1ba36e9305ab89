import type { Limits } from './rules'

export type Place = 'food' | 'cold_store' | 'freezer' | 'hot_cabinet' | 'sample_fridge' | 'vehicle'

/** Whether a kitchen's thermometer can show it: −50 to 300 °C, in tenths of a degree. */
export const isReadable = (tenths: number): boolean => tenths >= -500 && tenths <= 3000

/** Whether a place, or food that is served from it, is as cold or as hot as the profile asks. */
export function isWithin(place: Place, tenths: number, { coldTo, frozenTo, hotFrom }: Limits): boolean {
  if (place === 'freezer') return tenths <= frozenTo
  if (place === 'cold_store' || place === 'sample_fridge') return tenths <= coldTo
  if (place === 'hot_cabinet') return tenths >= hotFrom
  return tenths <= coldTo || tenths >= hotFrom
}
