import { QrCode } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { redeem } from '../../api/provider'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { notify } from '../../ui/toast'

const Scanner = lazy(() => import('../../scan/scanner').then(({ Scanner: Component }) => ({ default: Component })))

/** Checks a guest in by the code on their phone, scanned or typed; each code once. */
export function Redeem({ providerId, onDone }: { readonly providerId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('provider')
  const { say } = useLocale()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const send = async (key: string) => {
    const { name, quantity } = await redeem({ params: { providerId }, body: { code } }, { key })
    void notify({ text: t('redeem.done', { name: say(name), count: quantity }) })
    setCode('')
    onDone()
  }
  return (
    <>
      <Button icon={<QrCode size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t('redeem.open')}
      </Button>
      {open && (
        <FormSheet title={t('redeem.open')} submit={t('redeem.submit')} onSubmit={send} onClose={() => setOpen(false)}>
          <Suspense fallback={null}>
            <Scanner label={t('redeem.camera')} onCode={setCode} />
          </Suspense>
          <TextField
            label={t('redeem.code')}
            required
            minLength={6}
            maxLength={20}
            autoCapitalize="characters"
            value={code}
            onChange={({ target }) => setCode(target.value.toUpperCase())}
          />
        </FormSheet>
      )}
    </>
  )
}
