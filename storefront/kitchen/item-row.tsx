import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import type { TicketItem } from './api'
import { useLocale } from '../i18n/use-locale'

/** One line of a ticket: how many of what, and in a yellow bar what somebody may not be able to eat. */
export function ItemRow({
  item,
  isVoid: ticketIsVoid,
}: {
  readonly item: TicketItem
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
      {item.allergens.length > 0 && !isVoid && !done && <AllergenBar codes={item.allergens} />}
    </li>
  )
}

function AllergenBar({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('kitchen')
  const words = useTranslation('ui')
  // the codes are those of the label law; one we have no word for is better shown than hidden
  const list = codes.map((code) => words.t(`allergen.${code as 'nuts'}`, { defaultValue: code }))
  return (
    <p className="col-start-2 my-0.5 flex items-start gap-1.5 rounded-control bg-note px-2 py-0.5 text-secondary font-semibold text-black">
      <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0" />
      {t('allergens', { list: list.join(t('comma')) })}
    </p>
  )
}
