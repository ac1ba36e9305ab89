import { type DishOnOffer, fitting, type StandingWish } from '../domain/standing'

/** What of a menu a plan may have, the best first. */
export const fittingOffers = <O extends DishOnOffer>(wish: StandingWish, offers: readonly O[]): O[] =>
  fitting(wish, offers)
