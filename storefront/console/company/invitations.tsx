import { type Invitation, withdrawInvitation } from '../../api/company-admin'
import { useSession } from '../../api/session-gate'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import type { Invited } from './invite-sheet'

/** Who was asked and has not answered, as the company wrote them. */
export function Invitations({
  companyId,
  invitations,
  onRenew,
  onChange,
}: {
  readonly companyId: string
  readonly invitations: readonly Invitation[]
  readonly onRenew: (who: Invited) => void
  readonly onChange: () => void
}) {
  const { t } = useTranslation('company')
  const { locale } = useLocale()
  const { now } = useSession().installation
  if (invitations.length === 0) return null
  const stateOf = ({ hasLink, expiresAt }: Invitation) => {
    if (!hasLink) return t('people.linkMissing')
    return expiresAt <= now ? t('people.linkOld') : t('people.linkUntil', { day: day(expiresAt.slice(0, 10), locale) })
  }
  return (
    <section aria-labelledby="invited" className="rounded-card border border-line bg-surface p-4">
      <h2 id="invited" className="font-semibold">
        {t('people.invited')}
      </h2>
      <ul className="divide-y divide-line">
        {invitations.map((one) => (
          <li key={one.invitationId} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              {one.name} <span className="text-ink-2">{one.email}</span>
              <span className="block text-secondary text-ink-2">{stateOf(one)}</span>
            </span>
            <span className="flex gap-1">
              <Button kind="quiet" size="small" onClick={() => onRenew(one)}>
                {t('people.link')} <span className="sr-only">{one.name}</span>
              </Button>
              <Button
                kind="quiet"
                size="small"
                onClick={() =>
                  void withdrawInvitation({ params: { companyId, invitationId: one.invitationId } }).then(
                    onChange,
                    onChange,
                  )
                }
              >
                {t('people.withdraw')} <span className="sr-only">{one.name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
