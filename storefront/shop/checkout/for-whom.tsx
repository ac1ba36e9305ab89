import { useEffect, useState } from 'react'
import { listProxies, type Proxy } from '../../api/proxies'
import { useTranslation } from '../../i18n/use-translation'
import { Select } from '../../ui/field'

/** Whose meal it is; shown to those who have leave to order for somebody. */
export function ForWhom({
  value,
  onChoose,
}: {
  readonly value: string | undefined
  readonly onChoose: (personId: string | undefined) => void
}) {
  const { t } = useTranslation('shop')
  const [people, setPeople] = useState<readonly Proxy[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    listProxies(undefined, { signal: leaving.signal }).then(
      ({ proxies }) => setPeople(proxies.filter(({ role }) => role === 'agent')),
      // who cannot be asked orders for themselves
      () => undefined,
    )
    return () => leaving.abort()
  }, [])
  if (people.length === 0) return null
  return (
    <Select
      label={t('relatives.forWhom')}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value || undefined)}
    >
      <option value="">{t('relatives.me')}</option>
      {people.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name || t('relatives.nameless')}
        </option>
      ))}
    </Select>
  )
}
