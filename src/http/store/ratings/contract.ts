import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id } from '../../shapes'

const Score = z.number().int().min(1).max(5)
const Order = z.object({ orderId: Id })

const OwnRatings = z.object({
  groups: z.array(
    z.object({
      groupId: Id,
      dishes: z.array(z.object({ lineId: Id, score: Score })),
      delivery: Score.nullable(),
      comment: z.string(),
    }),
  ),
})

export const showRatings = endpoint({
  method: 'get',
  path: '/api/store/orders/:orderId/ratings',
  summary: 'What the caller said of an order so far',
  who: ['guest'],
  params: Order,
  answer: OwnRatings,
})

export const rateGroup = endpoint({
  method: 'post',
  path: '/api/store/orders/:orderId/ratings',
  summary:
    'Rate the dishes and the delivery of a meal that was handed over, 1 to 5; said again it replaces what was said',
  who: ['guest'],
  idempotent: true,
  params: Order,
  body: z.object({
    groupId: Id,
    dishes: z.array(z.object({ lineId: Id, score: Score })).max(100),
    delivery: Score.nullable(),
    comment: z.string().trim().max(500),
  }),
  answer: OwnRatings,
})
