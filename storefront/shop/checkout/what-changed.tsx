import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { changesBetween } from './changes-between'

/** What is different from what somebody agreed to, old beside new, so that one tap can accept it. */
export function WhatChanged({ was, now }: { readonly was: Quote; readonly now: Quote }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, now.currency, locale)
  const changes = changesBetween(was, now)
  if (changes.length === 0) return null
  const dayOf = (menuDayId: string | null) => {
    const group = [...now.groups, ...was.groups].find((one) => one.menuDayId === menuDayId)
    return group ? `${day(group.serviceDate, locale)} · ` : ''
  }
  return (
    <section
      aria-label={t('checkout.changed')}
      className="rounded-control bg-warn-50 px-3 py-2 text-secondary text-warn"
    >
      <h3 className="font-semibold">{t('checkout.changed')}</h3>
      <ul className="figures">
        {changes.map(({ key, of, menuDayId, wasMinor, nowMinor }) => (
          <li key={key} className="flex justify-between gap-3">
            <span className="min-w-0">
              {dayOf(menuDayId)}
              {typeof of === 'string' ? t(`checkout.${of}`) : say(of)}
            </span>
            <span className="shrink-0">
              <s>{amount(wasMinor)}</s> → <b>{amount(nowMinor)}</b>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
