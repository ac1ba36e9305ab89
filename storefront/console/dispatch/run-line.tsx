import type { Run } from '../../api/dispatch'
import { lookOf } from '../operator/run-looks'

/** The look a run has on the map and in the lists: the same as long as the runs are numbered as they are. */
export const lookOfRun = (run: Pick<Run, 'number'>) => lookOf(run.number - 1)

/** A piece of the line a run is drawn with. */
export function RunLine({ run }: { readonly run: Pick<Run, 'number'> }) {
  const { colour, dash } = lookOfRun(run)
  return (
    <svg aria-hidden width={28} height={8} className="shrink-0">
      <line
        x1={0}
        x2={28}
        y1={4}
        y2={4}
        stroke={colour}
        strokeWidth={3}
        strokeDasharray={dash.map((part) => part * 3).join(' ')}
      />
    </svg>
  )
}
