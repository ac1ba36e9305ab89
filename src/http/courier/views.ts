import type { DropView, RunDetail, RunView } from '../../delivery/views'
import type { Caller } from '../caller'

/** A run as its courier sees it. */
export const courierRun = <R extends RunView>({ personId }: Caller, { vehicle: { id, name, boxes }, ...run }: R) => ({
  ...run,
  mine: run.courierId === personId,
  vehicle: { id, name, boxes },
})

export const courierDrop = ({ photoIds, ...drop }: DropView) => ({ ...drop, photos: photoIds.length })

/** A run with its stops as its courier sees them. */
export const courierRunDetail = (caller: Caller, { stopList, loadCheck, ...run }: RunDetail) => ({
  ...courierRun(caller, { ...run, loadCheck }),
  loadCheck: checked(loadCheck),
  stopList: stopList.map(({ drops, ...stop }) => ({ ...stop, drops: drops.map(courierDrop) })),
})

/** What the scan showed, with lists of its own. */
export const checked = (check: RunView['loadCheck']) =>
  check && { ...check, missing: [...check.missing], foreign: [...check.foreign] }
