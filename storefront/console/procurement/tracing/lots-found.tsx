import { SearchX } from 'lucide-react'
import { setSearch } from '../../../address/use-address'
import { findLots } from '../../../api/procurement-tracing'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import { useLotColumns } from '../stock/use-lot-columns'
import { useAsked } from '../use-procurement'

/** Lots with a code, at every site, used up or not: opening one traces it. */
export default function LotsFound({ code }: { readonly code: string }) {
  const { t } = useTranslation('procurement-tracing')
  const asked = useAsked(['tracing', 'lots', code], (signal) => findLots({ query: { code } }, { signal }))
  const columns = useLotColumns()
  return (
    <Loaded of={asked}>
      {({ lots }) => (
        <DataTable
          caption={t('lots')}
          columns={columns}
          rows={lots}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setSearch({ lot: id })}
          empty={<EmptyState icon={<SearchX size={28} />} title={t('noLot')} text={t('noLotText', { code })} />}
        />
      )}
    </Loaded>
  )
}
