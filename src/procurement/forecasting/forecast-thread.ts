import { inThread } from '../../platform/thread'
import { type Foreseen, foresee, type OutlookJob } from '../engine/forecast/outlook'

/** Runs in a thread of its own: see `forecast-site.ts`. */
inThread<OutlookJob, Foreseen[], number>((job, report) => foresee(job, report))
