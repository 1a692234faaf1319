// The tools of the editor. Arrow keys move among them
// (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/). Every tool has a key or a place of its own as well.

import type { Editor } from '@tiptap/core'
import { type Command, NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react'
import { useStore } from 'zustand'
import { type EditorWords, editorWords } from '../../../shared/text/editor.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { Menu } from '../../components/menu.tsx'
import { useWords } from '../../words.ts'
import { setAlign, setTextBlock, type TextBlock, textBlockAt } from './block-commands.ts'
import { headingLevels } from './block-nodes.ts'
import { openCompletion } from './completion.ts'
import { insertChart, insertTable } from './inserts.ts'
import { insertPageBreak } from './keys.ts'
import type { Live } from './live.ts'

const isMac = navigator.platform.startsWith('Mac')
const keys = (...names: string[]): string =>
  isMac ? names.join('').replace('Ctrl', '⌘').replace('Shift', '⇧').replace('Alt', '⌥') : names.join('+')

export function Toolbar({
  editor,
  live,
  readOnly,
}: {
  editor: Editor
  live: Live
  readOnly: boolean
}): ReactElement {
  const words = useWords(editorWords)
  const charts = useStore(live, (shown) => shown.charts)
  const bar = useRef<HTMLDivElement>(null)
  const now = useEditorState({ editor, selector: stateOf })
  const run = (command: Command): void => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }

  return (
    <div
      className="toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={words.toolbar}
      ref={bar}
      onKeyDown={(event) => moveFocus(event, bar.current)}
    >
      <Tool
        icon="undo"
        label={words.undo}
        shortcut={keys('Ctrl', 'Z')}
        disabled={!now.canUndo}
        onUse={() => editor.chain().focus().undo().run()}
      />
      <Tool
        icon="forward"
        label={words.redo}
        shortcut={keys('Ctrl', 'Y')}
        disabled={!now.canRedo}
        onUse={() => editor.chain().focus().redo().run()}
      />
      <Divider />
      <select
        className="input toolbar-style"
        aria-label={words.blockType}
        disabled={readOnly || now.block === ''}
        value={now.block}
        onChange={(event) => run(setTextBlock(kindOf(event.target.value)))}
      >
        {now.block === '' && <option value="">{nameOf(now.around, words)}</option>}
        <option value="p">{words.paragraph}</option>
        {headingLevels.map((level) => (
          <option key={level} value={`h${level}`}>
            {words.heading(level)}
          </option>
        ))}
        {/* What a list is, its buttons say. */}
        {now.block === 'ul' && <option value="ul">{words.bullets}</option>}
        {now.block === 'ol' && <option value="ol">{words.numbers}</option>}
      </select>
      <Divider />
      <Tool
        label={words.bold}
        shortcut={keys('Ctrl', 'B')}
        pressed={now.bold}
        disabled={readOnly}
        onUse={() => editor.chain().focus().toggleBold().run()}
      >
        <b>B</b>
      </Tool>
      <Tool
        label={words.italic}
        shortcut={keys('Ctrl', 'I')}
        pressed={now.italic}
        disabled={readOnly}
        onUse={() => editor.chain().focus().toggleItalic().run()}
      >
        <i>I</i>
      </Tool>
      <Tool
        label={words.underline}
        shortcut={keys('Ctrl', 'U')}
        pressed={now.underline}
        disabled={readOnly}
        onUse={() => editor.chain().focus().toggleUnderline().run()}
      >
        <u>U</u>
      </Tool>
      <Divider />
      <Tool
        icon="bullets"
        label={words.bullets}
        shortcut={keys('Ctrl', 'Shift', '8')}
        pressed={now.block === 'ul'}
        disabled={readOnly || now.block === ''}
        onUse={() => run(setTextBlock({ type: 'list', ordered: false }))}
      />
      <Tool
        icon="numbers"
        label={words.numbers}
        shortcut={keys('Ctrl', 'Shift', '7')}
        pressed={now.block === 'ol'}
        disabled={readOnly || now.block === ''}
        onUse={() => run(setTextBlock({ type: 'list', ordered: true }))}
      />
      {!readOnly && (
        <>
          <Menu
            label={words.alignment}
            icon={
              now.align === 'center'
                ? 'center'
                : now.align === 'right'
                  ? 'end'
                  : now.align === 'left'
                    ? 'left'
                    : 'justify'
            }
            items={([null, 'left', 'center', 'right'] as const).map((align) => ({
              id: align ?? 'style',
              label: align ? words.aligns[align] : words.justified,
              icon:
                align === 'center'
                  ? 'center'
                  : align === 'right'
                    ? 'end'
                    : align === 'left'
                      ? 'left'
                      : 'justify',
              checked: now.align === align,
              onChoose: () => run(setAlign(align)),
            }))}
          />
          <Divider />
          <Tool
            icon="at"
            label={words.insertFigure}
            shortcut="@"
            wide
            onUse={() => openCompletion(editor.view)}
          />
          <Menu
            label={words.insertChart}
            icon="chart"
            items={[...charts.values()].map((chart) => ({
              id: chart.id,
              label: chart.name,
              onChoose: () => run(insertChart(chart)),
            }))}
          />
          <Tool icon="table" label={words.insertTable} onUse={() => run(insertTable(words))} />
          <Tool
            icon="break"
            label={words.insertPageBreak}
            shortcut={keys('Ctrl', 'Enter')}
            onUse={() => run(insertPageBreak)}
          />
        </>
      )}
    </div>
  )
}

