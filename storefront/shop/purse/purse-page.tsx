import { ArrowLeft, WalletCards } from 'lucide-react'
import { Link, redirect, useLoaderData, useRevalidator, useSearchParams } from 'react-router'
import { problemOf } from '../../api/problem'
import { type OwnPurse, showPurse } from '../../api/purse'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/states'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { Movements } from './movements'
import { TopUp } from './top-up'

interface Purse extends OwnPurse {
  /** Where this browser orders. */
  readonly servicePointId: string | undefined
}

/** The caller's meal cards; whoever is not known logs in first. */
export const loader = loading(async ({ visitor, signal }): Promise<Purse> => {
  const { servicePointId, fetcher } = visitor
  const own = await showPurse(undefined, { fetcher, signal }).catch((error: unknown) => {
    if (problemOf(error).status === 401) throw redirect('/login?next=/me/purse')
    throw error
  })
  return { ...own, servicePointId }
})

/** The page at /me/purse: what is on the cards, filling one's own, and what moved. */
export function Component() {
  const { purses, movements, owedBack, servicePointId } = useLoaderData<Purse>()
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { revalidate } = useRevalidator()
  const [search] = useSearchParams()
  usePageTitle(t('purse.title'))
  const currency = purses[0]?.currency ?? 'cny'
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4 pb-6">
      <Link to="/me" className="inline-flex min-h-target items-center gap-1.5 pt-3 text-brand-700 hover:underline">
        <ArrowLeft size={18} aria-hidden />
        {t('me.title')}
      </Link>
      <h1 className="text-headline font-bold">{t('purse.title')}</h1>
      {search.has('paid') && (
        <output className="block rounded-control bg-info-50 px-3 py-2 text-info">{t('purse.onItsWay')}</output>
      )}
      {owedBack.map(({ id, amountMinor, currency: of }) => (
        <output key={id} className="block rounded-control bg-info-50 px-3 py-2 text-info">
          {t('purse.owedBack', { amount: money(amountMinor, of, locale) })}
        </output>
      ))}
      {purses.length === 0 && (
        <EmptyState icon={<WalletCards size={28} />} title={t('purse.none')} text={t('purse.noneText')} />
      )}
      {purses.map(({ id, kind, balanceMinor, heldMinor, expiresOn, ...purse }) => (
        <Card key={id} as="section">
          <h2 className="font-semibold">{t(`purse.kind.${kind}`)}</h2>
          <p className="figures text-headline font-bold">{money(balanceMinor, purse.currency, locale)}</p>
          <p className="text-secondary text-ink-2">{t(`purse.about.${kind}`)}</p>
          {heldMinor > 0 && (
            <p className="text-ink-2">{t('purse.held', { amount: money(heldMinor, purse.currency, locale) })}</p>
          )}
          {expiresOn && <p className="text-ink-2">{t('purse.until', { day: expiresOn })}</p>}
        </Card>
      ))}
      <TopUp currency={currency} servicePointId={servicePointId} onPaid={() => void revalidate()} />
      <Movements movements={movements} purses={purses} />
    </div>
  )
}
