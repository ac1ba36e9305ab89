import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../api/call'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Select, TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { useOverview } from '../use-procurement'

/** Receiving, cooking and sending of a site between two days as a sheet, as an inspector asks for it. */
export function EventSheet() {
  const { t } = useTranslation('procurement-tracing')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const overview = useOverview().data
  const [open, setOpen] = useState(false)
  const [siteId, setSiteId] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const sites = overview?.sites ?? []
  const chosen = siteId || sites[0]?.id
  const save = async () => {
    if (!chosen) return false
    const link = document.createElement('a')
    const query = { from, to }
    link.href = addressOf('/api/procurement/tracing/sites/:siteId/events.csv', { params: { siteId: chosen }, query })
    link.download = ''
    link.click()
    return true
  }
  return (
    <>
      <Button kind="quiet" icon={<Download size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('events.title')}
      </Button>
      {open && (
        <FormSheet
          title={t('events.title')}
          description={t('events.text')}
          submit={t('events.save')}
          onSubmit={save}
          onClose={() => setOpen(false)}
        >
          <Select
            label={buying('filter.site')}
            value={chosen ?? ''}
            onChange={(event) => setSiteId(event.target.value)}
          >
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </Select>
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label={buying('form.from')}
              type="date"
              required
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              label={buying('form.to')}
              type="date"
              required
              min={from}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
        </FormSheet>
      )}
    </>
  )
}
