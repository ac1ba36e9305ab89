import { useState } from 'react'
import { setSearch } from '../../../address/use-address'
import { showSupplier } from '../../../api/procurement-suppliers'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Loaded } from '../../../ui/loaded'
import { Sheet } from '../../../ui/sheet'
import { useAmounts } from '../use-amounts'
import { useAsked } from '../use-procurement'
import { AddPaper } from './add-paper'
import { PaperList } from './paper-list'
import { PapersTag } from './papers-tag'
import { TermList } from './term-list'
import { useWeekdays } from './use-weekdays'

const close = () => setSearch({ supplier: null })

/** One supplier: its calendar, its papers, and what it sells at which terms. */
export default function SupplierPanel({ supplierId }: { readonly supplierId: string }) {
  const { t } = useTranslation('procurement-suppliers')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  const weekdays = useWeekdays()
  const asked = useAsked(['supplier', supplierId], (signal) => showSupplier({ params: { supplierId } }, { signal }))
  const [adding, setAdding] = useState(false)
  const { data } = asked
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={data ? say(data.name) : t('pages.list')}
      description={data && <PapersTag papers={data.papers} />}
    >
      <Loaded of={asked}>
        {(supplier) => (
          <div className="space-y-5">
            <Facts
              facts={{
                [t('deliveryDays')]: weekdays(supplier.deliveryWeekdays),
                [t('lead')]: t('leadDays', { count: supplier.leadDays }),
                [t('cutoff')]: supplier.orderCutoff,
                [t('minimum')]: yuan(supplier.minimumMinor),
              }}
            />
            <section>
              <div className="mb-1 flex items-center justify-between gap-2">
                <h3 className="font-semibold">{t('paper.title')}</h3>
                <Button kind="secondary" size="small" onClick={() => setAdding(true)}>
                  {t('paper.add')}
                </Button>
              </div>
              <PaperList papers={supplier.paperList} named={false} />
            </section>
            <TermList supplier={supplier} />
          </div>
        )}
      </Loaded>
      {adding && <AddPaper supplierId={supplierId} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}
