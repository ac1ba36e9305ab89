import { CircleAlert, CircleCheck } from 'lucide-react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { Toaster, toast } from 'sonner'
import type { Notice } from './toast'

const NORMAL_MS = 5_000
const UNDO_MS = 8_000

let place: HTMLElement | undefined

/** The region stands outside the page's own tree, so that every face has the same one. */
function open(): void {
  if (place) return
  place = document.body.appendChild(document.createElement('div'))
  place.popover = 'manual'
  place.className = 'm-0 border-0 bg-transparent p-0'
  const label = document.documentElement.lang === 'en' ? 'Notices' : '通知'
  const root = createRoot(place)
  flushSync(() =>
    root.render(
      <Toaster
        position="bottom-center"
        offset={88}
        mobileOffset={{ bottom: 88 }}
        containerAriaLabel={label}
        icons={{ success: <CircleCheck size={20} aria-hidden />, error: <CircleAlert size={20} aria-hidden /> }}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-[min(420px,calc(100vw-32px))] items-center gap-3 rounded-card bg-toast px-4 py-3 text-white shadow-float',
            title: 'text-body font-medium',
            actionButton:
              'ml-auto min-h-target shrink-0 rounded-control border border-white/70 px-3 font-semibold hover:bg-white/15',
          },
        }}
      />,
    ),
  )
}

/** Shows a notice; with `undo` it stays for 8 s. */
export function show({ text, kind = 'done', undo, undoLabel }: Notice): void {
  open()
  // in the top layer, above a sheet that may be open
  place?.hidePopover()
  place?.showPopover()
  const options = {
    duration: undo ? UNDO_MS : NORMAL_MS,
    ...(undo ? { action: { label: undoLabel ?? '', onClick: undo } } : {}),
  }
  if (kind === 'done') toast.success(text, options)
  else toast.error(text, options)
}
