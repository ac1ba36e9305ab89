import { Coins } from 'lucide-react'
import { useState } from 'react'
import { setSearch } from '../../../address/use-address'
import type { DensityAnswer } from '../../../api/density'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Segmented } from '../../../ui/choice'
import { Loaded } from '../../../ui/loaded'
import { type Asked, useAsked, VIEWS } from './asked'
import { DensityFigures } from './figures'
import { DensityFilters, NearFilters } from './filters'
import { KitchenTable } from './kitchen-table'
import { Layer } from './layer'
import { PricesSheet } from './prices-sheet'
import { Rows } from './rows'
import { useDensity } from './use-density'

/** Where people order close enough together, and where a kitchen or a locker is missing. */
export default function DensityPage() {
  const { t } = useTranslation('density')
  const asked = useAsked()
  const density = useDensity(asked)
  return (
    <>
      <header className="mb-4">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('text')}</p>
      </header>
      <Loaded of={density}>
        {(data) => (
          <div aria-busy={density.isPlaceholderData} className="space-y-5">
            <DensityFilters asked={asked} density={data} />
            <DensityFigures density={data} />
            <Look asked={asked} density={data} />
            <Tours density={data} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Look({ asked, density }: { readonly asked: Asked; readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const near = asked.view === 'gaps' || asked.view === 'kitchen' || asked.view === 'locker'
  return (
    <section id="rows" aria-label={t('look')} className="scroll-mt-4 space-y-3">
      <div className="overflow-x-auto">
        <div className="min-w-176">
          <Segmented
            label={t('look')}
            value={asked.view}
            options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(view) => setSearch({ view, place: null, metres: null })}
          />
        </div>
      </div>
      {near && <NearFilters asked={asked} />}
      <div className="grid gap-4 xl:grid-cols-2">
        <Layer asked={asked} density={density} />
        <div className="min-w-0">
          <Rows key={asked.view} asked={asked} density={density} />
        </div>
      </div>
    </section>
  )
}

function Tours({ density }: { readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const [open, setOpen] = useState<string>()
  const prices = density.prices.find(({ operatorId }) => operatorId === open)
  if (density.kitchens.length === 0) return null
  return (
    <section aria-label={t('kitchens')} className="space-y-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[15px] font-semibold">
          {t('kitchens')} <span className="text-body font-normal text-ink-2">{t('kitchensNote')}</span>
        </h2>
        <span className="flex flex-wrap gap-2">
          {density.prices.map(({ operatorId, name }) => (
            <Button
              key={operatorId}
              kind="secondary"
              icon={<Coins size={16} aria-hidden />}
              onClick={() => setOpen(operatorId)}
            >
              {density.prices.length > 1 ? t('prices.openOf', { operator: say(name) }) : t('prices.open')}
            </Button>
          ))}
        </span>
      </header>
      <KitchenTable kitchens={density.kitchens} />
      {prices && <PricesSheet prices={prices} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
