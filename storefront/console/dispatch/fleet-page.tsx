import { Truck } from 'lucide-react'
import { setVehicle, type Vehicle } from '../../api/dispatch'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Switch } from '../../ui/choice'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { Table } from '../../ui/table'
import { Shell } from './shell'
import { useBoard, useDispatch } from './use-board'

/** The vans and bikes of a kitchen, and which of them drive. */
export default function FleetPage() {
  const { t } = useTranslation('dispatch')
  return (
    <Shell>
      {({ meal }) =>
        meal ? <Fleet menuDayId={meal.menuDayId} /> : <EmptyState title={t('noMeal')} text={t('noMealHint')} />
      }
    </Shell>
  )
}

function Fleet({ menuDayId }: { readonly menuDayId: string }) {
  const { t } = useTranslation('dispatch')
  const { locale, say } = useLocale()
  const { data, error, refetch } = useBoard(menuDayId)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Table
      caption={t('fleet.caption')}
      rows={data.vehicles}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('fleet.none')} text={t('fleet.noneHint')} icon={<Truck size={28} />} />}
      columns={[
        { key: 'name', header: t('fleet.name'), cell: ({ name }) => <b className="font-semibold">{say(name)}</b> },
        { key: 'boxes', header: t('table.boxes'), align: 'end', cell: ({ boxes }) => count(boxes, locale) },
        {
          key: 'kept',
          header: t('fleet.kept'),
          align: 'end',
          cell: ({ hotBoxes, chilledBoxes }) => `${count(hotBoxes, locale)} / ${count(chilledBoxes, locale)}`,
        },
        {
          key: 'speed',
          header: t('fleet.speed'),
          align: 'end',
          cell: ({ metresPerSecond }) => t('fleet.kmh', { speed: count(metresPerSecond * 3.6, locale) }),
        },
        {
          key: 'shift',
          header: t('fleet.shift'),
          cell: ({ shiftFrom, shiftTo }) => (
            <span className="figures whitespace-nowrap">
              {shiftFrom.slice(0, 5)}–{shiftTo.slice(0, 5)}
            </span>
          ),
        },
        { key: 'trips', header: t('fleet.trips'), align: 'end', cell: ({ trips }) => count(trips, locale) },
        { key: 'active', header: t('fleet.state'), cell: (vehicle) => <Drives vehicle={vehicle} /> },
      ]}
    />
  )
}

function Drives({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation('dispatch')
  const { act } = useDispatch((active: boolean, options) => {
    return setVehicle({ params: { vehicleId: vehicle.id }, body: { active } }, options)
  })
  return (
    <Switch
      label={t(vehicle.active ? 'fleet.drives' : 'fleet.rests')}
      checked={vehicle.active}
      onChange={(active) => act(active)}
    />
  )
}
