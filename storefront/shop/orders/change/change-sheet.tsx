import { useEffect, useState } from 'react'
import { type Order, type OrderGroup, showMenu } from '../../../api/store'
import { dateIn, day, money, time } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Sheet } from '../../../ui/sheet'
import { ErrorState, Loading } from '../../../ui/states'
import { ChangeForm } from './change-form'
import { type ChangeMeal, mealOf, offersOf } from './meals'

export interface ChangeWish {
  readonly order: Order
  /** The meals that are changed. */
  readonly groups: readonly OrderGroup[]
  /** The part that is replaced, where the rest of the order stays. */
  readonly groupId?: string | undefined
  readonly onStale: () => void
}

/** Another order in place of one, or of one meal of it, before its cut-off. */
export default function ChangeSheet({ onClose, ...wish }: ChangeWish & { readonly onClose: () => void }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { order, groups, groupId } = wish
  const { meals, error, again } = useMeals(order, groups)
  const first = groups.toSorted((a, b) => a.cutoffAt.localeCompare(b.cutoffAt))[0]
  const until = ({ cutoffAt, zone }: OrderGroup) => `${day(dateIn(cutoffAt, zone), locale)} ${time(cutoffAt, zone)}`
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t(groupId ? 'change.partTitle' : 'change.title')}
      description={first && t('change.until', { time: until(first) })}
    >
      {meals ? (
        <ChangeForm
          {...wish}
          meals={meals}
          onStale={() => {
            again()
            wish.onStale()
          }}
        />
      ) : error === undefined ? (
        <Loading />
      ) : (
        <ErrorState error={error} onRetry={again} />
      )}
      {!groupId && (
        <p className="mt-3 text-secondary text-ink-2">
          {t('change.before', { amount: money(order.totalMinor, order.currency, locale) })}
        </p>
      )}
    </Sheet>
  )
}

/** The menus the meals were ordered from, as they are now. */
function useMeals(order: Order, groups: readonly OrderGroup[]) {
  const [found, setFound] = useState<{ meals?: readonly ChangeMeal[]; error?: unknown }>({})
  const [asked, setAsked] = useState(0)
  const { servicePointId } = order.place
  // the order is asked for again and again while its page is open: what is being changed is what it was when this opened
  const [kept] = useState(groups)

  // `asked` is there to ask once more
  useEffect(() => {
    const leaving = new AbortController()
    const menuOf = async (group: OrderGroup): Promise<ChangeMeal> => {
      const query = { servicePointId, date: group.serviceDate, period: group.period }
      return mealOf(group, offersOf(await showMenu({ query }, { signal: leaving.signal }), group))
    }
    Promise.all(kept.map(menuOf)).then(
      (meals) => setFound({ meals }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setFound((was) => ({ ...was, error }))
      },
    )
    return () => leaving.abort()
  }, [servicePointId, kept, asked])
  return { ...found, again: () => setAsked((n) => n + 1) }
}
