import { Check } from 'lucide-react'
import { useState } from 'react'
import { type CountLine, countLine } from '../../../api/procurement-counts'
import { problemOf } from '../../../api/problem'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { useSentence } from '../../../ui/states'
import { fullDate } from '../full-date'
import { baseUnits, bigUnit, typedFrom } from '../quantity-text'
import { useRefresh } from '../use-procurement'

/** One lot at the shelf: what was counted is put down when the field is left. */
export function CountRow({ countId, line }: { readonly countId: string; readonly line: CountLine }) {
  const { t } = useTranslation('procurement-counts')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const refresh = useRefresh()
  const [typed, setTyped] = useState(line.counted === null ? '' : typedFrom(line.counted, line.unit))
  const [error, setError] = useState<unknown>()
  const sentence = useSentence(problemOf(error))
  const quantity = typed.trim() === '' ? undefined : baseUnits(typed, line.unit)
  const wrong = typed.trim() !== '' && quantity === undefined
  const save = async () => {
    if (quantity === undefined || quantity === line.counted) return
    setError(undefined)
    try {
      await countLine({ params: { countId, lineId: line.id }, body: { quantity } })
      await refresh()
    } catch (problem) {
      setError(problem)
    }
  }
  const saved = quantity !== undefined && quantity === line.counted
  return (
    <Card as="li" className="grid grid-cols-[1fr_136px_24px] items-center gap-3 py-2!">
      <span className="min-w-0">
        <span className="font-medium">{say(line.ingredient)}</span>
        <span className="block text-secondary text-ink-2">
          {buying('columns.lot')} {line.lotCode} · {fullDate(line.expiresOn, locale)} ·{' '}
          {buying(`storage.${line.storage}`)}
        </span>
      </span>
      <TextField
        label={`${say(line.ingredient)} ${line.lotCode} (${t(`ui:unit.${bigUnit(line.unit).name}`)})`}
        hideLabel
        inputMode="decimal"
        autoComplete="off"
        placeholder={t(`ui:unit.${bigUnit(line.unit).name}`)}
        value={typed}
        error={wrong ? buying('form.notNumber') : error === undefined ? undefined : sentence}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
      {saved ? (
        <>
          <Check size={20} aria-hidden className="text-brand-600" />
          <span className="sr-only">{t('saved')}</span>
        </>
      ) : (
        <span />
      )}
    </Card>
  )
}
