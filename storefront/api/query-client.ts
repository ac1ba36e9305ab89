import { QueryClient } from '@tanstack/react-query'
import { problemOf } from './problem'

/** Answers stay fresh for a moment; only what got no answer, or a 5xx, is asked again. */
export const openQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        retry: (failures, error) => {
          const { status } = problemOf(error)
          return failures < 2 && (status === 0 || status >= 500)
        },
      },
      mutations: { retry: false },
    },
  })
