import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askCatering, type listCatering, showSetup } from '../../api/company-admin'
import { useSession } from '../../api/session-gate'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { minorOf } from './amount'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const
const DIETS = ['vegetarian', 'vegan', 'halal', 'soft', 'light'] as const

/** Asks for catering: when, where, for how many, at what price a head, and who eats differently. */
export function CateringSheet({
  companyId,
  points,
  onClose,
  onDone,
}: {
  readonly companyId: string
  readonly points: Awaited<ReturnType<typeof listCatering>>['points']
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const { me } = useSession()
  const params = { companyId }
  const setup = useQuery({
    queryKey: ['company-setup', companyId],
    queryFn: ({ signal }) => showSetup({ params, query: {} }, { signal }),
  })
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({ heads: '20', perHead: '35.00', name: me.name })
  const [diets, setDiets] = useState<Partial<Record<(typeof DIETS)[number], string>>>({})
  const of = (field: string, fallback = '') => typed[field] ?? fallback
  const set = (field: string) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value })
  const send = async (key: string) => {
    const asked = DIETS.map((diet) => [diet, Number(diets[diet] ?? 0)] as const).filter(([, heads]) => heads > 0)
    await askCatering(
      {
        params,
        body: {
          servicePointId: of('point', points[0]?.servicePointId),
          costCentreId: of('centre') || null,
          serviceDate: of('date', setup.data?.tomorrow),
          period: PERIODS.find((one) => one === of('period')) ?? 'lunch',
          heads: Number(of('heads')),
          perHeadMinor: minorOf(of('perHead')),
          diets: Object.fromEntries(asked),
          note: of('note'),
          contact: { name: of('name'), phone: of('phone') },
        },
      },
      { key },
    )
    onDone()
  }
  const number = (field: string, label: string, min: string, step = '1') => (
    <TextField label={label} type="number" min={min} step={step} required value={of(field)} onChange={set(field)} />
  )
  return (
    <FormSheet title={t('catering.ask')} submit={t('catering.ask')} onClose={onClose} onSubmit={send}>
      <TextField
        label={t('catering.date')}
        type="date"
        required
        value={of('date', setup.data?.tomorrow)}
        onChange={set('date')}
      />
      <Select label={t('catering.meal')} value={of('period', 'lunch')} onChange={set('period')}>
        {PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(`period.${period}`)}
          </option>
        ))}
      </Select>
      <Select label={t('catering.where')} value={of('point', points[0]?.servicePointId)} onChange={set('point')}>
        {points.map(({ servicePointId, name }) => (
          <option key={servicePointId} value={servicePointId}>
            {say(name)}
          </option>
        ))}
      </Select>
      {number('heads', t('catering.headsLabel'), '1')}
      {number('perHead', t('catering.perHeadLabel'), '0.01', '0.01')}
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1 text-secondary font-medium">{t('catering.diets')}</legend>
        {DIETS.map((diet) => (
          <TextField
            key={diet}
            label={t(`diet.${diet}`)}
            type="number"
            min="0"
            value={diets[diet] ?? ''}
            onChange={(event) => setDiets({ ...diets, [diet]: event.target.value })}
          />
        ))}
      </fieldset>
      <Select label={t('centre')} value={of('centre')} onChange={set('centre')}>
        <option value="">–</option>
        {setup.data?.centres.map(({ id, code, name }) => (
          <option key={id} value={id}>
            {code} {say(name)}
          </option>
        ))}
      </Select>
      <TextField label={t('catering.contact')} required maxLength={40} value={of('name')} onChange={set('name')} />
      <TextField
        label={t('catering.phone')}
        type="tel"
        required
        pattern="\+?[0-9]{7,15}"
        value={of('phone')}
        onChange={set('phone')}
      />
      <TextField label={t('catering.note')} maxLength={200} value={of('note')} onChange={set('note')} />
    </FormSheet>
  )
}
