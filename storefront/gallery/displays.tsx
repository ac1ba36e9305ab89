import { Leaf } from 'lucide-react'
import { useState } from 'react'
import { count, money } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import { Card, NumberCard } from '../ui/card'
import { Countdown } from '../ui/countdown'
import { DataTable } from '../ui/data-table'
import { LiveMark } from '../ui/live-mark'
import { EmptyState, ErrorState, Loading, Problems, Skeleton } from '../ui/states'
import { type Column, Table } from '../ui/table'
import { Badge, Tag } from '../ui/tag'
import { Timeline } from '../ui/timeline'
import { OFFLINE, REFUSAL, type Row, rowsOf, SAMPLES } from './samples'
import { Section, State } from './section'

const NOW = '2026-11-23T02:00:00Z'
const MANY = rowsOf(1_000)
const FEW = rowsOf(3)

/** Everything that shows something. */
export function Displays() {
  const { say, locale } = useLocale()
  return (
    <>
      <Section title={say({ zh: '标签与卡片', en: 'Tags and cards' })}>
        <State name={say({ zh: '标签', en: 'tags' })}>
          <div className="flex flex-wrap gap-2">
            <Tag>{say({ zh: '680 千卡', en: '680 kcal' })}</Tag>
            <Tag kind="brand" icon={<Leaf size={12} aria-hidden />}>
              {say({ zh: '纯素', en: 'Vegan' })}
            </Tag>
            <Tag kind="warn">{say({ zh: '仅剩 3 份', en: 'Only 3 left' })}</Tag>
            <Tag kind="danger">{say({ zh: '缺货', en: 'Short' })}</Tag>
            <Tag kind="info">{say({ zh: '在途', en: 'On its way' })}</Tag>
            <Badge count={3} label={say({ zh: '3 条待办', en: '3 waiting' })} />
            <Badge count={1_200} label={say({ zh: '1200 条待办', en: '1200 waiting' })} />
          </div>
        </State>
        <State name={say({ zh: '数字卡，点开看明细', en: 'number cards lead to their rows' })}>
          <div className="grid grid-cols-2 gap-2">
            <NumberCard
              label={say({ zh: '缺货风险', en: 'At risk' })}
              value="0"
              unit={say({ zh: '项', en: 'items' })}
              href="#zero"
            />
            <NumberCard
              label={say(SAMPLES.long)}
              value={money(123_456_789_00, 'CNY', locale)}
              note={say({ zh: '较昨日 +6', en: '+6 on yesterday' })}
              href="#large"
            />
          </div>
        </State>
        <State name={say({ zh: '卡片，文字过长', en: 'card, too long text' })}>
          <Card>
            <p className="line-clamp-2" title={say(SAMPLES.long)}>
              {say(SAMPLES.long)}
            </p>
          </Card>
        </State>
      </Section>
      <Section title={say({ zh: '时间', en: 'Time' })}>
        <State name={say({ zh: '进度', en: 'timeline' })}>
          <Timeline
            label={say({ zh: '进度', en: 'Progress' })}
            steps={[
              { key: 'a', label: say({ zh: '已下单', en: 'Placed' }), time: '09:12', state: 'done' },
              { key: 'b', label: say({ zh: '制作中', en: 'Cooking' }), time: '10:40', state: 'current' },
              { key: 'c', label: say({ zh: '配送中', en: 'On the way' }), state: 'todo' },
            ]}
          />
        </State>
        <State name={say({ zh: '未成功', en: 'failed' })}>
          <Timeline
            label={say({ zh: '进度', en: 'Progress' })}
            steps={[
              { key: 'a', label: say({ zh: '配送中', en: 'On the way' }), time: '11:20', state: 'done' },
              {
                key: 'b',
                label: say({ zh: '未送达', en: 'Not handed over' }),
                time: '11:48',
                note: say({ zh: '无人应答', en: 'Nobody answered' }),
                state: 'failed',
              },
            ]}
          />
        </State>
        <State name={say({ zh: '倒计时：几天、几小时、快到了、已过', en: 'countdown: days, hours, soon, over' })}>
          <ul>
            {['2026-11-26T02:00:00Z', '2026-11-23T04:30:00Z', '2026-11-23T02:09:00Z', '2026-11-23T01:00:00Z'].map(
              (at) => (
                <li key={at}>
                  <Countdown until={at} now={NOW} />
                </li>
              ),
            )}
          </ul>
        </State>
        <State name={say({ zh: '连接状态', en: 'link to the server' })}>
          <div className="flex flex-wrap gap-4">
            <LiveMark state="connecting" ageSeconds={0} />
            <LiveMark state="live" ageSeconds={0} />
            <LiveMark state="stale" ageSeconds={42} />
          </div>
        </State>
      </Section>
      <Section title={say({ zh: '没有内容时', en: 'When there is nothing to show' })}>
        <State name={say({ zh: '加载中', en: 'loading' })}>
          <Loading>
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-24 w-full rounded-card" />
          </Loading>
        </State>
        <State name={say({ zh: '空', en: 'empty' })}>
          <EmptyState
            title={say({ zh: '还没有订单', en: 'No orders yet' })}
            text={say({ zh: '您的订单会显示在这里。', en: 'What you order appears here.' })}
            action={<Button kind="secondary">{say({ zh: '看看菜单', en: 'See the menu' })}</Button>}
          />
        </State>
        <State name={say({ zh: '出错', en: 'error' })}>
          <ErrorState error={REFUSAL} onRetry={() => {}} />
        </State>
        <State name={say({ zh: '断网', en: 'offline' })}>
          <ErrorState error={OFFLINE} onRetry={() => {}} />
        </State>
        <State name={say({ zh: '一行说明', en: 'in one line' })}>
          <Problems error={REFUSAL} />
        </State>
      </Section>
      <Tables />
    </>
  )
}

