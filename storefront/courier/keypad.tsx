import { Delete } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const KEY =
  'figures grid h-16 place-items-center rounded-card border border-control bg-surface text-headline font-semibold select-none hover:bg-brand-50 active:bg-brand-100'

/** Large digits for a thumb in a glove; a real keyboard works too. */
export function Keypad({
  value,
  most,
  onChange,
}: {
  readonly value: string
  readonly most: number
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation('courier')
  const type = (digit: string) => {
    if (value.length < most) onChange(value + digit)
  }
  const erase = () => onChange(value.slice(0, -1))
  useEffect(() => {
    const onKey = ({ key, repeat }: KeyboardEvent) => {
      if (repeat) return
      if (/^\d$/.test(key)) type(key)
      if (key === 'Backspace') erase()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return (
    <div className="grid grid-cols-3 gap-3">
      {ROWS.map((digit) => (
        <Key key={digit} digit={digit} onPress={type} />
      ))}
      <span />
      <Key digit="0" onPress={type} />
      <button type="button" className={KEY} aria-label={t('code.erase')} onClick={erase}>
        <Delete size={26} aria-hidden />
      </button>
    </div>
  )
}

function Key({ digit, onPress }: { readonly digit: string; readonly onPress: (digit: string) => void }) {
  const { t } = useTranslation('courier')
  return (
    <button type="button" className={KEY} aria-label={t('code.key', { digit })} onClick={() => onPress(digit)}>
      {digit}
    </button>
  )
}
