import type * as contract from '../../src/http/operator/density/contract'
import { type Answer, get, put } from './call'

export const showDensity = get<typeof contract.showDensity>('/api/operator/density')
export const listDenseBuildings = get<typeof contract.listDenseBuildings>('/api/operator/density/buildings')
export const listDensityCells = get<typeof contract.listDensityCells>('/api/operator/density/cells')
export const listCoverageGaps = get<typeof contract.listCoverageGaps>('/api/operator/density/gaps')
export const listCandidates = get<typeof contract.listCandidates>('/api/operator/density/candidates')
export const setRoutePrices = put<typeof contract.setRoutePrices>('/api/operator/density/prices/:operatorId')

export type DensityAnswer = Answer<typeof contract.showDensity>
export type CommunityRow = DensityAnswer['communities'][number]
export type KitchenRow = DensityAnswer['kitchens'][number]
export type Prices = DensityAnswer['prices'][number]
export type BuildingRow = Answer<typeof contract.listDenseBuildings>['buildings'][number]
export type CellRow = Answer<typeof contract.listDensityCells>['cells'][number]
export type GapRow = Answer<typeof contract.listCoverageGaps>['gaps'][number]
export type Candidates = Answer<typeof contract.listCandidates>
export type CandidateRow = Candidates['candidates'][number]
