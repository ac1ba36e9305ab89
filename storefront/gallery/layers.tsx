import { useState } from 'react'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Sheet } from '../ui/sheet'
import { notify } from '../ui/toast'
import { SAMPLES } from './samples'
import { Section, State } from './section'

const PLACES = ['sheet', 'dialog', 'panel'] as const

/** What lies above a page for a while. */
export function Layers() {
  const { say } = useLocale()
  const [open, setOpen] = useState<(typeof PLACES)[number]>()
  const done = say({ zh: '已生成 1 张采购单', en: 'One purchase order was made' })
  return (
    <Section title={say({ zh: '浮层', en: 'Layers' })}>
      <State name={say({ zh: '底部面板、对话框、侧面板', en: 'sheet, dialog, panel' })}>
        <div className="flex flex-wrap gap-3">
          {PLACES.map((place) => (
            <Button key={place} kind="secondary" onClick={() => setOpen(place)}>
              {place}
            </Button>
          ))}
        </div>
        <Sheet
          open={open !== undefined}
          onOpenChange={() => setOpen(undefined)}
          place={open ?? 'sheet'}
          title={say({ zh: '去结算', en: 'Check out' })}
          description={say({ zh: '11:30–12:00 · 3 号楼大堂', en: '11:30–12:00 · lobby of building 3' })}
          footer={
            <Button size="large" wide onClick={() => setOpen(undefined)}>
              {say({ zh: '支付 ¥38.00', en: 'Pay ¥38.00' })}
            </Button>
          }
        >
          <TextField label={say({ zh: '取餐人', en: 'Name' })} />
          <p className="mt-4">{say(SAMPLES.long)}</p>
        </Sheet>
      </State>
      <State name={say({ zh: '通知：完成、可撤销、出错', en: 'notices: done, with undo, problem' })}>
        <div className="flex flex-wrap gap-3">
          <Button kind="secondary" onClick={() => void notify({ text: done })}>
            {say({ zh: '完成', en: 'Done' })}
          </Button>
          <Button
            kind="secondary"
            onClick={() => void notify({ text: done, undo: () => {}, undoLabel: say({ zh: '撤销', en: 'Undo' }) })}
          >
            {say({ zh: '可撤销', en: 'With undo' })}
          </Button>
          <Button
            kind="secondary"
            onClick={() =>
              void notify({ kind: 'problem', text: say({ zh: '价格有变动，请再确认', en: 'The price has changed' }) })
            }
          >
            {say({ zh: '出错', en: 'Problem' })}
          </Button>
        </div>
      </State>
    </Section>
  )
}
