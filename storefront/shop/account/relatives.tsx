import { type FormEvent, useState } from 'react'
import { useAnswer } from '../../api/use-answer'
import { acceptProxy, inviteProxy, listProxies, type Proxy, revokeProxy } from '../../api/proxies'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { TextField } from '../../ui/field'
import { Problems } from '../../ui/states'

/** Seldom changes while somebody looks. */
const LOOK_AGAIN_MS = 60_000

/** Who may order for whom: giving leave with a code, taking it up, and taking it back. */
export function Relatives() {
  const { t } = useTranslation('shop')
  const { data, put } = useAnswer((signal) => listProxies(undefined, { signal }), LOOK_AGAIN_MS)
  const [code, setCode] = useState<string>()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>()
  const show = (answer: { proxies: Proxy[] }) => put(() => answer)
  const invite = () => inviteProxy().then((invitation) => setCode(invitation.code), setError)
  const accept = (event: FormEvent) => {
    event.preventDefault()
    setError(undefined)
    acceptProxy({ body: { code: typed.trim() } }).then((answer) => {
      setTyped('')
      show(answer)
    }, setError)
  }
  return (
    <Card as="section" className="space-y-3">
      <h2 className="text-title font-semibold">{t('relatives.title')}</h2>
      <p className="text-ink-2">{t('relatives.text')}</p>
      <ul>
        {data?.proxies.map(({ proxyId, name, role }) => (
          <li key={proxyId} className="flex items-center justify-between gap-2">
            <span>{t(`relatives.${role}`, { name: name || t('relatives.nameless') })}</span>
            <Button
              kind="quiet"
              size="small"
              onClick={() => void revokeProxy({ params: { proxyId } }).then(show, setError)}
            >
              {t('relatives.end')}
            </Button>
          </li>
        ))}
      </ul>
      {code ? (
        <output className="block rounded-control bg-info-50 px-3 py-2">
          <b className="figures text-headline tracking-widest">{code}</b>
          <span className="block text-secondary text-info">{t('relatives.tell')}</span>
        </output>
      ) : (
        <Button kind="secondary" onClick={() => void invite()}>
          {t('relatives.invite')}
        </Button>
      )}
      <form onSubmit={accept} className="flex items-end gap-2">
        <div className="flex-1">
          <TextField
            label={t('relatives.code')}
            value={typed}
            autoCapitalize="characters"
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Button
          type="submit"
          kind="secondary"
          disabledBecause={typed.trim().length < 8 ? t('relatives.eight') : undefined}
        >
          {t('relatives.accept')}
        </Button>
      </form>
      {error !== undefined && <Problems error={error} />}
    </Card>
  )
}
