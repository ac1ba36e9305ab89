import { useState } from 'react'
import { listPapers, uploadPaper } from '../../api/supplier-papers'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Tag } from '../../ui/tag'
import { notify } from '../../ui/toast'
import { PaperForm } from '../procurement/suppliers/paper-form'
import { PaperList } from '../procurement/suppliers/paper-list'
import { OwnPages } from './own-pages'
import { useOwn, useOwnOrders, useRefresh } from './use-own-orders'

/** A supplier's certificates: what holds, what ends soon, and the way to file a new one. */
export default function OwnPapersPage() {
  const { t } = useTranslation('supplier')
  const { t: papers } = useTranslation('procurement-suppliers')
  const asked = useOwn(['papers'], (signal) => listPapers({}, { signal }))
  const supplierId = useOwnOrders(true).data?.streams[0]?.supplierId
  const refresh = useRefresh()
  const [filing, setFiling] = useState(false)
  return (
    <>
      <header className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">{t('pages.papers')}</h1>
        {supplierId && <Button onClick={() => setFiling(true)}>{papers('paper.add')}</Button>}
      </header>
      <div className="mb-3">
        <OwnPages />
      </div>
      <Loaded of={asked}>
        {(data) => (
          <Card as="section">
            <PaperList
              papers={data.papers}
              named={false}
              beside={({ status, daysLeft }) =>
                status === 'accepted' &&
                daysLeft <= 30 && (
                  <Tag kind={daysLeft < 0 ? 'danger' : 'warn'}>
                    {daysLeft < 0 ? papers('paper.ended') : papers('paper.daysLeft', { count: daysLeft })}
                  </Tag>
                )
              }
            />
          </Card>
        )}
      </Loaded>
      {filing && supplierId && (
        <PaperForm
          hint={t('papersText')}
          onClose={() => setFiling(false)}
          onFile={async (paper, key) => {
            await uploadPaper({ body: { supplierId, ...paper } }, { key })
            await refresh()
            void notify({ text: t('paperFiled') })
          }}
        />
      )}
    </>
  )
}
