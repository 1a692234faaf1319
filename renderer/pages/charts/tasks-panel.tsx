// A chart of tasks: what was done from when to when, and how much of it is finished.

import type { ReactElement } from 'react'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { SettledField } from '../../components/settled-field.tsx'
import { useWords } from '../../words.ts'
import { type Editing, emptied, wayOf } from './editing.ts'
import { moved } from './figure-layout.ts'
import { OrderList } from './order-list.tsx'

type Span = NonNullable<ChartSpec['spans']>[number]

const mostTasks = 100
const usualDays = 7
const dayMs = 86_400_000

export function TasksPanel({ chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const spans = chart.spans ?? []
  const put = (edit: (spans: Span[]) => Span[]): void =>
    change((now) => {
      const start = wayOf(now) === 'tasks' ? now : emptied(now)
      return { ...start, kind: 'gantt', spans: edit(start.spans ?? []) }
    })
  const alter = (index: number, part: Partial<Span>): void =>
    put((now) => now.map((span, at) => (at === index ? { ...span, ...part } : span)))
  const setDone = (index: number, text: string): void => {
    const number = Number(text.replaceAll(/[%％\s]/g, ''))
    put((now) =>
      now.map((span, at) => {
        if (at !== index) return span
        const { share: _share, ...rest } = span
        const isShare = text.trim() !== '' && Number.isFinite(number)
        return isShare ? { ...rest, share: Math.min(1, Math.max(0, number / 100)) } : rest
      }),
    )
  }
  const add = (): void =>
    put((now) => {
      const start = dayAfter(now.at(-1)?.to)
      return [...now, { name: words.task(now.length + 1), from: start, to: dayAfter(start, usualDays - 1) }]
    })

  return (
    <>
      <OrderList
        label={words.tasks}
        disabled={disabled}
        onMove={(from, to) => put((now) => moved(now, from, to))}
        items={spans.map((span, index) => ({
          name: span.name,
          row: (
            <div className="task">
              <div className="order-cells">
                <SettledField
                  type="text"
                  aria-label={`${words.taskName} ${index + 1}`}
                  value={span.name}
                  maxLength={200}
                  disabled={disabled}
                  onSettle={(name) => alter(index, { name })}
                />
                <SettledField
                  type="text"
                  inputMode="decimal"
                  aria-label={`${words.done} ${span.name}`}
                  placeholder={words.done}
                  title={words.done}
                  value={span.share === undefined ? '' : `${Math.round(span.share * 100)}%`}
                  disabled={disabled}
                  onSettle={(text) => setDone(index, text)}
                />
                <IconButton
                  icon="close"
                  label={words.removeNamed(span.name)}
                  disabled={disabled}
                  onClick={() => put((now) => now.toSpliced(index, 1))}
                />
              </div>
              <div className="task-days">
                <label className="field">
                  <span className="field-label">{words.from}</span>
                  <input
                    type="date"
                    className="input"
                    value={span.from}
                    disabled={disabled}
                    onChange={({ target }) =>
                      target.value !== '' &&
                      alter(index, {
                        from: target.value,
                        // A task that is put off keeps its length.
                        ...(target.value > span.to && { to: dayAfter(target.value, lengthOf(span) - 1) }),
                      })
                    }
                  />
                </label>
                <label className="field">
                  <span className="field-label">{words.to}</span>
                  <input
                    type="date"
                    className="input"
                    value={span.to}
                    min={span.from}
                    disabled={disabled}
                    onChange={({ target }) => target.value >= span.from && alter(index, { to: target.value })}
                  />
                </label>
              </div>
            </div>
          ),
        }))}
      />
      {spans.length < mostTasks && (
        <Button size="small" icon="plus" disabled={disabled} onClick={add}>
          {words.addTask}
        </Button>
      )}
      {spans.length > 1 && <p className="builder-hint">{words.orderHint}</p>}
    </>
  )
}

/** Days, both ends included. */
const lengthOf = ({ from, to }: Span): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1

/** Without a day, today. */
function dayAfter(day: string | undefined, days = 1): string {
  if (day === undefined) {
    const now = new Date()
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)
  }
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}