interface ToolProps {
  label: string
  icon?: IconName
  shortcut?: string
  pressed?: boolean
  disabled?: boolean
  /** Shows its name too. */
  wide?: boolean
  onUse: () => void
  children?: ReactNode
}

function Tool({ label, icon, shortcut, pressed, disabled, wide, onUse, children }: ToolProps): ReactElement {
  return (
    <button
      type="button"
      className={`button button-quiet ${wide ? 'button-small' : 'button-icon'} tool`}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {icon && <Icon name={icon} />}
      {wide && label}
      {children}
    </button>
  )
}

const Divider = (): ReactElement => <span className="toolbar-divider" role="presentation" />

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const inside = event.target instanceof HTMLElement && event.target.closest('[role=menu]')
  if (!bar || step === undefined || inside) return
  const tools = [...bar.querySelectorAll<HTMLElement>('button:enabled, select:enabled')]
  const now = tools.findIndex((tool) => tool === document.activeElement)
  if (now < 0) return
  event.preventDefault()
  tools.at((now + step) % tools.length)?.focus()
}

/** What the caret is in where it is no block of text. */
function nameOf(node: string, words: EditorWords): string {
  const { table, chart, cover, pageBreak, contents } = words
  return { tableBlock: table, chart, cover, pageBreak, contents }[node] ?? ''
}

function kindOf(value: string): TextBlock {
  if (value === 'ul' || value === 'ol') return { type: 'list', ordered: value === 'ol' }
  const level = headingLevels.find((one) => value === `h${one}`)
  return level === undefined ? { type: 'paragraph' } : { type: 'heading', level }
}

function stateOf({ editor }: { editor: Editor }) {
  const block = textBlockAt(editor.state)
  const { selection } = editor.state
  const { parent, depth } = selection.$from
  const around =
    depth > 0 ? selection.$from.node(1) : selection instanceof NodeSelection ? selection.node : null
  return {
    around: around?.type.name ?? '',
    block:
      block === undefined
        ? ''
        : block.type === 'heading'
          ? `h${block.level}`
          : block.type === 'list'
            ? block.ordered
              ? 'ol'
              : 'ul'
            : 'p',
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    align:
      parent.type.name === 'paragraph' ? (parent.attrs.align as 'left' | 'center' | 'right' | null) : null,
    canUndo: editor.isEditable && editor.can().undo(),
    canRedo: editor.isEditable && editor.can().redo(),
  }
}
