import type { ComponentProps, MouseEvent } from 'react'
import { go, useAddress } from './use-address'

/** A link inside a face; marked as current on its own page, with `section` also on the pages below it. */
export function Link({
  to,
  section = false,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { readonly to: string; readonly section?: boolean }) {
  const { path } = useAddress()
  const own = to.split('?')[0] ?? to
  const current = path === own || (section && path.startsWith(`${own}/`))
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    go(to)
    window.scrollTo(0, 0)
  }
  return (
    <a {...rest} href={to} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
