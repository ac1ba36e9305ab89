import { useState } from 'react'
import { Link } from '../../../address/link'
import { setSearch } from '../../../address/use-address'
import { showLot, unblockLot } from '../../../api/procurement-stock'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, buttonLook } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Loaded } from '../../../ui/loaded'
import { Sheet } from '../../../ui/sheet'
import { notify } from '../../../ui/toast'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'
import { useAsked, useRefresh } from '../use-procurement'
import { BlockLot } from './block-lot'
import { ExpiryTag } from './expiry-tag'
import { worthOf } from './heat'
import { LotMoves } from './lot-moves'
import { ReturnLot } from './return-lot'
import { WasteLot } from './waste-lot'

const close = () => setSearch({ lot: null })

/** One lot: what is left of it, everything that happened to it, and what can be done with it. */
export default function LotPanel({ lotId }: { readonly lotId: string }) {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity, yuan } = useAmounts()
  const refresh = useRefresh()
  const asked = useAsked(['lot', lotId], (signal) => showLot({ params: { lotId } }, { signal }))
  const [act, setAct] = useState<'waste' | 'return' | 'block'>()
  const lot = asked.data
  const unblock = async () => {
    await unblockLot({ params: { lotId } })
    await refresh()
    void notify({ text: t('lot.unblocked') })
  }
  const done = () => setAct(undefined)
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={lot ? `${say(lot.ingredient)} · ${lot.code}` : buying('tabs.stock')}
      description={lot && <ExpiryTag daysLeft={lot.daysLeft} />}
      footer={
        lot && (
          <div className="flex flex-wrap justify-end gap-2">
            <Link className={buttonLook({ kind: 'quiet' })} to={`/console/procurement/tracing?lot=${lot.id}`}>
              {t('lot.trace')}
            </Link>
            {lot.quantity > 0 && (
              <>
                <Button kind="secondary" onClick={() => (lot.blocked ? void unblock() : setAct('block'))}>
                  {t(lot.blocked ? 'lot.unblock' : 'lot.block')}
                </Button>
                {lot.supplierId && (
                  <Button kind="secondary" onClick={() => setAct('return')}>
                    {t('lot.return')}
                  </Button>
                )}
                <Button kind="danger" onClick={() => setAct('waste')}>
                  {t('lot.waste')}
                </Button>
              </>
            )}
          </div>
        )
      }
    >
      <Loaded of={asked}>
        {(found) => (
          <div className="space-y-5">
            {found.blocked && (
              <p className="rounded-control bg-danger-50 px-3 py-2 text-danger">
                {t('lot.blockedBecause', { reason: found.blocked.reason })}
              </p>
            )}
            <Facts
              facts={{
                [buying('columns.site')]: say(found.site),
                [buying('columns.expires')]: fullDate(found.expiresOn, locale),
                [buying('columns.left')]:
                  `${quantity(found.quantity, found.unit)} ${buying('expiry.of', { quantity: quantity(found.receivedQuantity, found.unit) })}`,
                [buying('columns.cost')]: yuan(worthOf(found)),
                [buying('columns.storage')]: buying(`storage.${found.storage}`),
                [buying('columns.supplier')]: found.supplier ? say(found.supplier) : undefined,
              }}
            />
            <LotMoves lot={found} />
          </div>
        )}
      </Loaded>
      {lot && act === 'waste' && <WasteLot lot={lot} onClose={done} />}
      {lot && act === 'return' && <ReturnLot lot={lot} onClose={done} />}
      {lot && act === 'block' && <BlockLot lot={lot} onClose={done} />}
    </Sheet>
  )
}
