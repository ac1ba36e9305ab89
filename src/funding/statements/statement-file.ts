import { and, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { runInThread } from '../../platform/thread'
import { statementFiles } from '../schema/statements'
import type { StatementDetail } from './queries'

export type StatementFormat = 'pdf' | 'xlsx'

/** What the printing thread is given. */
export interface PrintJob {
  readonly format: StatementFormat
  readonly company: string
  readonly detail: StatementDetail
}

/** A statement's file. The first copy is kept, so that every later one is the same byte for byte. */
export async function statementFile(app: App, job: PrintJob): Promise<Uint8Array> {
  const { id } = job.detail.statement
  const kept = await keptFile(app, id, job.format)
  if (kept) return kept
  const content = await runInThread<PrintJob, Uint8Array>('src/funding/statements/print-thread.ts', job)
  await app.db
    .insert(statementFiles)
    .values({ statementId: id, format: job.format, content: Buffer.from(content) })
    .onConflictDoNothing()
  return (await keptFile(app, id, job.format)) ?? content
}

async function keptFile(app: App, statementId: string, format: StatementFormat): Promise<Uint8Array | undefined> {
  const [row] = await app.db
    .select({ content: statementFiles.content })
    .from(statementFiles)
    .where(and(eq(statementFiles.statementId, statementId), eq(statementFiles.format, format)))
  return row?.content
}
