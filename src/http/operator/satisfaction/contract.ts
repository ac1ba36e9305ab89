import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Text } from '../../shapes'

/** Ratings, the positive ones among them (4 and 5), and their share; null without ratings. */
const Figures = { count: z.number().int(), positive: z.number().int(), index: z.number().nullable() }
const Named = z.object({ id: Id, name: Text, ...Figures })

export const showSatisfaction = endpoint({
  method: 'get',
  path: '/api/operator/satisfaction',
  summary:
    'How content residents are: by dish, kitchen, community, city and tenant, with the alerts that stand; the last 90 days unless said',
  who: ['operator'],
  query: z.object({ from: ServiceDate.optional(), to: ServiceDate.optional() }),
  answer: z.object({
    from: ServiceDate,
    to: ServiceDate,
    threshold: z.number(),
    all: z.object(Figures),
    operators: z.array(Named),
    cities: z.array(Named),
    kitchens: z.array(Named),
    communities: z.array(Named),
    dishes: z.array(Named),
    alerts: z.array(
      z.object({
        id: Id,
        kind: z.enum(['operator', 'site', 'community', 'dish']),
        name: Text,
        ...Figures,
        raisedAt: z.iso.datetime(),
      }),
    ),
  }),
})
