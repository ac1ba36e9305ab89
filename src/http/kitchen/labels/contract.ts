import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { FileAnswer, Id } from '../../shapes'

/** Labels of 60 × 40 mm, for the printer beside the packing table. */

const PDF = 'application/pdf'
const who = ['kitchen'] as const

export const printBoxLabels = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/services/:serviceDate/:period/labels.pdf',
  summary: 'One label a box of a meal, ordered by run, stop, floor and name: code, allergens, eat-by',
  who,
  params: z.object({ siteId: Id, serviceDate: ServiceDate, period: MealPeriod }),
  answer: FileAnswer,
  file: PDF,
})

export const printSampleLabel = endpoint({
  method: 'get',
  path: '/api/kitchen/samples/:sampleId/label.pdf',
  summary: 'The label of a retained sample',
  who,
  params: z.object({ sampleId: Id }),
  answer: FileAnswer,
  file: PDF,
})
