import type { DragEvent } from 'react'

const TYPE = 'application/x-linli-stop'

/** Says which stop is dragged. */
export function dragStop(event: DragEvent, stopId: string): void {
  event.dataTransfer.setData(TYPE, stopId)
  event.dataTransfer.effectAllowed = 'move'
}

/** Whether what is dragged is a stop; which one is only told when it is dropped. */
export const isStop = (event: DragEvent): boolean => event.dataTransfer.types.includes(TYPE)

export const draggedStop = (event: DragEvent): string => event.dataTransfer.getData(TYPE)
