import type { RunDetail } from '../../api/courier'

export interface Box {
  readonly code: string
  /** The order's number, and which of its boxes this is. */
  readonly number: string
  readonly part: number
  readonly parts: number
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
  const boxes = stopList.toReversed().flatMap((stop) =>
    stop.drops
      .filter(({ status }) => status !== 'void')
      .flatMap(({ number, boxCodes }) =>
        boxCodes.map((code, i): Box => {
          return { code, number, part: i + 1, parts: boxCodes.length, stop, isScanned: scanned.has(code) }
        }),
      ),
  )
  const own = new Set(boxes.map(({ code }) => code))
  const foreign = [...scanned].filter((code) => !own.has(code))
  const count = boxes.filter(({ isScanned }) => isScanned).length
  return { boxes, scanned: count, isComplete: count === boxes.length && foreign.length === 0, foreign }
}

export type Heard =
  | { readonly is: 'right' | 'again'; readonly box: Box }
  | { readonly is: 'foreign'; readonly code: string }

/** What a label says that was just read; who types gives the order's number, which stands for its next box. */
export function heardOf(run: Pick<RunDetail, 'stopList'>, codes: readonly string[], read: string): Heard {
  const { boxes } = loadOf(run, codes)
  const own = boxes.filter(({ code, number }) => code === read || number.toLowerCase() === read.toLowerCase())
  const next = own.find(({ isScanned }) => !isScanned)
  if (next) return { is: 'right', box: next }
  const [known] = own
  return known ? { is: 'again', box: known } : { is: 'foreign', code: read }
}
