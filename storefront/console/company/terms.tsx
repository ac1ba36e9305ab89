import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Setup, setAllowed, showSetup } from '../../api/company-admin'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Loaded } from '../../ui/loaded'
import { EmptyState, Problems } from '../../ui/states'
import { Table } from '../../ui/table'
import { notify } from '../../ui/toast'
import { Choices } from './rule-sheet'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const

/** At which kitchens and for which meals the company's money is good, and the prices agreed with it. */
export function Terms({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const params = { companyId }
  const answer = useQuery({
    queryKey: ['company-setup', companyId],
    queryFn: ({ signal }) => showSetup({ params, query: {} }, { signal }),
  })
  return (
    <Loaded of={answer}>
      {(setup) => (
        <div className="grid gap-6 lg:grid-cols-2">
          <Allowed key={companyId} setup={setup} onDone={() => void answer.refetch()} />
          <section>
            <Table
              caption={t('terms.prices')}
              rows={setup.prices}
              rowKey={({ dishId, from }) => `${dishId} ${from}`}
              empty={<EmptyState title={t('terms.noPrices')} text={t('terms.noPricesText')} />}
              columns={[
                { key: 'dish', header: t('terms.dish'), cell: ({ name }) => say(name) },
                {
                  key: 'price',
                  header: t('terms.price'),
                  align: 'end',
                  cell: ({ priceMinor }) => money(priceMinor, setup.currency, locale),
                },
                {
                  key: 'public',
                  header: t('terms.public'),
                  align: 'end',
                  cell: ({ publicMinor }) => money(publicMinor, setup.currency, locale),
                },
                { key: 'from', header: t('rules.from'), cell: ({ from }) => day(from, locale) },
              ]}
            />
          </section>
        </div>
      )}
    </Loaded>
  )
}

function Allowed({ setup, onDone }: { readonly setup: Setup; readonly onDone: () => void }) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [siteIds, setSites] = useState(setup.allowedSiteIds ?? setup.kitchens.map(({ id }) => id))
  const [periods, setPeriods] = useState<readonly (typeof PERIODS)[number][]>(setup.allowedPeriods ?? PERIODS)
  const [error, setError] = useState<unknown>()
  const save = () => {
    setError(undefined)
    const body = {
      siteIds: siteIds.length === setup.kitchens.length ? null : siteIds,
      periods: periods.length === PERIODS.length ? null : [...periods],
    }
    setAllowed({ params: { companyId: setup.companyId }, body }).then(() => {
      void notify({ text: t('terms.saved') })
      onDone()
    }, setError)
  }
  const toggled = <T,>(all: readonly T[], one: T) => (all.includes(one) ? all.filter((x) => x !== one) : [...all, one])
  const none = siteIds.length === 0 || periods.length === 0
  return (
    <section className="space-y-4">
      <Choices
        legend={t('terms.kitchens')}
        options={setup.kitchens.map(({ id, name }) => [id, say(name)] as const)}
        chosen={siteIds}
        onToggle={(id) => setSites(toggled(siteIds, id))}
      />
      <Choices
        legend={t('terms.meals')}
        options={PERIODS.map((period) => [period, t(`period.${period}`)] as const)}
        chosen={periods}
        onToggle={(period) => setPeriods(toggled(periods, period))}
      />
      <Button disabledBecause={none ? t('terms.atLeastOne') : undefined} onClick={save}>
        {t('rules.save')}
      </Button>
      {error !== undefined && <Problems error={error} />}
    </section>
  )
}
