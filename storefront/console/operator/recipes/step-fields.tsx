import { Plus, X } from 'lucide-react'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, IconButton } from '../../../ui/button'
import { Select, TextField } from '../../../ui/field'
import { type Draft, emptyStep } from './draft'

type Step = Draft['steps'][number]

const STATIONS = ['wok', 'steam', 'stew', 'noodle', 'cold', 'oven', 'pack']

/** How a recipe is made, one step after another, each at its station. */
export function StepFields({
  steps,
  onChange,
}: {
  readonly steps: readonly Step[]
  readonly onChange: (steps: readonly Step[]) => void
}) {
  const { t } = useTranslation('recipes')
  const { locale, say } = useLocale()
  const change = (key: string, part: Partial<Step>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...part } : step)))
  /** Typed in the language of the screen; a text that was one in both languages stays one. */
  const written = ({ text }: Step, typed: string) => {
    const other = locale === 'en' ? text.zh : text.en
    const same = other === '' || other === say(text)
    return locale === 'en' ? { en: typed, zh: same ? typed : other } : { zh: typed, en: same ? typed : other }
  }
  const stations = [...new Set([...STATIONS, ...steps.map(({ station }) => station)])]
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('steps')}</legend>
      <ol className="space-y-2">
        {steps.map((step) => (
          <li
            key={step.key}
            className="grid grid-cols-[minmax(0,1fr)_72px_minmax(0,1fr)_minmax(0,1fr)_44px] items-end gap-2"
          >
            <div className="col-span-full">
              <TextField
                label={t('stepText')}
                value={say(step.text)}
                onChange={({ target }) => change(step.key, { text: written(step, target.value) })}
              />
            </div>
            <Select
              label={t('station')}
              value={step.station}
              onChange={({ target }) => change(step.key, { station: target.value })}
            >
              {stations.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </Select>
            <TextField
              label={t('minutes')}
              type="number"
              min={1}
              required
              value={String(step.minutes)}
              onChange={({ target }) => change(step.key, { minutes: Number(target.value) })}
            />
            <Select
              label={t('attended')}
              value={step.attended ? 'attended' : 'alone'}
              onChange={({ target }) => change(step.key, { attended: target.value === 'attended' })}
            >
              <option value="attended">{t('attended')}</option>
              <option value="alone">{t('alone')}</option>
            </Select>
            <Select
              label={t('when')}
              value={step.when}
              onChange={({ target }) =>
                change(step.key, { when: target.value === 'day_before' ? 'day_before' : 'service' })
              }
            >
              <option value="service">{t('service')}</option>
              <option value="day_before">{t('day_before')}</option>
            </Select>
            <IconButton
              label={t('remove', { name: say(step.text) })}
              onClick={() => onChange(steps.filter(({ key }) => key !== step.key))}
            >
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        kind="quiet"
        size="small"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => onChange([...steps, emptyStep()])}
      >
        {t('addStep')}
      </Button>
    </fieldset>
  )
}
