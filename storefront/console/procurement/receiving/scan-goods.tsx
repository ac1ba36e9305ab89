import { ScanLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { problemOf } from '../../../api/problem'
import { scanCode, type Scanned } from '../../../api/procurement-receiving'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Sheet } from '../../../ui/sheet'
import { Loading, useSentence } from '../../../ui/states'
import { fullDate } from '../full-date'
import { useAmounts } from '../use-amounts'

const Scanner = lazy(() => import('../../../scan/scanner').then(({ Scanner }) => ({ default: Scanner })))

/** Scans box after box: each code finds its line and fills in lot and expiry. */
export function ScanGoods({
  orderId,
  onScan,
}: {
  readonly orderId: string
  /** Puts a scan into the form; false when its line is not part of it. */
  readonly onScan: (scanned: Scanned) => boolean
}) {
  const { t } = useTranslation('procurement-receiving')
  const [open, setOpen] = useState(false)
  const [last, setLast] = useState<Scanned>()
  const [unknown, setUnknown] = useState(false)
  const [error, setError] = useState<unknown>()
  const sentence = useSentence(problemOf(error))
  const read = async (code: string) => {
    setError(undefined)
    setUnknown(false)
    try {
      const scanned = await scanCode({ params: { orderId }, query: { code } })
      if (onScan(scanned)) setLast(scanned)
      else setUnknown(true)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Button icon={<ScanLine size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('scan')}
      </Button>
      <Sheet open={open} title={t('scan')} description={t('scanText')} onOpenChange={setOpen}>
        <Suspense fallback={<Loading />}>
          <Scanner label={t('scanCode')} onCode={(code) => void read(code)} />
        </Suspense>
        <div aria-live="assertive" className="mt-3">
          {error !== undefined && <p className="rounded-control bg-danger-50 px-3 py-2 text-danger">{sentence}</p>}
          {unknown && <p className="rounded-control bg-warn-50 px-3 py-2 text-warn">{t('scanUnknown')}</p>}
          {last && !unknown && error === undefined && <Found scanned={last} />}
        </div>
      </Sheet>
    </>
  )
}

function Found({ scanned: { scan, ingredient, quantity, unit } }: { readonly scanned: Scanned }) {
  const { t } = useTranslation('procurement-receiving')
  const { locale, say } = useLocale()
  const amounts = useAmounts()
  const facts = [
    quantity !== null && unit && amounts.quantity(quantity, unit),
    scan.lotCode && `${t('lot')} ${scan.lotCode}`,
    scan.expiresOn && `${t('expires')} ${fullDate(scan.expiresOn, locale)}`,
  ].filter(Boolean)
  return (
    <p className="rounded-control bg-brand-50 px-3 py-2 text-brand-800">
      <span className="font-semibold">{ingredient ? say(ingredient) : ''}</span> {facts.join(' · ')}
    </p>
  )
}
