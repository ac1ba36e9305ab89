import { useState } from 'react'
import { putRules, type Rules } from '../../../api/procurement-orders'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { Problems } from '../../../ui/states'
import { notify } from '../../../ui/toast'
import { minorIn, numberIn } from '../quantity-text'
import { useRefresh } from '../use-procurement'

const SHARES = ['priceToleranceBps', 'quantityToleranceBps', 'countToleranceBps'] as const

/** Hundredths of a percent as typed in percent, up to 50; undefined when it is no such share. */
const bpsIn = (text: string): number | undefined => {
  const value = numberIn(text)
  return value === undefined || value < 0 || value > 50 ? undefined : Math.round(value * 100)
}

/** A tenant's limit and tolerances; to be changed by those who run it, read by all others. */
export function RulesForm({ rules, mayChange }: { readonly rules: Rules; readonly mayChange: boolean }) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const refresh = useRefresh()
  const [limit, setLimit] = useState(rules.approvalLimitMinor === null ? '' : String(rules.approvalLimitMinor / 100))
  const [shares, setShares] = useState<Readonly<Record<string, string>>>({})
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const typed = (name: (typeof SHARES)[number]) => shares[name] ?? String(rules[name] / 100)
  const limitMinor = limit.trim() === '' ? null : minorIn(limit)
  const save = async () => {
    const [priceToleranceBps, quantityToleranceBps, countToleranceBps] = SHARES.map((name) => bpsIn(typed(name)))
    if (priceToleranceBps === undefined || quantityToleranceBps === undefined || countToleranceBps === undefined) return
    if (limitMinor === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      const body = { approvalLimitMinor: limitMinor, priceToleranceBps, quantityToleranceBps, countToleranceBps }
      await putRules({ params: { operatorId: rules.operatorId }, body })
      await refresh()
      void notify({ text: t('rules.done') })
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <Card as="section">
      <form
        className="space-y-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('rules.limit')}
          hint={t('rules.limitHint')}
          inputMode="decimal"
          readOnly={!mayChange}
          value={limit}
          error={limitMinor === undefined ? buying('form.notNumber') : undefined}
          onChange={(event) => setLimit(event.target.value)}
        />
        {SHARES.map((name) => (
          <TextField
            key={name}
            label={t(`rules.${name}`)}
            inputMode="decimal"
            readOnly={!mayChange}
            value={typed(name)}
            error={bpsIn(typed(name)) === undefined ? t('rules.share') : undefined}
            onChange={(event) => setShares({ ...shares, [name]: event.target.value })}
          />
        ))}
        {error !== undefined && <Problems error={error} />}
        {mayChange && (
          <Button type="submit" busy={busy}>
            {t('rules.save')}
          </Button>
        )}
      </form>
    </Card>
  )
}
