import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { acceptCatering, type Catering, changeHeads, listCatering, withdrawCatering } from '../../api/company-admin'
import { day, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { CateringCard } from './catering-card'
import { CateringSheet } from './catering-sheet'

const ZONE = 'Asia/Shanghai'

type Open = { kind: 'ask' } | { kind: 'accept' | 'heads' | 'withdraw'; catering: Catering } | undefined

/** A company's catering: asked for, quoted, accepted in one act, with another number of heads until the cut-off. */
export function CompanyCatering({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const [open, setOpen] = useState<Open>()
  const params = { companyId }
  const answer = useQuery({
    queryKey: ['company-catering', companyId],
    queryFn: ({ signal }) => listCatering({ params }, { signal }),
  })
  const close = () => setOpen(undefined)
  const again = () => void answer.refetch()
  const one = (catering: Catering) => ({ params: { companyId, requestId: catering.requestId } })
  return (
    <Loaded of={answer}>
      {({ catering: all, points }) => (
        <div className="space-y-3">
          <Button onClick={() => setOpen({ kind: 'ask' })}>{t('catering.ask')}</Button>
          {all.length === 0 && <EmptyState title={t('catering.none')} text={t('catering.noneText')} />}
          <ul className="space-y-2">
            {all.map((catering) => {
              const { status, requestId, validUntil } = catering
              const quoted = status === 'quoted'
              return (
                <CateringCard key={requestId} catering={catering} title={say(catering.place)}>
                  {quoted && validUntil && (
                    <p className="w-full text-secondary text-ink-2">
                      {t('catering.validUntil', {
                        until: `${day(validUntil.slice(0, 10), locale)} ${time(validUntil, ZONE)}`,
                      })}
                    </p>
                  )}
                  {quoted && (
                    <Button onClick={() => setOpen({ kind: 'accept', catering })}>{t('catering.accept')}</Button>
                  )}
                  {(quoted || status === 'accepted') && (
                    <Button kind="secondary" onClick={() => setOpen({ kind: 'heads', catering })}>
                      {t('catering.changeHeads')}
                    </Button>
                  )}
                  {(status === 'asked' || quoted) && (
                    <Button kind="quiet" onClick={() => setOpen({ kind: 'withdraw', catering })}>
                      {t('catering.withdraw')}
                    </Button>
                  )}
                  {catering.orderId && (
                    <a className="underline" href={`/orders/${catering.orderId}`}>
                      {t('catering.order')}
                    </a>
                  )}
                </CateringCard>
              )
            })}
          </ul>
          {open?.kind === 'ask' && (
            <CateringSheet companyId={companyId} points={points} onClose={close} onDone={again} />
          )}
          {open?.kind === 'accept' && (
            <FormSheet
              title={t('catering.accept')}
              description={t('catering.acceptText', {
                amount: money(open.catering.totalMinor, open.catering.currency, locale),
                place: say(open.catering.place),
              })}
              submit={t('catering.accept')}
              onClose={close}
              onSubmit={async (key) => {
                await acceptCatering({ ...one(open.catering), body: { version: open.catering.version } }, { key })
                again()
              }}
            />
          )}
          {open?.kind === 'withdraw' && (
            <FormSheet
              title={t('catering.withdraw')}
              submit={t('catering.withdraw')}
              danger
              onClose={close}
              onSubmit={async (key) => {
                await withdrawCatering(one(open.catering), { key })
                again()
              }}
            />
          )}
          {open?.kind === 'heads' && (
            <Heads
              catering={open.catering}
              onClose={close}
              onChange={async (heads, key) => {
                const { version } = open.catering
                await changeHeads({ ...one(open.catering), body: { version, heads } }, { key })
                again()
              }}
            />
          )}
        </div>
      )}
    </Loaded>
  )
}

function Heads({
  catering,
  onClose,
  onChange,
}: {
  readonly catering: Catering
  readonly onClose: () => void
  readonly onChange: (heads: number, key: string) => Promise<void>
}) {
  const { t } = useTranslation('company')
  const [heads, setHeads] = useState(String(catering.heads))
  return (
    <FormSheet
      title={t('catering.changeHeads')}
      description={t('catering.headsText')}
      submit={t('catering.changeHeads')}
      onClose={onClose}
      onSubmit={(key) => onChange(Number(heads), key)}
    >
      <TextField
        label={t('catering.headsLabel')}
        type="number"
        min="1"
        max="2000"
        required
        value={heads}
        onChange={(event) => setHeads(event.target.value)}
      />
    </FormSheet>
  )
}
