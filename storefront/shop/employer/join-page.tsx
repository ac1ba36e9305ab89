import { type FormEvent, useEffect, useState } from 'react'
import { acceptInvitation, type Invitation, lookAtInvitation } from '../../api/employer'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { Card } from '../../ui/card'
import { TextField } from '../../ui/field'
import { Problems } from '../../ui/states'
import { useShop } from '../frame'
import { usePageTitle } from '../page-title'
import { register } from './register'

/** Behind the `#`, which no server and no log ever sees. */
const codeInAddress = (): string => decodeURIComponent(window.location.hash.slice(1))

/** A company's invitation: what saying yes means, with the account one has or a new one. The code stays in the browser. */
export function Component() {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const { me } = useShop()
  const [found, setFound] = useState<Invitation>()
  const [joined, setJoined] = useState(false)
  const [error, setError] = useState<unknown>()
  usePageTitle(t('join.title'))
  useEffect(() => {
    lookAtInvitation({ body: { code: codeInAddress() } }).then(setFound, setError)
  }, [])
  const accept = async () => {
    setError(undefined)
    try {
      await acceptInvitation({ body: { code: codeInAddress() } })
      setJoined(true)
    } catch (problem) {
      setError(problem)
    }
  }
  const known = me !== null && !me.guest
  return (
    <div className="mx-auto max-w-110 space-y-3 px-4">
      <h1 className="pt-5 text-headline font-bold">{t('join.title')}</h1>
      {error !== undefined && <Problems error={error} />}
      {joined && found && (
        <Card as="section">
          <h2 className="text-title font-semibold">{t('join.done', { company: say(found.company) })}</h2>
          <a href="/" className={buttonLook({ kind: 'primary', className: 'mt-3' })}>
            {t('join.order')}
          </a>
        </Card>
      )}
      {!joined && found && (
        <Card as="section" className="space-y-3">
          <h2 className="text-title font-semibold">{say(found.company)}</h2>
          <p>{t('join.text', { name: found.name, department: found.department })}</p>
          <p className="text-secondary text-ink-2">{t('join.sees')}</p>
          {known ? (
            <Button size="large" wide onClick={() => void accept()}>
              {t('join.accept', { name: me.name || found.name })}
            </Button>
          ) : (
            <Newcomer code={codeInAddress()} onIn={accept} onError={setError} />
          )}
        </Card>
      )}
    </div>
  )
}

/** Without an account yet: log in, or make one. */
function Newcomer({
  code,
  onIn,
  onError,
}: {
  readonly code: string
  readonly onIn: () => Promise<void>
  readonly onError: (error: unknown) => void
}) {
  const { t } = useTranslation('shop')
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const said = (name: string) => {
      const value = typed.get(name)
      return typeof value === 'string' ? value : ''
    }
    setBusy(true)
    register({ email: said('email').trim(), password: said('password') })
      .then(onIn, onError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <a
        href={`/login?next=${encodeURIComponent(`/join#${code}`)}`}
        className={buttonLook({ kind: 'secondary', className: 'w-full' })}
      >
        {t('join.logIn')}
      </a>
      <form onSubmit={submit} className="space-y-3 border-t border-line pt-3">
        <h3 className="font-semibold">{t('join.register')}</h3>
        <TextField label={t('login.email')} name="email" type="email" autoComplete="username" required />
        <TextField
          label={t('login.password')}
          hint={t('join.passwordHint')}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={8}
          required
        />
        <Button type="submit" wide busy={busy}>
          {t('join.registerButton')}
        </Button>
      </form>
    </>
  )
}
