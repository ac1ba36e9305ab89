import type { Menu, Offer, Order, OrderGroup } from '../../../api/store'

/** A dish of a meal that is being changed. */
export interface ChangeDish {
  readonly offer: Offer
  /** How many of it the order holds. */
  readonly had: number
  /** What is left in the kitchen, with what the order gives back. */
  readonly most: number
}

export interface ChangeMeal {
  readonly group: OrderGroup
  /** Those of the order first. */
  readonly dishes: readonly ChangeDish[]
  /** Ordered, but on the menu no more: these cannot be kept. */
  readonly gone: readonly OrderGroup['lines'][number][]
}

/** How many of each offer somebody wants now, by offer; what is not in it stays as it was. */
export type Wanted = Readonly<Record<string, number>>

/** The most of one dish an order takes. */
const MOST = 99

/** A meal of an order beside the menu it was ordered from. */
export function mealOf(group: OrderGroup, offers: readonly Offer[]): ChangeMeal {
  const lines = group.lines.filter(({ removed }) => !removed)
  const dishes = offers.flatMap((offer) => {
    const had = lines.reduce((sum, { dishId, quantity }) => (dishId === offer.dishId ? sum + quantity : sum), 0)
    const most = Math.min(MOST, had + (offer.soldOut ? 0 : offer.left))
    return most > 0 ? [{ offer, had, most }] : []
  })
  const gone = lines.filter(({ dishId }) => !offers.some((offer) => offer.dishId === dishId))
  return { group, dishes: dishes.toSorted((a, b) => Number(b.had > 0) - Number(a.had > 0)), gone }
}

/** What the new order would hold; empty where nothing is wanted any more. */
export const itemsOf = (meals: readonly ChangeMeal[], wanted: Wanted) =>
  meals.flatMap(({ dishes }) =>
    dishes.flatMap(({ offer: { id: offerId }, had }) => {
      const quantity = wanted[offerId] ?? had
      return quantity > 0 ? [{ offerId, quantity }] : []
    }),
  )

/** Whether it is the order as it stands. */
export const isSame = (meals: readonly ChangeMeal[], wanted: Wanted): boolean =>
  meals.every(
    ({ dishes, gone }) => gone.length === 0 && dishes.every(({ offer, had }) => (wanted[offer.id] ?? had) === had),
  )

/** The meals a change of the whole order is about; none where it cannot be changed as one, but only meal by meal. */
export function changeable(order: Order): readonly OrderGroup[] {
  const standing = order.groups.filter(({ status }) => status !== 'cancelled')
  if (!order.cancellable) return []
  // what is booked with an unpaid order would be dropped with it
  if (order.status === 'awaiting_payment') return order.bookings.length === 0 ? standing : []
  return standing.length === 1 ? standing : []
}

/** The menu of a meal, out of those a place was offered. */
export const offersOf = ({ menus }: Menu, { menuDayId }: OrderGroup): readonly Offer[] =>
  menus.find((menu) => menu.menuDayId === menuDayId)?.offers ?? []
