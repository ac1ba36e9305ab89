import { useState } from 'react'
import type { Overview } from '../../../api/procurement'
import { sendTransfer } from '../../../api/procurement-stock'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { Loaded } from '../../../ui/loaded'
import { notify } from '../../../ui/toast'
import { fullDate } from '../full-date'
import { QuantityField, useQuantityFault } from '../quantity-field'
import { baseUnits } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useLots, useOverview, useRefresh } from '../use-procurement'

/** Lots of one site on their way to another: two sites, then how much of which lot. */
export function NewTransfer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-stock')
  const { say } = useLocale()
  const amounts = useAmounts()
  const { locale } = useLocale()
  const refresh = useRefresh()
  const faultIn = useQuantityFault()
  const sites = useOverview().data?.sites ?? []
  const [fromId, setFrom] = useState('')
  const [toId, setTo] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const fromSiteId = fromId || sites[0]?.id || ''
  const toSiteId = toId || sites.find(({ id }) => id !== fromSiteId)?.id || ''
  const asked = useLots({ siteId: fromSiteId })
  const lots = (asked.data?.lots ?? []).filter((lot) => lot.siteId === fromSiteId && lot.quantity > 0 && !lot.blocked)
  const lines = lots.flatMap((lot) => {
    const quantity = baseUnits(typed[lot.id] ?? '', lot.unit) ?? 0
    return quantity > 0 ? [{ lotId: lot.id, quantity }] : []
  })
  const send = async (key: string) => {
    if (lots.some((lot) => faultIn(typed[lot.id] ?? '', lot.unit, lot.quantity))) return false
    const { number } = await sendTransfer({ body: { fromSiteId, toSiteId, lines } }, { key })
    await refresh()
    void notify({ text: t('transfer.doneSent', { number }) })
    return true
  }
  const same = fromSiteId === toSiteId ? t('transfer.same') : undefined
  return (
    <FormSheet
      title={t('transfer.new')}
      submit={t('transfer.send', { count: lines.length })}
      disabledBecause={same ?? (lines.length === 0 ? t('transfer.nothing') : undefined)}
      onSubmit={send}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <SiteSelect label={t('transfer.from')} sites={sites} value={fromSiteId} onChange={setFrom} />
        <SiteSelect label={t('transfer.to')} sites={sites} value={toSiteId} onChange={setTo} />
      </div>
      <h3 className="font-semibold">{t('transfer.pick')}</h3>
      <Loaded of={asked}>
        {() => (
          <ul className="divide-y divide-line border-y border-line">
            {lots.map((lot) => (
              <li key={lot.id} className="grid grid-cols-[1fr_128px] items-center gap-3 py-2">
                <span>
                  <span className="font-medium">{say(lot.ingredient)}</span>
                  <span className="block text-secondary text-ink-2">
                    {lot.code} · {fullDate(lot.expiresOn, locale)} · {amounts.quantity(lot.quantity, lot.unit)}
                  </span>
                </span>
                <QuantityField
                  hideLabel
                  label={say(lot.ingredient)}
                  unit={lot.unit}
                  most={lot.quantity}
                  value={typed[lot.id] ?? ''}
                  onChange={(value) => setTyped({ ...typed, [lot.id]: value })}
                />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </FormSheet>
  )
}

function SiteSelect({
  label,
  sites,
  value,
  onChange,
}: {
  readonly label: string
  readonly sites: Overview['sites']
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const { say } = useLocale()
  return (
    <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ))}
    </Select>
  )
}
