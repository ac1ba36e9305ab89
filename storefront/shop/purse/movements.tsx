import type { OwnPurse } from '../../api/purse'
import { dateIn, day, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Card } from '../../ui/card'

/** Where the cards are valid. */
const ZONE = 'Asia/Shanghai'

/** What moved on somebody's cards, newest first. */
export function Movements({ movements, purses }: Pick<OwnPurse, 'movements' | 'purses'>) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const of = new Map(purses.map((purse) => [purse.id, purse]))
  return (
    <Card as="section">
      <h2 className="text-title font-semibold">{t('purse.history')}</h2>
      {movements.length === 0 && <p className="text-ink-2">{t('purse.noHistory')}</p>}
      <ul className="divide-y divide-line">
        {movements.map(({ id, purseId, kind, at, amountMinor }) => {
          const purse = of.get(purseId)
          const sign = amountMinor > 0 ? '+' : ''
          return (
            <li key={`${id} ${purseId}`} className="flex items-baseline justify-between gap-3 py-2">
              <span>
                {t(`purse.moved.${kind}`)}
                <span className="block text-secondary text-ink-2">
                  {day(dateIn(at, ZONE), locale)} {time(at, ZONE)} · {t(`purse.kind.${purse?.kind ?? 'personal'}`)}
                </span>
              </span>
              <span className="figures whitespace-nowrap font-semibold">
                {sign}
                {money(amountMinor, purse?.currency ?? 'cny', locale)}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
