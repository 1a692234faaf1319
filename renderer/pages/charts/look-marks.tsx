// What is marked in a chart: events at a category, and which bars of a waterfall are totals.

import type { ReactElement } from 'react'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { tableViewWords } from '../../../shared/text/table-view.ts'
import { IconButton } from '../../components/button.tsx'
import { SettledField } from '../../components/settled-field.tsx'
import { useWords } from '../../words.ts'
import { type Editing, without } from './editing.ts'

const mostEvents = 20

export function Events({ plot, chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const events = chart.events ?? []
  const put = (next: typeof events): void =>
    change((now) => (next.length > 0 ? { ...now, events: next } : without(now, 'events')))
  return (
    <section className="look-events">
      <header className="builder-line">
        <h3>{words.events}</h3>
        {events.length < mostEvents && plot.categories.length > 0 && (
          <IconButton
            icon="plus"
            label={words.addEvent}
            disabled={disabled}
            onClick={() =>
              put([
                ...events,
                { at: plot.categories[events.length % plot.categories.length] ?? '', text: '' },
              ])
            }
          />
        )}
      </header>
      {events.map((event, index) => (
        // A mark is its place in the list: both its parts are the user's to change.
        <div key={index} className="look-event">
          <select
            className="input"
            aria-label={`${words.eventAt} ${index + 1}`}
            value={event.at}
            disabled={disabled}
            onChange={({ target }) => put(events.with(index, { ...event, at: target.value }))}
          >
            {!plot.categories.includes(event.at) && <option value={event.at}>{event.at}</option>}
            {plot.categories.map((category) => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
          </select>
          <SettledField
            type="text"
            aria-label={`${words.eventText} ${index + 1}`}
            placeholder={words.eventHint}
            maxLength={100}
            value={event.text}
            disabled={disabled}
            onSettle={(text) => put(events.with(index, { ...event, text }))}
          />
          <IconButton
            icon="close"
            label={words.removeNamed(event.text || event.at)}
            disabled={disabled}
            onClick={() => put(events.toSpliced(index, 1))}
          />
        </div>
      ))}
    </section>
  )
}

export function Wholes({ chart, plot, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { blankValue } = useWords(tableViewWords)
  const categories = chart.data?.categories.map((name) => name ?? blankValue) ?? chart.categories
  const drawn = new Set(plot.wholes?.map((at) => plot.categories[at]))
  const wholes = chart.wholes ?? categories.flatMap((name, index) => (drawn.has(name) ? [index] : []))
  return (
    <fieldset className="look-wholes" disabled={disabled}>
      <legend className="field-label">{words.wholes}</legend>
      <p className="builder-hint">{words.wholesHint}</p>
      {categories.map((category, index) => (
        <label key={`${index} ${category}`}>
          <input
            type="checkbox"
            checked={wholes.includes(index)}
            onChange={({ target }) =>
              change((now) => ({
                ...now,
                wholes: target.checked
                  ? [...wholes, index].toSorted((one, other) => one - other)
                  : wholes.filter((other) => other !== index),
              }))
            }
          />
          <span title={category}>{category}</span>
        </label>
      ))}
    </fieldset>
  )
}
