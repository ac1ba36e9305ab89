import { useState } from 'react'
import { decidePaper, listPapers, type Paper } from '../../../api/procurement-suppliers'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { notify } from '../../../ui/toast'
import { Shell } from '../shell'
import { useAsked, useRefresh } from '../use-procurement'
import { PaperList } from './paper-list'
import { SupplierPages } from './supplier-pages'

/** Papers to look at, and those that soon no longer hold. */
export default function PapersPage() {
  const { t } = useTranslation('procurement-suppliers')
  const asked = useAsked(['papers'], (signal) => listPapers({}, { signal }))
  const refresh = useRefresh()
  const [refusing, setRefusing] = useState<Paper>()
  const accept = async ({ id }: Paper) => {
    await decidePaper({ params: { paperId: id }, body: { accept: true } })
    await refresh()
    void notify({ text: t('paper.acceptedDone') })
  }
  return (
    <Shell>
      <div className="mb-3 flex justify-end">
        <SupplierPages />
      </div>
      <Loaded of={asked}>
        {({ waiting, ending }) => (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card as="section">
              <h2 className="mb-2 font-semibold">{t('paper.waiting')}</h2>
              <PaperList
                papers={waiting}
                beside={(paper) => (
                  <span className="flex gap-1">
                    <Button kind="danger" size="small" onClick={() => setRefusing(paper)}>
                      {t('paper.refuse')}
                    </Button>
                    <Button size="small" onClick={() => void accept(paper)}>
                      {t('paper.accept')}
                    </Button>
                  </span>
                )}
              />
            </Card>
            <Card as="section">
              <h2 className="mb-2 font-semibold">{t('paper.ending')}</h2>
              <PaperList
                papers={ending}
                beside={({ daysLeft, warned }) => (
                  <span className="text-right">
                    <Tag kind={daysLeft < 0 ? 'danger' : 'warn'}>
                      {daysLeft < 0 ? t('paper.ended') : t('paper.daysLeft', { count: daysLeft })}
                    </Tag>
                    {warned.length > 0 && (
                      <span className="block text-caption text-ink-2">
                        {t('paper.warned', { count: warned.length })}
                      </span>
                    )}
                  </span>
                )}
              />
            </Card>
          </div>
        )}
      </Loaded>
      {refusing && <Refuse paper={refusing} onClose={() => setRefusing(undefined)} />}
    </Shell>
  )
}

function Refuse({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-suppliers')
  const { t: buying } = useTranslation('procurement')
  const refresh = useRefresh()
  const [note, setNote] = useState('')
  const send = async (key: string) => {
    await decidePaper({ params: { paperId: paper.id }, body: { accept: false, note } }, { key })
    await refresh()
    void notify({ text: t('paper.refusedDone') })
  }
  return (
    <FormSheet danger title={t('paper.refuse')} submit={t('paper.refuse')} onSubmit={send} onClose={onClose}>
      <TextField
        label={buying('form.reason')}
        required
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormSheet>
  )
}
