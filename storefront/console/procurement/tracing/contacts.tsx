import { traceContacts } from '../../../api/procurement-tracing'
import { useTranslation } from '../../../i18n/use-translation'
import { Loaded } from '../../../ui/loaded'
import { Sheet } from '../../../ui/sheet'
import { TableFoot } from '../../../ui/table-foot'
import { useAsked } from '../use-procurement'

/** Whom to call about a lot. That they were looked at is noted. */
export function Contacts({ lotId, onClose }: { readonly lotId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-tracing')
  const asked = useAsked(['tracing', 'contacts', lotId], (signal) => traceContacts({ params: { lotId } }, { signal }))
  return (
    <Sheet open place="panel" title={t('contacts.title')} description={t('contacts.text')} onOpenChange={onClose}>
      <Loaded of={asked}>
        {({ contacts }) => (
          <>
            <ul className="divide-y divide-line border-y border-line">
              {contacts.map((contact) => (
                <li key={contact.personId} className="flex flex-wrap items-center justify-between gap-x-3 py-2">
                  <span>
                    <span className="font-medium">{contact.name}</span>
                    <span className="block text-secondary text-ink-2">{contact.orders.join(', ')}</span>
                  </span>
                  <a className="figures text-brand-700 underline" href={`tel:${contact.phone}`}>
                    {contact.phone}
                  </a>
                </li>
              ))}
            </ul>
            <TableFoot
              name={t('contacts.title')}
              rows={contacts}
              columns={[
                { key: 'name', header: t('contacts.name'), cell: ({ name }) => name, sort: ({ name }) => name },
                { key: 'phone', header: t('contacts.phone'), cell: ({ phone }) => phone, sort: ({ phone }) => phone },
                {
                  key: 'orders',
                  header: t('totals.orders'),
                  cell: ({ orders }) => orders.length,
                  sort: ({ orders }) => orders.join(' '),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Sheet>
  )
}
