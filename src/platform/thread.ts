import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { ROOT } from './root'

type Said<Answer, Progress> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: Readonly<Record<string, unknown>> }

export interface ThreadOptions<Progress> {
  readonly onProgress?: (progress: Progress) => void
  /** Ends the thread at once when aborted; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Runs a file of ours (its path from the root of the project) in a thread of its own, so that the event loop stays free
 * for locks and requests. The file calls `inThread` once. An error it throws arrives with its message and fields.
 */
export function runInThread<Job, Answer, Progress = never>(
  file: string,
  job: Job,
  { onProgress, signal }: ThreadOptions<Progress> = {},
): Promise<Answer> {
  // A thread does not inherit the loader for TypeScript on Node 20, so its first words load it.
  const [loader, program] = [require.resolve('tsx/cjs'), join(ROOT, file)].map((path) => JSON.stringify(path))
  const worker = new Worker(`require(${loader}); require(${program})`, { eval: true, workerData: job })
  const abort = () => void worker.terminate()
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  return new Promise<Answer>((resolve, reject) => {
    worker.on('message', (said: Said<Answer, Progress>) => {
      if (said.kind === 'progress') onProgress?.(said.progress)
      else if (said.kind === 'done') resolve(said.answer)
      else reject(Object.assign(new Error(), said.error))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(signal?.aborted ? signal.reason : new Error(`${file} ended with ${code}`)))
  }).finally(() => signal?.removeEventListener('abort', abort))
}

/** The thread's side: does the work it was started for and says how it goes. */
export function inThread<Job, Answer, Progress = never>(
  work: (job: Job, report: (progress: Progress) => void) => Answer | Promise<Answer>,
): void {
  const say = (said: Said<Answer, Progress>) => parentPort?.postMessage(said)
  void (async () => work(workerData as Job, (progress) => say({ kind: 'progress', progress })))().then(
    (answer) => say({ kind: 'done', answer }),
    (error: Error) =>
      say({
        kind: 'failed',
        error: {
          ...Object.fromEntries(Object.entries(error)),
          name: error.name,
          message: error.message,
          stack: error.stack,
        },
      }),
  )
}
