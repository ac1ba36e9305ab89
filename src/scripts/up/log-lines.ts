/** Levels as pino numbers them. */
const WARN = 40
const ERROR = 50

interface Entry {
  readonly level?: number
  readonly msg?: string
  readonly err?: { readonly message?: string }
}

/** True for the one line with which a process says that it serves. */
export const isReadyLine = (line: string): boolean => parse(line)?.msg === 'ready'

/** A log line of a warning or an error in one short sentence; undefined for anything milder. */
export function complaint(line: string): string | undefined {
  const entry = parse(line)
  if (!entry || (entry.level ?? 0) < WARN) return undefined
  const what = [entry.msg, entry.err?.message].filter(Boolean).join(': ')
  return `${(entry.level ?? 0) >= ERROR ? 'error' : 'warning'}: ${what.slice(0, 300)}`
}

function parse(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Entry
  } catch {
    return undefined
  }
}
