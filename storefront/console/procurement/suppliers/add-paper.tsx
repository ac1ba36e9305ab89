import { addPaper } from '../../../api/procurement-suppliers'
import { useTranslation } from '../../../i18n/use-translation'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'
import { PaperForm } from './paper-form'

/** A certificate the buyer files for a supplier; it counts at once. */
export function AddPaper({ supplierId, onClose }: { readonly supplierId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-suppliers')
  const refresh = useRefresh()
  return (
    <PaperForm
      hint={t('paper.atOnce')}
      onClose={onClose}
      onFile={async (body, key) => {
        await addPaper({ params: { supplierId }, body }, { key })
        await refresh()
        void notify({ text: t('paper.filed') })
      }}
    />
  )
}
