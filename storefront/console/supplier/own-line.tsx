import { useTranslation } from '../../i18n/use-translation'
import type { Order } from '../../api/supplier'
import { useLocale } from '../../i18n/use-locale'
import { TextField } from '../../ui/field'
import { useAmounts } from '../procurement/use-amounts'

/** One line of the order; with `onOffer` the supplier may say that fewer packs come. */
export function OwnLine({
  line,
  offered,
  onOffer,
}: {
  readonly line: Order['lines'][number]
  readonly offered?: number
  readonly onOffer?: (packs: number) => void
}) {
  const { t } = useTranslation('supplier')
  const { say } = useLocale()
  const { quantity, yuan } = useAmounts()
  const { packs, packSize, unit, confirmedPacks, receivedQuantity, rejectedQuantity } = line
  const progress = [
    confirmedPacks !== null && t('youConfirmed', { packs: confirmedPacks }),
    receivedQuantity > 0 && t('receivedSoFar', { quantity: quantity(receivedQuantity, unit) }),
    rejectedQuantity > 0 && t('rejected', { quantity: quantity(rejectedQuantity, unit) }),
  ].filter(Boolean)
  const type = (text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '')
    onOffer?.(Math.min(packs, Number(digits)))
  }
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="font-medium">{say(line.ingredient)}</span>
        <span className="block text-secondary text-ink-2">
          {say(line.packName)} · {t('each', { price: yuan(line.priceMinor) })}
        </span>
        {progress.length > 0 && <span className="block text-secondary text-ink-2">{progress.join(' · ')}</span>}
        {offered !== undefined && offered < packs && (
          <span className="block text-secondary text-danger">{t('loss', { count: packs - offered })}</span>
        )}
      </span>
      {onOffer ? (
        <span className="w-44">
          <TextField
            label={t('canBring', { ingredient: say(line.ingredient) })}
            inputMode="numeric"
            hint={t('ordered', { packs })}
            value={String(offered ?? packs)}
            onChange={(event) => type(event.target.value)}
          />
        </span>
      ) : (
        <span className="figures text-right whitespace-nowrap">
          <span className="font-semibold">
            {packs} × {say(line.packName)}
          </span>
          <span className="block text-secondary text-ink-2">
            {quantity(packs * packSize, unit)} · {yuan(packs * line.priceMinor)}
          </span>
        </span>
      )}
    </li>
  )
}
