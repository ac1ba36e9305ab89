import { runInThread } from '../../platform/thread'
import { boxLabels, type PackedGroup } from '../domain/box-labels'
import type { Sample } from '../safety/keep-sample'
import type { LabelJob } from './print-thread'

const print = (job: LabelJob) => runInThread<LabelJob, Uint8Array>('src/kitchen/labels/print-thread.ts', job)

/** A label of 60 × 40 mm a page and box, in the order run, stop, floor, name. Times are the kitchen's. */
export const printBoxLabels = (groups: readonly PackedGroup[], zone: string): Promise<Uint8Array> =>
  print({ kind: 'boxes', labels: boxLabels(groups), zone })

/** The label of a retained sample, 60 × 40 mm. */
export const printSampleLabel = (sample: Sample, zone: string): Promise<Uint8Array> =>
  print({ kind: 'sample', sample, zone })
