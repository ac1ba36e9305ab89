import { useState } from 'react'
import { go } from '../../../address/use-address'
import type { Overview } from '../../../api/procurement'
import { openCount } from '../../../api/procurement-counts'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { useRefresh } from '../use-procurement'

const STORAGES = ['ambient', 'chilled', 'frozen'] as const

/** A new sheet over the lots of a site, or of one kind of storage. */
export function OpenCount({ sites, onClose }: { readonly sites: Overview['sites']; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-counts')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const refresh = useRefresh()
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '')
  const [storage, setStorage] = useState('')
  const send = async (key: string) => {
    const kind = STORAGES.find((each) => each === storage)
    const { id } = await openCount({ body: { siteId, ...(kind ? { storage: kind } : {}) } }, { key })
    await refresh()
    go(`/console/procurement/counts/${id}`)
  }
  return (
    <FormSheet
      title={t('open.now')}
      description={t('open.text')}
      submit={t('open.submit')}
      onSubmit={send}
      onClose={onClose}
    >
      <Select label={buying('filter.site')} value={siteId} onChange={(event) => setSiteId(event.target.value)}>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      <Select label={buying('columns.storage')} value={storage} onChange={(event) => setStorage(event.target.value)}>
        <option value="">{t('everything')}</option>
        {STORAGES.map((each) => (
          <option key={each} value={each}>
            {buying(`storage.${each}`)}
          </option>
        ))}
      </Select>
    </FormSheet>
  )
}
