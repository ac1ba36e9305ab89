import { pdfOf } from '../../platform/pdf'
import { workbook } from '../../platform/sheets/workbook'
import { inThread } from '../../platform/thread'
import type { PrintJob } from './statement-file'
import { HEADING, rowsOf, statementPaper, yuan } from './statement-paper'

/** Lays a statement out as PDF or workbook: computing, so in a thread of its own. */
inThread<PrintJob, Uint8Array>(async (job) => {
  if (job.format === 'pdf') return pdfOf(statementPaper(job))
  return workbook([HEADING, ...rowsOf(job), ['', '', '合计 Total', '', yuan(job.detail.statement.totalMinor)]])
})
