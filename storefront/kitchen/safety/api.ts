import type * as contract from '../../../src/http/kitchen/safety/contract'
import type * as sensors from '../../../src/http/kitchen/sensors/contract'
import { type Answer, get, post } from '../../api/call'

export const showSafety = get<typeof contract.showSafety>('/api/kitchen/sites/:siteId/safety')
export const holdBatch = post<typeof contract.holdBatch>('/api/kitchen/sites/:siteId/batches/:batchId/holdings')
export const noteReading = post<typeof contract.noteReading>('/api/kitchen/sites/:siteId/readings')
export const keepSample = post<typeof contract.keepSample>('/api/kitchen/sites/:siteId/samples')
export const disposeSample = post<typeof contract.disposeSample>('/api/kitchen/samples/:sampleId/dispose')
export const signCheck = post<typeof contract.signCheck>('/api/kitchen/sites/:siteId/checks')
export const addSensor = post<typeof sensors.addSensor>('/api/kitchen/sites/:siteId/sensors')
export const removeSensor = post<typeof sensors.removeSensor>('/api/kitchen/sensors/:sensorId/remove')
export const correctReading = post<typeof sensors.correctReading>('/api/kitchen/readings/:readingId/correction')

export type Book = Answer<typeof contract.showSafety>
export type Clock = Book['clocks'][number]
export type Check = Book['checks'][number]
export type Read = Book['readings'][number]