function Tables() {
  const { say, locale } = useLocale()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['RP-2401']))
  const columns: Column<Row>[] = [
    { key: 'id', header: say({ zh: '单号', en: 'Number' }), cell: ({ id }) => id, sort: ({ id }) => id },
    { key: 'name', header: say({ zh: '物料', en: 'Ingredient' }), cell: ({ name }) => say(name) },
    {
      key: 'days',
      header: say({ zh: '可用天数', en: 'Days left' }),
      align: 'end',
      cell: ({ days }) => count(days, locale),
      sort: ({ days }) => days,
    },
    {
      key: 'amount',
      header: say({ zh: '金额', en: 'Amount' }),
      align: 'end',
      cell: ({ amountMinor }) => money(amountMinor, 'CNY', locale),
      sort: ({ amountMinor }) => amountMinor,
    },
  ]
  const caption = say({ zh: '补货建议', en: 'Restocking proposals' })
  const empty = (
    <EmptyState
      title={say({ zh: '没有建议', en: 'No proposals' })}
      text={say({ zh: '库存够用。', en: 'There is enough in stock.' })}
    />
  )
  return (
    <Section title={say({ zh: '表格', en: 'Tables' })}>
      <State wide name={say({ zh: '几行', en: 'a few rows' })}>
        <Table caption={`${caption} 3`} columns={columns} rows={FEW} rowKey={({ id }) => id} />
      </State>
      <State
        wide
        name={say({
          zh: '一千行：排序、选择（X）、移动（J、K）',
          en: 'a thousand rows: sort, select (X), move (J, K)',
        })}
      >
        <DataTable
          caption={`${caption} 1000`}
          columns={columns}
          rows={MANY}
          rowKey={({ id }) => id}
          selected={selected}
          onSelect={setSelected}
          height="320px"
        />
      </State>
      <State wide name={say({ zh: '空表', en: 'no rows' })}>
        <DataTable caption={caption} columns={columns} rows={[]} rowKey={({ id }: Row) => id} empty={empty} />
      </State>
    </Section>
  )
}
