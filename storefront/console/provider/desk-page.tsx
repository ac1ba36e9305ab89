import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { setSearch, useAddress } from '../../address/use-address'
import { type Calendar, listProviders, showCalendar } from '../../api/provider'
import { useSession } from '../../api/session-gate'
import { dateIn, day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { IconButton } from '../../ui/button'
import { Segmented } from '../../ui/choice'
import { Select } from '../../ui/field'
import { Loaded } from '../../ui/loaded'
import { BookingList } from './booking-list'
import { DayGrid } from './day-grid'
import { Redeem } from './redeem'
import { SessionList } from './session-list'
import { WeekGrid } from './week-grid'

const VIEWS = ['day', 'week'] as const
const CHECK_MS = 15_000

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The desk of whoever can be booked: the calendar of a day or week, who comes, and vouchers. */
export default function DeskPage() {
  const { t } = useTranslation('provider')
  const providers = useQuery({ queryKey: ['provider'], queryFn: ({ signal }) => listProviders(undefined, { signal }) })
  return (
    <>
      <h1 className="mb-3 text-title font-semibold">{t('title')}</h1>
      <Loaded of={providers}>{({ providers: all }) => <Desk providers={all} />}</Loaded>
    </>
  )
}

function Desk({ providers }: { readonly providers: readonly Calendar['provider'][] }) {
  const { t } = useTranslation('provider')
  const { locale, say } = useLocale()
  const { installation } = useSession()
  const { search } = useAddress()
  const queries = useQueryClient()
  const provider = providers.find(({ id }) => id === search.get('provider')) ?? providers[0]
  const date = search.get('date') ?? dateIn(installation.now, provider?.zone ?? 'UTC')
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'day'
  const days = view === 'day' ? 1 : 7
  const to = later(date, days - 1)
  const providerId = provider?.id ?? ''
  const calendar = useQuery({
    queryKey: ['provider', providerId, date, to],
    queryFn: ({ signal }) => showCalendar({ params: { providerId }, query: { from: date, to } }, { signal }),
    placeholderData: keepPreviousData,
    enabled: provider !== undefined,
    refetchInterval: CHECK_MS,
  })
  const refresh = () => void queries.invalidateQueries({ queryKey: ['provider', providerId] })
  if (!provider) return <p className="text-ink-2">{t('none')}</p>
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end gap-3">
        {providers.length > 1 && (
          <Select
            label={t('provider')}
            value={provider.id}
            onChange={({ target }) => setSearch({ provider: target.value })}
          >
            {providers.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </Select>
        )}
        <Segmented
          label={t('view.label')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => setSearch({ view: value })}
        />
        <span className="flex items-center gap-1">
          <IconButton label={t('before')} onClick={() => setSearch({ date: later(date, -days) })}>
            <ChevronLeft size={20} aria-hidden />
          </IconButton>
          <b className="min-w-40 text-center">
            {view === 'day' ? day(date, locale) : `${day(date, locale)} – ${day(to, locale)}`}
          </b>
          <IconButton label={t('after')} onClick={() => setSearch({ date: later(date, days) })}>
            <ChevronRight size={20} aria-hidden />
          </IconButton>
        </span>
        <Redeem providerId={providerId} onDone={refresh} />
      </div>
      <Loaded of={calendar}>
        {(found) => (
          <>
            {found.resources.length > 0 &&
              (view === 'day' ? (
                <DayGrid calendar={found} date={date} onDone={refresh} />
              ) : (
                <WeekGrid calendar={found} from={date} />
              ))}
            <BookingList calendar={found} onDone={refresh} />
            <SessionList calendar={found} onDone={refresh} />
          </>
        )}
      </Loaded>
    </div>
  )
}
