import type { Drop } from '../api/courier'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { useAct } from './acts/use-act'

/** Into which compartment an order goes, and that its door is shut. */
export function StoreSheet({
  runId,
  drop,
  onClose,
  onDone,
}: {
  readonly runId: string
  readonly drop: Drop
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const store = useAct(onDone)
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('locker.title', { number: drop.number })}
      description={say(drop.point)}
      footer={
        <Button
          size="large"
          wide
          busy={store.busy}
          onClick={() => store.act({ kind: 'store', runId, dropId: drop.id, number: drop.number })}
        >
          {t('locker.shut')}
        </Button>
      }
    >
      <p className="figures text-center text-[72px] leading-tight font-bold">{drop.compartment}</p>
      <p className="text-center text-ink-2">{t('locker.hint', { count: drop.boxes })}</p>
      {store.problem && <Problems error={store.problem} />}
    </Sheet>
  )
}
