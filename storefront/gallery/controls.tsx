import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocale } from '../i18n/use-locale'
import { Button, IconButton } from '../ui/button'
import { Checkbox, Segmented, Switch } from '../ui/choice'
import { Select, TextArea, TextField } from '../ui/field'
import { Stepper } from '../ui/stepper'
import { SAMPLES } from './samples'
import { Section, State } from './section'

const KINDS = ['primary', 'secondary', 'quiet', 'danger'] as const

/** Everything that is pressed, chosen or typed into. */
export function Controls() {
  const { say } = useLocale()
  return (
    <>
      <Section title={say({ zh: '按钮', en: 'Buttons' })}>
        {KINDS.map((kind) => (
          <State key={kind} name={kind}>
            <div className="flex flex-wrap items-start gap-3">
              <Button kind={kind}>{say({ zh: '保存', en: 'Save' })}</Button>
              <Button kind={kind} size="small">
                {say({ zh: '小', en: 'Small' })}
              </Button>
              <Button kind={kind} busy>
                {say({ zh: '保存中', en: 'Saving' })}
              </Button>
            </div>
          </State>
        ))}
        <State name={say({ zh: '不可用，说明原因', en: 'disabled, with the reason' })}>
          <Button disabledBecause={say({ zh: '本餐已截单', en: 'Ordering for this meal has closed' })}>
            {say({ zh: '下单', en: 'Order' })}
          </Button>
        </State>
        <State name={say({ zh: '大而宽', en: 'large and wide' })}>
          <Button size="large" wide>
            {say({ zh: '支付 ¥38.00', en: 'Pay ¥38.00' })}
          </Button>
        </State>
        <State name={say({ zh: '图标按钮', en: 'icons' })}>
          <div className="flex gap-2">
            {(['primary', 'secondary', 'quiet'] as const).map((kind) => (
              <IconButton key={kind} kind={kind} label={say({ zh: '删除', en: 'Delete' })}>
                <Trash2 size={20} aria-hidden />
              </IconButton>
            ))}
            <IconButton kind="secondary" label={say({ zh: '不可删除', en: 'Cannot be deleted' })} disabled>
              <Trash2 size={20} aria-hidden />
            </IconButton>
          </div>
        </State>
      </Section>
      <Fields />
      <Choices />
    </>
  )
}

function Fields() {
  const { say } = useLocale()
  const label = say({ zh: '取餐人', en: 'Name' })
  return (
    <Section title={say({ zh: '输入', en: 'Fields' })}>
      <State name={say({ zh: '空，有提示', en: 'empty, with a hint' })}>
        <TextField label={label} hint={say({ zh: '配送员会这样称呼您', en: 'The courier will call you this' })} />
      </State>
      <State name={say({ zh: '已填写', en: 'filled' })}>
        <TextField label={label} defaultValue={say({ zh: '林夏', en: 'Lin Xia' })} />
      </State>
      <State name={say({ zh: '有错误', en: 'with an error' })}>
        <TextField
          label={say({ zh: '手机号', en: 'Mobile number' })}
          defaultValue="12"
          error={say({ zh: '请填写 7 到 15 位号码', en: 'Please give a number of 7 to 15 digits' })}
        />
      </State>
      <State name={say({ zh: '只读', en: 'read-only' })}>
        <TextField label={label} readOnly defaultValue={say({ zh: '林夏', en: 'Lin Xia' })} />
      </State>
      <State name={say({ zh: '不可用', en: 'disabled' })}>
        <TextField label={label} disabled defaultValue={say({ zh: '林夏', en: 'Lin Xia' })} />
      </State>
      <State name={say({ zh: '选择', en: 'select' })}>
        <Select label={say({ zh: '供应商', en: 'Supplier' })} defaultValue="b">
          <option value="a">{say({ zh: '云岭粮油', en: 'Yunling Grain' })}</option>
          <option value="b">{say({ zh: '青坞冷链', en: 'Qingwu Cold Chain' })}</option>
        </Select>
      </State>
      <State name={say({ zh: '多行', en: 'several lines' })}>
        <TextArea label={say({ zh: '备注', en: 'Note' })} defaultValue={say(SAMPLES.long)} />
      </State>
    </Section>
  )
}

function Choices() {
  const { say } = useLocale()
  const [meal, setMeal] = useState<'breakfast' | 'lunch' | 'dinner'>('lunch')
  const [senior, setSenior] = useState(true)
  const [portions, setPortions] = useState(1)
  const most = 3
  return (
    <Section title={say({ zh: '选择', en: 'Choices' })}>
      <State name={say({ zh: '复选', en: 'checkboxes' })}>
        <Checkbox label={say({ zh: '少盐', en: 'Less salt' })} defaultChecked />
        <Checkbox
          label={say({ zh: '不要餐具', en: 'No cutlery' })}
          hint={say({ zh: '每份减少一套塑料', en: 'One plastic set less a portion' })}
        />
        <Checkbox label={say({ zh: '企业支付', en: 'Company pays' })} disabled />
      </State>
      <State name={say({ zh: '分段', en: 'segments' })}>
        <Segmented
          label={say({ zh: '餐次', en: 'Meal' })}
          value={meal}
          onChange={setMeal}
          options={[
            { value: 'breakfast', label: say({ zh: '早餐', en: 'Breakfast' }), disabled: true },
            { value: 'lunch', label: say({ zh: '午餐', en: 'Lunch' }) },
            { value: 'dinner', label: say({ zh: '晚餐', en: 'Dinner' }) },
          ]}
        />
      </State>
      <State name={say({ zh: '开关', en: 'switch' })}>
        <Switch
          label={say({ zh: '大字版', en: 'Large type' })}
          hint={say({ zh: '更大的文字和按钮', en: 'Larger text and buttons' })}
          checked={senior}
          onChange={setSenior}
        />
      </State>
      <State name={say({ zh: '数量：从零到上限', en: 'quantity: from none to the most' })}>
        <div className="flex flex-wrap gap-6">
          <Stepper name={say(SAMPLES.dish)} value={portions} most={most} onChange={setPortions} />
          <Stepper name={say(SAMPLES.dish)} value={most} most={most} onChange={setPortions} />
        </div>
      </State>
    </Section>
  )
}
