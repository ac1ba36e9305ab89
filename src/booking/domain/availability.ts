/** Half-open, in minutes since the first minute of the calendar that is looked at. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One of these is needed for the whole of a slot: any therapist of three, any room of two, the one machine. */
export interface Need {
  /** What each candidate is busy with, buffers included: pairs of from and to, ascending, none overlapping. */
  readonly candidates: readonly Int32Array[]
}

export interface Offered {
  /** When the service may run: within one of these a slot must begin and end; in order of time. */
  readonly opening: readonly Span[]
  readonly minutes: number
  /** Kept free after each slot, for cleaning and walking. */
  readonly buffer: number
  /** From start to start. */
  readonly step: number
  readonly needs: readonly Need[]
}

/**
 * The starts at which every need has a free candidate, in minutes, ascending; none before `earliest`. A slot with its
 * buffer may reach past the opening, the slot itself may not.
 */
export function freeStarts({ opening, minutes, buffer, step, needs }: Offered, earliest: number): number[] {
  const takes = minutes + buffer
  // each calendar is walked once: starts only grow
  const at = needs.map(({ candidates }) => new Int32Array(candidates.length))
  const isFree = (start: number): boolean =>
    needs.every(({ candidates }, n) =>
      candidates.some((busy, c) => {
        const walked = at[n]!
        while (walked[c]! < busy.length && busy[walked[c]! + 1]! <= start) walked[c]! += 2
        const next = walked[c]!
        return next >= busy.length || busy[next]! >= start + takes
      }),
    )
  const starts: number[] = []
  for (const { from, to } of opening) {
    const first = from >= earliest ? from : from + Math.ceil((earliest - from) / step) * step
    for (let start = first; start + minutes <= to; start += step) if (isFree(start)) starts.push(start)
  }
  return starts
}
