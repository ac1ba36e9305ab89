import { Check } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { useAllergens } from './allergy-bar'
import type { TicketItem } from './api'
import { useLocale } from '../i18n/use-locale'

/** One line of a ticket: how many of what, and what of it whoever eats it said they cannot eat. */
export function ItemRow({
  item,
  allergies,
  isVoid: ticketIsVoid,
}: {
  readonly item: TicketItem
  /** What whoever eats it said they cannot eat. */
  readonly allergies: readonly string[]
  /** The whole ticket was cancelled. */
  readonly isVoid: boolean
}) {
  const isVoid = ticketIsVoid || item.isVoid
  const isChanged = item.was !== null || item.isVoid
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const done = item.doneAt !== null
  return (
    <li
      className={`grid grid-cols-[3.25rem_1fr] items-baseline ${isChanged && !done ? 'animate-flash rounded-control bg-note/15' : ''}`}
    >
      <span className={`figures font-bold ${isVoid ? 'text-ink-2' : 'text-quantity'}`}>{item.quantity}×</span>
      <span className={isVoid ? 'text-ink-2 line-through' : done ? 'text-ink-2' : ''}>
        <span className="line-clamp-2" title={say(item.name)}>
          {done && <Check size={20} aria-hidden className="mr-1 inline text-brand-700" />}
          {say(item.name)}
          {done && <span className="sr-only"> {t('finished')}</span>}
          {item.isVoid && <span className="sr-only"> {t('ranOut')}</span>}
        </span>
        {item.was && (
          <span className="block text-secondary text-ink-2">
            <s>{say(item.was)}</s> {t('insteadOf')}
          </span>
        )}
      </span>
      {!isVoid && !done && <Contains codes={item.allergens} allergies={allergies} />}
    </li>
  )
}

/** What is in it: told apart in yellow where the guest said they cannot eat it and took it all the same. */
function Contains({ codes, allergies }: { readonly codes: readonly string[]; readonly allergies: readonly string[] }) {
  const { t } = useTranslation('kitchen')
  const inWords = useAllergens()
  if (codes.length === 0) return null
  const hits = codes.filter((code) => allergies.includes(code))
  return (
    <p className="col-start-2 my-0.5 text-secondary text-ink-2">
      {t('allergens', { list: inWords(codes) })}
      {hits.length > 0 && (
        <b className="mt-0.5 block rounded-control bg-note px-2 py-0.5 text-black">
          {t('knowingly', { list: inWords(hits) })}
        </b>
      )}
    </p>
  )
}
