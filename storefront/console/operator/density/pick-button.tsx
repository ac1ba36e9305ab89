import type { ReactNode } from 'react'
import { setSearch } from '../../../address/use-address'

/** The name of a row that can be pointed out on the map. */
export function PickButton({
  id,
  chosen,
  children,
}: {
  readonly id: string
  readonly chosen: string | undefined
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={id === chosen}
      onClick={() => setSearch({ place: id === chosen ? null : id })}
      className="flex min-h-8 w-full items-center gap-2 rounded-control text-left underline-offset-3 hover:underline aria-pressed:font-semibold aria-pressed:text-brand-800"
    >
      {children}
    </button>
  )
}
