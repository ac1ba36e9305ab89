import { data, type LoaderFunctionArgs } from 'react-router'
import { ApiError } from '../api/problem'
import { type Visitor, visitorOf } from './visit'

export interface Loading {
  readonly visitor: Visitor
  readonly params: Readonly<Record<string, string | undefined>>
  readonly search: URLSearchParams
  readonly signal: AbortSignal
}

/** A loader whose refusals become plain data with their status, so that they survive the way from server to browser. */
export const loading =
  <T>(load: (loading: Loading) => Promise<T>) =>
  async ({ request, params, context }: LoaderFunctionArgs<unknown>): Promise<T> => {
    try {
      const { searchParams: search } = new URL(request.url)
      return await load({ visitor: visitorOf(context), params, search, signal: request.signal })
    } catch (error) {
      // React Router throws whatever a loader means to answer instead
      if (error instanceof ApiError) throw data(error.problem, { status: error.problem.status || 503 })
      throw error
    }
  }
