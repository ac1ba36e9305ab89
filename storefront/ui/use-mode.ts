import { useSyncExternalStore } from 'react'
import { MODE_COOKIE, type Mode } from '../i18n/locale'
import { rememberCookie } from '../i18n/remember-cookie'

const CHANGED = 'linli:mode'

const subscribe = (tell: () => void) => {
  window.addEventListener(CHANGED, tell)
  return () => window.removeEventListener(CHANGED, tell)
}

/** The server writes it into the page before anything is drawn. */
const read = (): Mode => (document.documentElement.dataset['mode'] === 'senior' ? 'senior' : 'normal')

/** How large the page is, and what changes it on every page of this browser. */
export function useMode(): readonly [Mode, (mode: Mode) => void] {
  const mode = useSyncExternalStore(subscribe, read, () => 'normal' as const)
  return [mode, changeMode]
}

function changeMode(mode: Mode): void {
  rememberCookie(MODE_COOKIE, mode)
  document.documentElement.dataset['mode'] = mode
  window.dispatchEvent(new Event(CHANGED))
}
