import type { ReactNode } from 'react'
import { ErrorState, Loading } from './states'

/** What an answer is shown as once it is there; until then that it loads, or that it did not. */
export function Loaded<T>({
  of: { data, error, refetch },
  children,
}: {
  readonly of: {
    readonly data: T | undefined
    readonly error: unknown
    readonly refetch: () => Promise<unknown>
  }
  readonly children: (data: T) => ReactNode
}) {
  // what was loaded before stays in sight when a later look fails
  if (data !== undefined) return <>{children(data)}</>
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Loading />
}
