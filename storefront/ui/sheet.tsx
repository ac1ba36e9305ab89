import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, Suspense, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { IconButton } from './button'

const PLACES = {
  /** From below on a phone, in the middle of anything wider. */
  sheet:
    'mt-auto max-h-[92dvh] w-full max-w-none animate-rise rounded-t-sheet sm:m-auto sm:w-[min(560px,92vw)] sm:animate-fade sm:rounded-sheet',
  dialog: 'm-auto max-h-[92dvh] w-[min(440px,92vw)] animate-fade rounded-sheet',
  /** Beside a list that stays in sight. */
  panel: 'my-0 mr-0 ml-auto h-dvh max-h-none w-[min(560px,100vw)] max-w-none animate-slide',
}

export interface SheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** One line below the title: what this is about. */
  readonly description?: ReactNode
  readonly place?: keyof typeof PLACES
  readonly children: ReactNode
  /** Actions that stay in sight while the rest scrolls. */
  readonly footer?: ReactNode
}

/** A layer above the page for one task; Escape, the cross or a tap outside leave it. */
export function Sheet({ open, ...layer }: SheetProps) {
  // not drawn while it is closed: nobody's fields keep what was typed last time
  return open ? <Layer {...layer} /> : null
}

/** The browser's own modal dialog: it keeps the focus inside, gives it back, and makes the page behind it inert. */
function Layer({ onOpenChange, title, description, place = 'sheet', children, footer }: Omit<SheetProps, 'open'>) {
  const { t } = useTranslation('ui')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  // before the element is taken away, so that the focus finds its way back
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])

  const close = () => onOpenChange(false)
  const tapOutside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget && isOutside(event)) close()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its backdrop has no element of its own
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      // the browser may insist on closing: a second Escape
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) close()
      }}
      onMouseDown={tapOutside}
      className={`fixed flex-col bg-surface text-ink shadow-float backdrop:animate-fade backdrop:bg-black/45 open:flex focus-visible:outline-none ${PLACES[place]}`}
    >
      <header className="flex items-start justify-between gap-3 px-5 pt-4">
        <div className="pt-2">
          <h2 id={`${id}-title`} className="text-title font-semibold">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="text-secondary text-ink-2">
              {description}
            </p>
          )}
        </div>
        <IconButton label={t('close')} onClick={close}>
          <X size={22} aria-hidden />
        </IconButton>
      </header>
      {/* what scrolls must be reachable by keyboard, also where there is nothing to press */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5 -outline-offset-3">
        {/* what waits for its code or texts waits in here: a dialog that is hidden meanwhile would close */}
        <Suspense fallback={null}>{children}</Suspense>
      </div>
      {footer && (
        <footer className="border-t border-line px-5 pt-3 pb-[max(20px,env(safe-area-inset-bottom))]">
          <Suspense fallback={null}>{footer}</Suspense>
        </footer>
      )}
    </dialog>
  )
}

/** The backdrop belongs to the dialog's element but not to its box. */
function isOutside({ clientX, clientY, currentTarget }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
