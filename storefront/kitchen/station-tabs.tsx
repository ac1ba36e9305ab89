import { useTranslation } from '../i18n/use-translation'
import type { Station } from './api'
import { setSearch } from '../address/use-address'
import { useLocale } from '../i18n/use-locale'

/** Which station this tablet stands at; "all" is the expediter's view. */
export function StationTabs({
  stations,
  station,
}: {
  readonly stations: readonly Station[]
  readonly station: string | null
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const tabs = [{ code: null, label: t('all') }, ...stations.map(({ code, name }) => ({ code, label: say(name) }))]
  return (
    <fieldset className="flex min-w-0 flex-1 gap-1 overflow-x-auto p-1">
      <legend className="sr-only">{t('station')}</legend>
      {tabs.map(({ code, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={code === station}
          onClick={() => setSearch({ station: code })}
          className="min-h-[48px] shrink-0 rounded-control px-4 text-[1.125rem] hover:bg-line aria-pressed:bg-ink aria-pressed:font-bold aria-pressed:text-canvas"
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
