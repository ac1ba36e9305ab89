import { z } from 'zod'
import { Text } from '../shapes'

const Position = z.tuple([z.number(), z.number()])

/** One thing on the map. Longitude first, as RFC 7946 wants it. */
export const MapFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  properties: z.object({
    kind: z.enum(['river', 'park', 'road', 'community', 'building', 'site']),
    /** Which sort of its kind: `avenue`, `residential`, `kitchen` … */
    detail: z.string().optional(),
    name: Text,
    /** Of a community. */
    households: z.number().int().optional(),
  }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: Position }),
    z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  ]),
})
