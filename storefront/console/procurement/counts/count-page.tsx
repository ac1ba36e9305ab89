import { ArrowLeft } from 'lucide-react'
import { Link } from '../../../address/link'
import type { Params } from '../../../address/match'
import { showCount } from '../../../api/procurement-counts'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Loaded } from '../../../ui/loaded'
import { useAsked } from '../use-procurement'
import { CountResult } from './count-result'
import { CountSheet } from './count-sheet'
import { CountTag } from './count-tag'

/** One count: to be filled in at the shelf with the phone, or what came of it. */
export default function CountPage({ params }: { readonly params: Params }) {
  const { t } = useTranslation('procurement-counts')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const countId = params['countId'] ?? ''
  const asked = useAsked(['count', countId], (signal) => showCount({ params: { countId } }, { signal }))
  return (
    <>
      <Link
        to="/console/procurement/counts"
        className="mb-2 inline-flex min-h-target items-center gap-1 text-brand-700"
      >
        <ArrowLeft size={16} aria-hidden /> {t('back')}
      </Link>
      <Loaded of={asked}>
        {(count) => {
          const open = count.status === 'counting' || count.status === 'recount'
          return (
            <>
              <h1 className="flex flex-wrap items-center gap-2 text-title font-semibold">
                {t('sheetOf', { site: say(count.site) })} <CountTag status={count.status} />
              </h1>
              <p className="mb-4 text-ink-2">
                {count.storage ? buying(`storage.${count.storage}`) : t('everything')} · {count.openedBy}
              </p>
              {open ? <CountSheet count={count} /> : <CountResult count={count} />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
