import bwip from 'bwip-js'
import { pdfOf } from '../../platform/pdf'
import { inThread } from '../../platform/thread'
import type { BoxLabel } from '../domain/box-labels'
import type { Sample } from '../safety/keep-sample'
import { boxPage, sampleLines, sheetOf } from './label-paper'

export type LabelJob = { readonly zone: string } & (
  | { readonly kind: 'boxes'; readonly labels: readonly BoxLabel[] }
  | { readonly kind: 'sample'; readonly sample: Sample }
)

const qr = (text: string): string => bwip.toSVG({ bcid: 'qrcode', text })

inThread<LabelJob, Uint8Array>(({ zone, ...job }) => {
  if (job.kind === 'sample') return pdfOf(sheetOf([sampleLines(job.sample, qr(job.sample.id), zone)]))
  return pdfOf(sheetOf(job.labels.map((label) => boxPage(label, qr(label.code), zone))))
})
