import { Star } from 'lucide-react'
import { useState } from 'react'
import { rateGroup, showRatings } from '../../api/satisfaction'
import type { Order, OrderGroup } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Stars } from '../../ui/stars'
import { notify } from '../../ui/toast'

const DELIVERY = 'delivery'

interface Said {
  readonly scores: Readonly<Record<string, number>>
  readonly comment: string
}

/** What a resident thinks of a meal that was handed over; can be said again. */
export function RateMeal({ order, group }: { readonly order: Order; readonly group: OrderGroup }) {
  const { t } = useTranslation('shop')
  const [said, setSaid] = useState<Said>()
  const open = async () => {
    // what was said before is a convenience: without it one begins anew
    const known = await showRatings({ params: { orderId: order.id } }).catch(() => undefined)
    const own = known?.groups.find(({ groupId }) => groupId === group.id)
    const dishes = own?.dishes.map(({ lineId, score }) => [lineId, score] as const) ?? []
    const delivery = own?.delivery ? [[DELIVERY, own.delivery] as const] : []
    setSaid({ scores: Object.fromEntries([...dishes, ...delivery]), comment: own?.comment ?? '' })
  }
  return (
    <>
      <Button kind="secondary" wide icon={<Star size={18} aria-hidden />} onClick={() => void open()}>
        {t('rate.button')}
      </Button>
      {said && <RateSheet order={order} group={group} before={said} onClose={() => setSaid(undefined)} />}
    </>
  )
}

function RateSheet({
  order,
  group,
  before,
  onClose,
}: {
  readonly order: Order
  readonly group: OrderGroup
  readonly before: Said
  readonly onClose: () => void
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const [scores, setScores] = useState(before.scores)
  const [comment, setComment] = useState(before.comment)
  const subjects = [
    ...group.lines.map(({ id, name }) => ({ id, label: say(name) })),
    { id: DELIVERY, label: t('rate.delivery') },
  ]
  const send = async (key: string) => {
    const dishes = group.lines.flatMap(({ id }) => (scores[id] ? [{ lineId: id, score: scores[id] }] : []))
    const body = { groupId: group.id, dishes, delivery: scores[DELIVERY] ?? null, comment }
    await rateGroup({ params: { orderId: order.id }, body }, { key })
    void notify({ text: t('rate.thanks') })
  }
  return (
    <FormSheet
      title={t('rate.title')}
      description={t('rate.text')}
      submit={t('rate.send')}
      disabledBecause={Object.keys(scores).length === 0 ? t('rate.choose') : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <div className="divide-y divide-line">
        {subjects.map(({ id, label }) => (
          <Stars
            key={id}
            name={id}
            label={label}
            value={scores[id] ?? 0}
            say={(score) => t('rate.score', { score })}
            onChange={(score) => setScores((was) => ({ ...was, [id]: score }))}
          />
        ))}
      </div>
      <TextArea
        label={t('rate.comment')}
        maxLength={500}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </FormSheet>
  )
}
