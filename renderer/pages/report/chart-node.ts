// The chart of a report: the real chart, drawn from its spec and the figures as they are now, over its caption.
// A plain node view: nothing of React runs while somebody types.

import { mergeAttributes, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { plotChart } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { ChartId } from '../../../shared/model/ids.ts'
import { mountChart } from '../../components/chart/mount-chart.ts'
import { isName, nameAttribute } from './block-nodes.ts'
import type { Live, Shown } from './live.ts'
import { paperHeight } from './paper.ts'

export const chartNode = (live: Live): Node =>
  Node.create({
    name: 'chart',
    group: 'block',
    content: 'caption',
    isolating: true,
    selectable: true,
    addAttributes: () => ({ id: nameAttribute('id'), chart: nameAttribute('chart', true) }),
    parseHTML: () => [
      {
        tag: 'figure[data-chart]',
        getAttrs: (element) => (isName(element.getAttribute('data-chart')) ? null : false),
      },
    ],
    renderHTML: ({ HTMLAttributes }) => [
      'figure',
      mergeAttributes({ class: 'chart-block' }, HTMLAttributes),
      0,
    ],
    addNodeView:
      () =>
      ({ node, view, getPos }) =>
        chartView(node, view, getPos, live),
  })

function plotOf(node: DocumentNode, shown: Shown): Plot | undefined {
  const spec = shown.charts.get(node.attrs.chart as ChartId)
  return spec && plotChart(spec, shown.figures, shown.language)
}

function chartView(
  first: DocumentNode,
  view: EditorView,
  getPos: () => number | undefined,
  live: Live,
): NodeView {
  let node = first
  const dom = document.createElement('figure')
  dom.className = 'chart-block'
  const place = dom.appendChild(document.createElement('div'))
  place.className = 'chart-place'
  place.contentEditable = 'false'
  const contentDOM = dom.appendChild(document.createElement('div'))
  const chart = mountChart(place, {
    zoom: () => parseFloat(getComputedStyle(dom).getPropertyValue('--zoom')) || 1,
  })

  const draw = (): void => {
    const shown = live.getState()
    const plot = plotOf(node, shown)
    place.dataset.missing = plot ? '' : shown.words.chartMissing
    if (!plot) {
      place.style.height = ''
      return
    }
    place.style.height = `calc(${paperHeight(shown.style, plot)} * var(--pt))`
    chart.show(plot)
  }
  draw()
  const stop = live.subscribe((now, before) => {
    if (now.figures !== before.figures || now.charts !== before.charts || now.style !== before.style) draw()
    else if (now.words !== before.words) draw()
  })
  place.addEventListener('mousedown', (event) => {
    const position = getPos()
    if (position === undefined) return
    event.preventDefault()
    view.focus()
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)))
  })

  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type) return false
      const changed = next.attrs.chart !== node.attrs.chart
      node = next
      if (changed) draw()
      return true
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && place.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    destroy() {
      stop()
      chart.stop()
    },
  }
}
