import { lazy, Suspense, useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { time } from '../i18n/format'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { type Counts, type Member, type Mode, type Payment, type Receipt, showTillMenu, type TillSite } from './api'
import { BasketPanel } from './basket-panel'
import { DishButtons } from './dish-buttons'
import { useSaleQuote } from './use-sale-quote'

const MemberSheet = lazy(() => import('./member-sheet'))
const PaySheet = lazy(() => import('./pay-sheet'))
const ReceiptSheet = lazy(() => import('./receipt-sheet'))
const DaySheet = lazy(() => import('./day-sheet'))

/** Other tills sell from the same portions. */
const LOOK_AGAIN_MS = 10_000
const NOTHING: Counts = new Map()

type Open = 'member' | 'pay' | 'day' | undefined

/** Dishes to press on the left, what was pressed and who pays on the right; one below the other on a phone. */
export function Counter({ site }: { readonly site: TillSite }) {
  const { t } = useTranslation('till')
  const { siteId } = site
  const params = { siteId }
  const menu = useAnswer((signal) => showTillMenu({ params }, { signal }), LOOK_AGAIN_MS)
  const [counts, setCounts] = useState(NOTHING)
  const [member, setMember] = useState<Member>()
  const [mode, setMode] = useState<Mode>('dine_in')
  const [payment, setPayment] = useState<Payment>('cash')
  const [open, setOpen] = useState<Open>()
  const [receipt, setReceipt] = useState<Receipt>()
  const wish = { siteId, counts, member, mode, payment }
  const quote = useSaleQuote(wish)

  const put = (offerId: string, more: number) =>
    setCounts((before) => {
      const next = new Map(before)
      const count = (next.get(offerId) ?? 0) + more
      if (count > 0) next.set(offerId, count)
      else next.delete(offerId)
      return next
    })
  const sold = (done: Receipt) => {
    setReceipt(done)
    setOpen(undefined)
    setCounts(NOTHING)
    setMember(undefined)
    setPayment('cash')
    menu.again()
  }
  if (menu.error !== undefined) return <ErrorState error={menu.error} onRetry={menu.again} />
  if (!menu.data) return <Loading />
  const { meal, offers } = menu.data
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p className="flex-1 text-ink-2">
          {meal &&
            t(meal.selling ? 'selling' : 'notYet', {
              meal: t(`ui:period.${meal.period}`),
              from: time(meal.servesFrom, meal.zone),
              to: time(meal.servesTo, meal.zone),
            })}
        </p>
        <Button kind="secondary" size="small" onClick={() => setOpen('day')}>
          {t('day.open')}
        </Button>
      </div>
      {meal ? (
        <div className="gap-4 lg:grid lg:grid-cols-[1fr_380px]">
          <DishButtons offers={offers} currency={menu.data.currency} counts={counts} onPut={put} />
          <BasketPanel
            offers={offers}
            counts={counts}
            member={member}
            mode={mode}
            quote={quote}
            onPut={put}
            onMode={setMode}
            onMember={() => (member ? setMember(undefined) : setOpen('member'))}
            onPay={() => setOpen('pay')}
          />
        </div>
      ) : (
        <EmptyState title={t('noMeal')} text={t('noMealText')} />
      )}
      <Suspense fallback={null}>
        {open === 'member' && <MemberSheet siteId={siteId} onClose={close} onFound={setMember} />}
        {open === 'pay' && (
          <PaySheet wish={wish} quote={quote.data} onPayment={setPayment} onClose={close} onSold={sold} />
        )}
        {open === 'day' && <DaySheet site={site} onClose={close} />}
        {receipt && <ReceiptSheet receipt={receipt} siteId={siteId} onClose={() => setReceipt(undefined)} />}
      </Suspense>
    </>
  )
}
