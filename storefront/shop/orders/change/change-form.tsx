import { money } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Problems } from '../../../ui/states'
import { AllergyCheck } from '../../checkout/allergy-check'
import { PayerLines } from '../../checkout/payer-lines'
import type { ChangeWish } from './change-sheet'
import { MealRows } from './dish-rows'
import type { ChangeMeal } from './meals'
import { useChange } from './use-change'

/** What is wanted instead, what that costs and who pays it, and the one act with its amount. */
export function ChangeForm({ meals, ...wish }: ChangeWish & { readonly meals: readonly ChangeMeal[] }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const change = useChange({ ...wish, meals })
  const { quote, error, refusal, busy, freed, wanted, isEmpty, isSame, unsure } = change
  const { order } = wish
  const amount = (minor: number) => money(minor, order.currency, locale)
  const due = freed ?? quote?.dueMinor ?? 0
  const because = () => {
    if (isEmpty) return t('change.nothing')
    if (isSame) return t('change.same')
    if (!quote) return t(error ? 'checkout.noTotal' : 'checkout.counting')
    return unsure ? t('allergens.checkFirst') : undefined
  }
  const act = () => {
    if (!quote || isEmpty || isSame) return t('change.button')
    return due > 0 ? t('change.pay', { amount: amount(due) }) : t('change.confirm')
  }
  return (
    <div className="space-y-3">
      {meals.map((meal) => (
        <MealRows
          key={meal.group.id}
          meal={meal}
          named={meals.length > 1}
          payWith={quote?.payWith ?? 'private'}
          wanted={wanted}
          onWant={change.want}
        />
      ))}
      {quote && !isEmpty && (
        <>
          <dl className="figures border-t border-line pt-2" aria-live="polite">
            {quote.feeMinor > 0 && (
              <div className="flex justify-between text-ink-2">
                <dt>{t('checkout.fee')}</dt>
                <dd>{amount(quote.feeMinor)}</dd>
              </div>
            )}
            <div className="flex justify-between font-bold">
              <dt>{t('change.total')}</dt>
              <dd>{amount(quote.totalMinor)}</dd>
            </div>
          </dl>
          {freed === undefined ? (
            <PayerLines {...quote} />
          ) : (
            <output className="block rounded-control bg-warn-50 px-3 py-2 text-secondary text-warn">
              {t('change.freed', { amount: amount(freed) })}
            </output>
          )}
          <AllergyCheck quote={quote} agreed={change.agreed} onAgree={change.setAgreed} />
        </>
      )}
      <p className="text-secondary text-ink-2">
        {t(order.status === 'awaiting_payment' ? 'change.unpaid' : due > 0 ? 'change.paidAnew' : 'change.paid')}
      </p>
      {error !== undefined && refusal === undefined && <Problems error={error} />}
      {refusal !== undefined && freed === undefined && <Problems error={refusal} />}
      <Button
        size="large"
        wide
        busy={busy}
        disabledBecause={because()}
        onClick={() => {
          if (quote) void change.change(quote)
        }}
      >
        {act()}
      </Button>
    </div>
  )
}
