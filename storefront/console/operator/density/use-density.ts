import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  listCandidates,
  listCoverageGaps,
  listDenseBuildings,
  listDensityCells,
  showDensity,
} from '../../../api/density'
import type { Asked } from './asked'

const ROOT = ['density'] as const
/** How many places are proposed at once. */
const PLACES = 8

const mealsOf = ({ cityId, siteId, period, from, to }: Asked) => ({ cityId, siteId, period, from, to })

export function useDensity(asked: Asked) {
  const query = { ...mealsOf(asked), metres: asked.view === 'locker' ? undefined : asked.metres }
  return useQuery({
    queryKey: [...ROOT, 'index', query],
    queryFn: ({ signal }) => showDensity({ query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useDenseBuildings(asked: Asked) {
  const query = mealsOf(asked)
  return useQuery({
    queryKey: [...ROOT, 'buildings', query],
    queryFn: ({ signal }) => listDenseBuildings({ query }, { signal }),
    enabled: asked.view === 'buildings',
  })
}

export function useDensityCells(asked: Asked) {
  const query = mealsOf(asked)
  return useQuery({
    queryKey: [...ROOT, 'cells', query],
    queryFn: ({ signal }) => listDensityCells({ query }, { signal }),
    enabled: asked.view === 'cells',
  })
}

export function useCoverageGaps({ cityId, metres, moreThan, view }: Asked) {
  const query = { cityId, metres, moreThan }
  return useQuery({
    queryKey: [...ROOT, 'gaps', query],
    queryFn: ({ signal }) => listCoverageGaps({ query }, { signal }),
    enabled: view === 'gaps',
    placeholderData: keepPreviousData,
  })
}

export function useCandidates(asked: Asked) {
  const { view, metres } = asked
  const kind: 'kitchen' | 'locker' = view === 'locker' ? 'locker' : 'kitchen'
  const query = { ...mealsOf(asked), kind, metres, count: PLACES }
  return useQuery({
    queryKey: [...ROOT, 'candidates', query],
    queryFn: ({ signal }) => listCandidates({ query }, { signal }),
    enabled: view === 'kitchen' || view === 'locker',
    placeholderData: keepPreviousData,
  })
}

/** Asks for the index anew, after prices were set. */
export function useDensityAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ROOT })
}
