import { CircleAlert, CloudOff, RefreshCw, Soup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { type Problem, problemOf } from '../api/problem'
import { Button } from './button'

/** Nothing here: what this is, and one thing to do. */
export function EmptyState({
  title,
  text,
  icon,
  action,
}: {
  readonly title: string
  readonly text: string
  readonly icon?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-96 flex-col items-center px-4 py-12 text-center">
      <span aria-hidden className="mb-4 grid size-16 place-items-center rounded-full bg-brand-50 text-brand-700">
        {icon ?? <Soup size={28} />}
      </span>
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="mt-1 text-ink-2">{text}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}

/** What happened, what to do, a way to try again, and the id to quote. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const { t } = useTranslation('ui')
  const problem = problemOf(error)
  const offline = problem.code === 'offline'
  const Icon = offline ? CloudOff : CircleAlert
  return (
    <div role="alert" className="mx-auto flex max-w-96 flex-col items-center px-4 py-12 text-center">
      <span aria-hidden className="mb-4 grid size-16 place-items-center rounded-full bg-danger-50 text-danger">
        <Icon size={28} />
      </span>
      <h2 className="text-title font-semibold">{offline ? t('offline.title') : t('error.title')}</h2>
      <p className="mt-1 text-ink-2">{useSentence(problem)}</p>
      {onRetry && (
        <Button kind="secondary" className="mt-5" icon={<RefreshCw size={18} aria-hidden />} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {problem.requestId && (
        <p className="mt-4 text-caption text-ink-2">
          {t('error.requestId')} <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}

/** The same in one line, beside the thing that went wrong. */
export function Problems({ error }: { readonly error: unknown }) {
  const problem = problemOf(error)
  const sentence = useSentence(problem)
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-control bg-danger-50 px-3 py-2 text-secondary text-danger"
    >
      <CircleAlert size={18} aria-hidden className="mt-0.5 shrink-0" />
      <span>{sentence}</span>
    </p>
  )
}

/** The server's own sentence, or ours where no answer came. */
export function useSentence(problem: Problem): string {
  const { t } = useTranslation('ui')
  if (problem.code === 'offline') return t('offline.text')
  return problem.message || t('error.text')
}

/** Holds the place of what is being loaded; seen only after 200 ms, so that quick answers do not flash. */
export function Skeleton({ className = 'h-4 w-full' }: { readonly className?: string }) {
  return <span aria-hidden className={`block animate-pulse rounded-control bg-line ${className}`} />
}

/** Several skeletons as one thing that is loading. */
export function Loading({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div aria-busy="true" className="animate-late space-y-3">
      <output className="sr-only">{t('loading')}</output>
      {children ?? [1, 2, 3].map((row) => <Skeleton key={row} className="h-24 w-full rounded-card" />)}
    </div>
  )
}
