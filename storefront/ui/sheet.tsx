import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button'

const PLACES = {
  /** From below on a phone, in the middle of anything wider. */
  sheet:
    'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-sheet animate-rise sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(560px,92vw)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sheet sm:animate-fade',
  dialog:
    'top-1/2 left-1/2 max-h-[92dvh] w-[min(440px,92vw)] -translate-x-1/2 -translate-y-1/2 rounded-sheet animate-fade',
  /** Beside a list that stays in sight. */
  panel: 'inset-y-0 right-0 w-[min(560px,100vw)] animate-slide',
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
export function Sheet({ open, onOpenChange, title, description, place = 'sheet', children, footer }: SheetProps) {
  const { t } = useTranslation('ui')
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-black/45" />
        <Dialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={`fixed z-40 flex flex-col bg-surface shadow-float focus-visible:outline-none ${PLACES[place]}`}
        >
          <header className="flex items-start justify-between gap-3 px-5 pt-4">
            <div className="pt-2">
              <Dialog.Title className="text-title font-semibold">{title}</Dialog.Title>
              {description && (
                <Dialog.Description className="text-secondary text-ink-2">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <IconButton label={t('close')}>
                <X size={22} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </header>
          {/* what scrolls must be reachable by keyboard, also where there is nothing to press */}
          <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5 -outline-offset-3">
            {children}
          </div>
          {footer && (
            <footer className="border-t border-line px-5 pt-3 pb-[max(20px,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
