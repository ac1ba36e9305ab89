import type { RunDetail } from '../../api/courier'

export interface Box {
  readonly code: string
  /** The order's number. */
  readonly number: string
  readonly stop: RunDetail['stopList'][number]
  readonly isScanned: boolean
}

export interface Load {
  /** The last stop's boxes first: they go in first. */
  readonly boxes: readonly Box[]
  readonly scanned: number
  /** Nothing of the run is missing and nothing else is in the van. */
  readonly isComplete: boolean
  /** Codes that are not of this run. */
  readonly foreign: readonly string[]
}

/** What was scanned against what the run is to carry. */
export function loadOf({ stopList }: Pick<RunDetail, 'stopList'>, codes: readonly string[]): Load {
  const scanned = new Set(codes)
  const boxes = stopList
    .toReversed()
    .flatMap((stop) =>
      stop.drops
        .filter(({ status }) => status !== 'void')
        .flatMap(({ number, boxCodes }) =>
          boxCodes.map((code): Box => ({ code, number, stop, isScanned: scanned.has(code) })),
        ),
    )
  const own = new Set(boxes.map(({ code }) => code))
  const foreign = [...scanned].filter((code) => !own.has(code))
  const count = boxes.filter(({ isScanned }) => isScanned).length
  return { boxes, scanned: count, isComplete: count === boxes.length && foreign.length === 0, foreign }
}

export type Heard = 'right' | 'again' | 'foreign'

/** What a code is that was just read. */
export function heardOf(run: Pick<RunDetail, 'stopList'>, codes: readonly string[], code: string): Heard {
  if (!loadOf(run, []).boxes.some((box) => box.code === code)) return 'foreign'
  return codes.includes(code) ? 'again' : 'right'
}
