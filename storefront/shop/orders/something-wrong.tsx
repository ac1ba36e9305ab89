import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Order } from '../../api/store'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'

const CASES = ['late', 'missing', 'change'] as const

/** Help, always in the same place of an order. */
export function SomethingWrong({ order }: { readonly order: Order }) {
  const { t } = useTranslation('shop')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon={<CircleHelp size={19} aria-hidden />} onClick={() => setOpen(true)}>
        {t('wrong.button')}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t('wrong.title')}
        description={t('wrong.text', { number: order.number })}
      >
        <dl className="divide-y divide-line">
          {CASES.map((name) => (
            <div key={name} className="py-3">
              <dt className="font-semibold">{t(`wrong.${name}.title`)}</dt>
              <dd className="text-ink-2">{t(`wrong.${name}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </>
  )
}
