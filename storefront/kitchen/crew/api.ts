import type * as crew from '../../../src/http/kitchen/crew/contract'
import { type Answer, get } from '../../api/call'

export const showOutput = get<typeof crew.showOutput>('/api/kitchen/output')

export type OutputDay = Answer<typeof crew.showOutput>['days'][number]
