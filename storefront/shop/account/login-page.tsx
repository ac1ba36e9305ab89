import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { useLoaderData } from 'react-router'
import { logIn, type Me } from '../../api/session'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { LanguageButton } from '../../ui/language-button'
import { Problems } from '../../ui/states'
import { useHydrated } from '../../ui/use-hydrated'
import { useShop } from '../frame'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { roleName } from './role-name'

/** Only an address of our own may follow the log-in. */
const ownAddress = (next: string | null): string | null => (next && /^\/(?![/\\])/.test(next) ? next : null)

export const loadLogin = loading(({ search }) => Promise.resolve({ next: ownAddress(search.get('next')) }))

/** The log-in of every face; who comes from a page goes back to it, others go where their role works. */
export function LoginPage() {
  const { next } = useLoaderData<{ next: string | null }>()
  const { t } = useTranslation('shop')
  const { installation } = useShop()
  const hydrated = useHydrated()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState('')
  const [error, setError] = useState<unknown>()
  usePageTitle(t('login.title'))

  const enter = async (account: { email: string; password: string }) => {
    setBusy(account.email)
    setError(undefined)
    try {
      const { me } = await logIn({ body: { email: account.email.trim(), password: account.password } })
      // a page of its own, so that everything is loaded as the person who has come in
      window.location.assign(addressAfter(me, next))
    } catch (problem) {
      setError(problem)
      setBusy('')
    }
  }
  // read when it is sent: what was typed or filled in before the page listened counts too
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const [email = '', password = ''] = ['email', 'password'].map((name) => {
      const value = typed.get(name)
      return typeof value === 'string' ? value : ''
    })
    setMissing(!email || !password)
    if (email && password && !busy) void enter({ email, password })
  }
  return (
    <div className="mx-auto max-w-110 px-4">
      <div className="flex items-center justify-between pt-4 pb-3">
        <h1 className="text-headline font-bold">{t('login.title')}</h1>
        <LanguageButton />
      </div>
      <form onSubmit={submit} noValidate className="space-y-3 rounded-card border border-line bg-surface p-4">
        {error !== undefined && <Problems error={error} />}
        {missing && (
          <p role="alert" className="text-danger">
            {t('login.fill')}
          </p>
        )}
        <TextField label={t('login.email')} name="email" type="email" autoComplete="username" />
        <TextField label={t('login.password')} name="password" type="password" autoComplete="current-password" />
        <Button type={hydrated ? 'submit' : 'button'} size="large" wide busy={busy !== ''}>
          {t('login.button')}
        </Button>
      </form>
      {installation.demoAccounts.length > 0 && (
        <section className="mt-5">
          <h2 className="font-semibold">{t('login.demo')}</h2>
          <p className="text-secondary text-ink-2">{t('login.demoText')}</p>
          <ul className="mt-2 grid gap-2 sm:grid-cols-2">
            {installation.demoAccounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  disabled={busy !== ''}
                  onClick={() => void enter(account)}
                  className="flex min-h-target w-full flex-col rounded-card border border-line bg-surface px-3 py-2 text-left hover:border-control active:bg-brand-50"
                >
                  <b>{roleName(t, account.role)}</b>
                  <span className="text-caption break-all text-ink-2">{account.email}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const STAFF_FACES = ['/kitchen', '/courier', '/console']

/** Back to where the person came from, unless that is another role's face. */
function addressAfter(me: Me, next: string | null): string {
  if (!next) return me.home
  const face = STAFF_FACES.find((start) => next.startsWith(start))
  return face && !me.home.startsWith(face) ? me.home : next
}
