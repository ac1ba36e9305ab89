import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { setSearch, useAddress } from '../../../address/use-address'
import { type MenuOfDay, type Menus, showMenus } from '../../../api/menus'
import { day as dayText } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Select } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { Nothing } from '../section'
import { CalendarForm } from './calendar-form'
import { DaySheet } from './day-sheet'

const KEY = ['operator', 'menus']

/** What a kitchen serves in the next four weeks: the rotation, holidays, and days with another menu. */
export default function MenusPage() {
  const { t } = useTranslation('recipes')
  const { search } = useAddress()
  const siteId = search.get('site') ?? undefined
  const answer = useQuery({
    queryKey: [...KEY, siteId],
    queryFn: ({ signal }) => showMenus({ query: { siteId } }, { signal }),
  })
  return (
    <>
      <header className="mb-4">
        <h1 className="text-title font-semibold">{t('menus.title')}</h1>
        <p className="text-ink-2">{t('menus.text')}</p>
      </header>
      <Loaded of={answer}>{(menus) => <Found key={menus.siteId} menus={menus} />}</Loaded>
    </>
  )
}

function Found({ menus }: { readonly menus: Menus }) {
  const { t } = useTranslation('recipes')
  const { locale, say } = useLocale()
  const client = useQueryClient()
  const [open, setOpen] = useState<MenuOfDay>()
  const { sites, siteId, days, dishes, calendar } = menus
  const again = () => void client.invalidateQueries({ queryKey: KEY })
  if (siteId === null) return <Nothing>{t('menus.none')}</Nothing>
  const names = new Map(dishes.map(({ id, name }) => [id, say(name)]))
  const isPast = ({ cutoffAt }: MenuOfDay) => Date.parse(cutoffAt) <= Date.now()
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-6">
        <Select label={t('menus.site')} value={siteId} onChange={({ target }) => setSearch({ site: target.value })}>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
        <CalendarForm siteId={siteId} calendar={calendar} onSaved={again} />
      </div>
      <Table
        caption={t('menus.title')}
        rows={days}
        rowKey={({ serviceDate, period }) => `${serviceDate} ${period}`}
        empty={<Nothing>{t('menus.none')}</Nothing>}
        columns={[
          { key: 'day', header: t('menus.day'), cell: ({ serviceDate }) => dayText(serviceDate, locale) },
          { key: 'period', header: t('menus.period'), cell: ({ period }) => t(`ui:period.${period}`) },
          {
            key: 'origin',
            header: t('menus.why'),
            cell: ({ origin }) => (
              <Tag {...(origin === 'rotation' ? {} : { kind: 'warn' as const })}>{t(`menus.origin.${origin}`)}</Tag>
            ),
          },
          {
            key: 'dishes',
            header: t('menus.dishes'),
            cell: ({ dishes: served }) =>
              served.length === 0
                ? t('menus.closed')
                : served.map(({ dishId }) => names.get(dishId) ?? dishId).join('、'),
          },
          {
            key: 'edit',
            header: t('edit'),
            cell: (row) =>
              !isPast(row) && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={`${t('menus.change')}: ${row.serviceDate} ${t(`ui:period.${row.period}`)}`}
                  onClick={() => setOpen(row)}
                >
                  {t('menus.change')}
                </Button>
              ),
          },
        ]}
      />
      {open && (
        <DaySheet siteId={siteId} day={open} dishes={dishes} onClose={() => setOpen(undefined)} onSaved={again} />
      )}
    </>
  )
}
