import { Coins, ReceiptText } from 'lucide-react'
import { useState } from 'react'
import type { DensityAnswer } from '../../../api/density'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/states'
import { FeesPanel } from './fees/fees-panel'
import { KitchenTable } from './kitchen-table'
import { PricesSheet } from './prices-sheet'

/** What tours earn and cost, by kitchen; and the two things an operator says about it: costs and fees. */
export function Tours({ density }: { readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const [open, setOpen] = useState<{ readonly what: 'prices' | 'fees'; readonly operatorId: string }>()
  const operator = density.prices.find(({ operatorId }) => operatorId === open?.operatorId)
  const several = density.prices.length > 1
  const close = () => setOpen(undefined)
  return (
    <section aria-label={t('kitchens')} className="space-y-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[15px] font-semibold">
          {t('kitchens')} <span className="text-body font-normal text-ink-2">{t('kitchensNote')}</span>
        </h2>
        <span className="flex flex-wrap gap-2">
          {density.prices.map(({ operatorId, name }) => (
            <span key={operatorId} className="flex flex-wrap gap-2">
              <Button
                kind="secondary"
                icon={<Coins size={16} aria-hidden />}
                onClick={() => setOpen({ what: 'prices', operatorId })}
              >
                {several ? t('prices.openOf', { operator: say(name) }) : t('prices.open')}
              </Button>
              <Button
                kind="secondary"
                icon={<ReceiptText size={16} aria-hidden />}
                onClick={() => setOpen({ what: 'fees', operatorId })}
              >
                {several ? t('fees.openOf', { operator: say(name) }) : t('fees.open')}
              </Button>
            </span>
          ))}
        </span>
      </header>
      {density.kitchens.length > 0 ? (
        <KitchenTable kitchens={density.kitchens} />
      ) : (
        <EmptyState title={t('noTours')} text={t('emptyText.buildings')} />
      )}
      {operator && open?.what === 'prices' && <PricesSheet prices={operator} onClose={close} />}
      {operator && open?.what === 'fees' && <FeesPanel operator={operator} density={density} onClose={close} />}
    </section>
  )
}
