import { Keyboard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Sheet } from '../../../ui/sheet'

const KEYS = ['j', 'k', 'Enter', 'x', 'a', 'r', '/', '?', 'Escape'] as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')

/** What the keyboard does with proposals; `?` shows it, `/` leads to the search. */
export default function KeyHelp() {
  const { t } = useTranslation('procurement')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') setOpen(true)
      if (event.key !== '/') return
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-search]')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="max-md:hidden">
      <Button kind="quiet" size="small" icon={<Keyboard size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('keys.title')} (?)
      </Button>
      <Sheet open={open} place="dialog" onOpenChange={setOpen} title={t('keys.title')}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {KEYS.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-block min-w-8 rounded-control border border-control bg-canvas px-2 py-0.5 text-center">
                  {key.length === 1 ? key.toUpperCase() : key}
                </kbd>
              </dt>
              <dd>{t(`keys.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </div>
  )
}
