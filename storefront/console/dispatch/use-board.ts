import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { dispatchStream, listDays, listLockers, showBoard } from '../../api/dispatch'
import { problemOf } from '../../api/problem'
import { type Live, useStream } from '../../api/use-stream'
import { notify } from '../../ui/toast'

const ROOT = ['dispatch'] as const
/** The stream tells of every change; this often all is asked for all the same, as predictions age without one. */
const CHECK_MS = 30_000
/** Many drops may close at once: the board is read again once for all that come within this. */
const GATHER_MS = 400

/** The meals of a day at the dispatcher's sites; today when no date is given. */
export const useDays = (date: string | undefined) =>
  useQuery({
    queryKey: [...ROOT, 'days', date],
    queryFn: ({ signal }) => listDays({ query: { date } }, { signal }),
    refetchInterval: CHECK_MS,
    placeholderData: keepPreviousData,
  })

/** The board of one meal. */
export const useBoard = (menuDayId: string) =>
  useQuery({
    queryKey: [...ROOT, 'board', menuDayId],
    queryFn: ({ signal }) => showBoard({ params: { menuDayId } }, { signal }),
    refetchInterval: CHECK_MS,
  })

export const useLockers = (siteId: string | undefined) =>
  useQuery({
    queryKey: [...ROOT, 'lockers', siteId],
    queryFn: ({ signal }) => listLockers({ params: { siteId: siteId ?? '' } }, { signal }),
    enabled: siteId !== undefined,
    refetchInterval: CHECK_MS,
  })

/** Everything that may happen at a site; each is a reason to read the board again. */
const EVENTS = ['planned', 'run', 'stop', 'drop', 'eta', 'alert'] as const

/** Follows a site from a version on and has everything read again that its events are about. */
export function useSiteNews(siteId: string | undefined, from: number): Live {
  const client = useQueryClient()
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined)
  const reload = () => {
    clearTimeout(gathering.current)
    gathering.current = setTimeout(() => void client.invalidateQueries({ queryKey: ROOT }), GATHER_MS)
  }
  useEffect(() => () => clearTimeout(gathering.current), [])
  const on = Object.fromEntries(EVENTS.map((event) => [event, reload]))
  return useStream(siteId === undefined ? null : dispatchStream(siteId), { from, on })
}

/** One kind of act of a dispatcher. Whatever was answered, the board is read again: a refusal means that it was old. */
export function useDispatch<Input, Answer>(
  send: (input: Input, options: { key: string }) => Promise<Answer>,
  {
    onDone,
    quiet = false,
  }: { readonly onDone?: (answer: Answer, input: Input) => void; readonly quiet?: boolean } = {},
) {
  const client = useQueryClient()
  const last = useRef<{ said: string; key: string }>(undefined)
  /** What got no answer may have been done: said again, it must be the same act. */
  const keyOf = (input: Input) => {
    const said = JSON.stringify(input)
    if (last.current?.said !== said) last.current = { said, key: crypto.randomUUID() }
    return last.current.key
  }
  const mutation = useMutation({
    mutationFn: (input: Input) => send(input, { key: keyOf(input) }),
    onSuccess: (answer, input) => onDone?.(answer, input),
    onError: (error) => {
      const { message } = problemOf(error)
      if (!quiet && message) void notify({ kind: 'problem', text: message })
    },
    onSettled: (_, error) => {
      if (!error || problemOf(error).code !== 'offline') last.current = undefined
      return client.invalidateQueries({ queryKey: ROOT })
    },
  })
  return { act: mutation.mutate, busy: mutation.isPending, error: mutation.error, forget: mutation.reset }
}
