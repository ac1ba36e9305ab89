import type * as operator from '../../src/http/operator/satisfaction/contract'
import type * as store from '../../src/http/store/ratings/contract'
import { type Answer, get, post } from './call'

export const showRatings = get<typeof store.showRatings>('/api/store/orders/:orderId/ratings')
export const rateGroup = post<typeof store.rateGroup>('/api/store/orders/:orderId/ratings')
export const showSatisfaction = get<typeof operator.showSatisfaction>('/api/operator/satisfaction')

export type Satisfaction = Answer<typeof operator.showSatisfaction>
export type SatisfactionRow = Satisfaction['kitchens'][number]
