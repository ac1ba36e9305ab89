import { useMemo } from 'react'
import { setSearch } from '../../address/use-address'
import type { Board, Stop } from '../../api/dispatch'
import { count, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { DataTable } from '../../ui/data-table'
import type { Column } from '../../ui/table'
import { placeOf, type RunOnBoard } from './board'
import { LatenessTag } from './lateness'
import { RunLine } from './run-line'

interface Row extends Stop {
  readonly run: RunOnBoard
  readonly place: number
}

/** Every stop of the runs that are shown, to sort and to read; Enter opens one on the left. */
export default function StopTable({ board, runs }: { readonly board: Board; readonly runs: readonly RunOnBoard[] }) {
  const { t } = useTranslation('dispatch')
  const { locale, say } = useLocale()
  const { zone } = board.plan
  const rows = useMemo(
    () => runs.flatMap((run) => run.stopList.map((stop): Row => ({ ...stop, run, place: placeOf(run, stop) }))),
    [runs],
  )
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        key: 'run',
        header: t('table.run'),
        sort: ({ run, place }) => run.number * 1000 + place,
        cell: ({ run, place }) => (
          <span className="figures flex items-center gap-2 whitespace-nowrap">
            <RunLine run={run} /> {run.number} · {place}
          </span>
        ),
      },
      {
        key: 'stop',
        header: t('table.stop'),
        sort: ({ community, name }) => `${say(community)} ${say(name)}`,
        cell: ({ community, name }) => `${say(community)} ${say(name)}`,
      },
      { key: 'boxes', header: t('table.boxes'), align: 'end', cell: ({ boxes }) => count(boxes, locale) },
      {
        key: 'window',
        header: t('table.window'),
        sort: ({ windowTo }) => windowTo,
        cell: ({ windowFrom, windowTo }) => (
          <span className="figures whitespace-nowrap">
            {time(windowFrom, zone)}–{time(windowTo, zone)}
          </span>
        ),
      },
      {
        key: 'eta',
        header: t('table.eta'),
        align: 'end',
        sort: ({ doneAt, eta }) => doneAt ?? eta ?? '',
        cell: ({ doneAt, eta }) => (doneAt ? time(doneAt, zone) : eta ? time(eta, zone) : '–'),
      },
      { key: 'state', header: t('table.state'), cell: (stop) => <LatenessTag stop={stop} /> },
    ],
    [t, say, locale, zone],
  )
  return (
    <DataTable
      caption={t('table.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id, run }) => setSearch({ run: run.id, stop: id, list: null })}
      empty={<p className="py-8 text-center text-ink-2">{t('show.nothing')}</p>}
    />
  )
}
