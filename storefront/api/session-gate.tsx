import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { Button, buttonLook } from '../ui/button'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { type Installation, logOut, type Me, type Session, whoAmI } from './session'

interface Inside {
  readonly me: Me
  readonly installation: Installation
}

const Context = createContext<Inside | undefined>(undefined)

/** Who is logged in; only below a `SessionGate`. */
export function useSession(): Inside {
  const inside = useContext(Context)
  if (!inside) throw new Error('useSession needs a SessionGate above it')
  return inside
}

const loginAddress = () => `/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`

const askServer = (signal: AbortSignal): Promise<Session> => whoAmI(undefined, { signal })

export interface SessionGateProps {
  readonly roles: readonly string[]
  /** Who is logged in; a page that works without a network knows more than the server can be asked. Always the same function. */
  readonly ask?: (signal: AbortSignal) => Promise<Session>
  readonly children: ReactNode
}

/** Lets those in who hold one of the roles; others are led to the log-in page, or told that they are the wrong person. */
export function SessionGate({ roles, ask = askServer, children }: SessionGateProps) {
  const [found, setFound] = useState<{ me: Me | null; installation: Installation }>()
  const [error, setError] = useState<unknown>()
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    ask(leaving.signal).then(setFound, (problem: unknown) => {
      if (!leaving.signal.aborted) setError(problem)
    })
    return () => leaving.abort()
  }, [ask, tries])

  const me = found?.me
  useEffect(() => {
    if (found && !me) window.location.replace(loginAddress())
  }, [found, me])

  const again = () => {
    setError(undefined)
    setTries(tries + 1)
  }
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!found || !me) return <Loading />
  if (!me.roles.some(({ role }) => roles.includes(role))) return <WrongPerson name={me.name} />
  return <Context value={{ me, installation: found.installation }}>{children}</Context>
}

function WrongPerson({ name }: { readonly name: string }) {
  const { t } = useTranslation('ui')
  const change = (
    <a className={buttonLook({ kind: 'secondary' })} href={loginAddress()}>
      {t('session.change')}
    </a>
  )
  return <EmptyState title={t('session.closed')} text={t('session.closedText', { name })} action={change} />
}

/** Ends the session and goes to the log-in page, which leads back here. `onLeave` forgets what this device keeps. */
export function LogOutButton({ onLeave }: { readonly onLeave?: () => void }) {
  const { t } = useTranslation('ui')
  const leave = async () => {
    onLeave?.()
    await logOut().catch(() => undefined)
    window.location.assign(loginAddress())
  }
  return (
    <Button kind="quiet" size="small" onClick={() => void leave()}>
      {t('session.logOut')}
    </Button>
  )
}
