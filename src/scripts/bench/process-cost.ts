import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** CPU a process has used since it started, in milliseconds. Linux only; 0 elsewhere. */
export function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND
  } catch {
    return 0
  }
}

/** Resident memory of a process, in megabytes. Linux only; 0 elsewhere. */
export function residentMb(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kb ?? 0) / 1_024)
  } catch {
    return 0
  }
}
