import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { setSearch, useAddress } from '../../address/use-address'
import { type Claim, issueClaim, listClaims } from '../../api/subsidies'
import { count, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Loaded } from '../../ui/loaded'
import { EmptyState, Problems } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { Tag } from '../../ui/tag'

/** The month before a day, `YYYY-MM`: the one that can be claimed. */
const monthBefore = (day: string): string => {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - 1)
  return first.toISOString().slice(0, 7)
}

/** A month's claims, one a funder: what stands in them, issuing them, and their files. */
export function Claims({ operatorId, today }: { readonly operatorId: string; readonly today: string }) {
  const { t } = useTranslation('subsidies')
  const { locale, say } = useLocale()
  const { search } = useAddress()
  const month = search.get('month') ?? monthBefore(today)
  const [error, setError] = useState<unknown>()
  const answer = useQuery({
    queryKey: ['claims', operatorId, month],
    queryFn: ({ signal }) => listClaims({ params: { operatorId }, query: { month } }, { signal }),
    enabled: /^20\d\d-\d\d$/.test(month),
  })
  const { refetch } = answer
  const issue = ({ schemeId, funder }: Claim) => {
    setError(undefined)
    issueClaim({ params: { operatorId }, body: { schemeId, funder, month } }).then(() => refetch(), setError)
  }
  const columns: Column<Claim>[] = [
    { key: 'scheme', header: t('scheme'), cell: ({ scheme }) => say(scheme) },
    { key: 'funder', header: t('funder'), cell: ({ funder }) => funder },
    { key: 'lines', header: t('lines'), align: 'end', cell: ({ lines }) => count(lines, locale) },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: ({ amountMinor, currency }) => money(amountMinor, currency, locale),
    },
    {
      key: 'file',
      header: t('file'),
      cell: (claim) =>
        claim.claimId ? (
          <span className="flex flex-wrap items-center gap-1">
            <Tag>{t('issued')}</Tag>
            {(['csv', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                className={buttonLook({ kind: 'quiet', size: 'small' })}
                href={`/api/operator/claims/${claim.claimId}/file?format=${format}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        ) : (
          <Button kind="secondary" size="small" onClick={() => issue(claim)}>
            {t('issue')}
          </Button>
        ),
    },
  ]
  return (
    <div className="space-y-4">
      <div className="max-w-60">
        <TextField
          label={t('month')}
          type="month"
          value={month}
          onChange={({ target }) => setSearch({ month: target.value })}
        />
      </div>
      {error !== undefined && <Problems error={error} />}
      <Loaded of={answer}>
        {({ claims }) => (
          <Table
            caption={t('view.claims')}
            columns={columns}
            rows={claims}
            rowKey={({ schemeId, funder }) => `${schemeId} ${funder}`}
            empty={<EmptyState title={t('noClaims')} text={t('noClaimsText')} />}
          />
        )}
      </Loaded>
    </div>
  )
}
