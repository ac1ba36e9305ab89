import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../api/problem'

const AGAIN_MS = 2_000

/**
 * Something a courier does. Without an answer it is sent again, under the same key, until one comes: in a lift shaft
 * nothing is lost, and nothing happens twice. Whatever was answered, the screen then asks how things stand.
 */
export function useRequest<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: ({ input, key }: { input: Input; key: string }) => send(input, key),
    retry: (_, error) => problemOf(error).code === 'offline',
    retryDelay: AGAIN_MS,
    onSuccess: (answer) => onDone?.(answer),
    onSettled: () => client.invalidateQueries(),
  })
  return {
    act: (input: Input) => mutation.mutate({ input, key: crypto.randomUUID() }),
    busy: mutation.isPending,
    /** Sent at least once, and no answer yet. */
    waitsForNetwork: mutation.isPaused || (mutation.isPending && mutation.failureCount > 0),
    error: mutation.error,
    forget: mutation.reset,
  }
}
