import type * as contract from '../../src/http/store/allergens/contract'
import { get, put } from './call'

export const showAllergens = get<typeof contract.showAllergens>('/api/store/allergens')
export const declareAllergens = put<typeof contract.declareAllergens>('/api/store/allergens')
