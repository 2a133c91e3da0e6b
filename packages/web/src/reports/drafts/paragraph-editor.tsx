import { EditorState } from '@codemirror/state'
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin, WidgetType } from '@codemirror/view'
import type { DraftPiece } from '@eduduty/core/reports'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ReportKey } from './draft-queries.ts'
import { FigurePicker } from './figure-picker.tsx'
import { FigureSigns, figureSigns } from './figure-signs.ts'
import { draftMessages as says } from './messages.ts'

interface ParagraphEditorProps {
  readonly report: ReportKey
  readonly pieces: readonly DraftPiece[]
  readonly done: (pieces: readonly DraftPiece[]) => void
  readonly leave: () => void
}

/** One paragraph in words that can be typed over; its figures are signs that can be moved and deleted, not changed. */
export function ParagraphEditor({ report, pieces, done, leave }: ParagraphEditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const signs = useRef(new FigureSigns())
  const [picking, setPicking] = useState(false)
  const start = useRef(pieces)
  const finish = useRef(done)
  finish.current = done
  const abandon = useRef(leave)
  abandon.current = leave
  const finishIn = (editor: EditorView): boolean => {
    finish.current(signs.current.read(editor.state.doc.toString()))
    return true
  }
  const giveUp = (): boolean => {
    abandon.current()
    return true
  }
  const opening = useRef({ finishIn, giveUp })
  useEffect(() => {
    const parent = place.current
    if (parent === null) return
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: signs.current.write(start.current),
        extensions: [
          EditorView.lineWrapping,
          // A paragraph is one line: a pasted text with several becomes one.
          EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
          EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\r?\n\s*/g, '')),
          keymap.of([
            { key: 'Mod-Enter', run: (at) => opening.current.finishIn(at) },
            { key: 'Escape', run: () => opening.current.giveUp() },
          ]),
          figuresOf(signs.current),
          EditorView.contentAttributes.of({ 'aria-label': says.edit, spellcheck: 'false' }),
        ],
      }),
    })
    view.current = editor
    editor.focus()
    editor.dispatch({ selection: { anchor: editor.state.doc.length } })
    return () => editor.destroy()
  }, [])
  const insert = (piece: DraftPiece): void => {
    const editor = view.current
    if (editor === undefined) return
    editor.dispatch(editor.state.replaceSelection(signs.current.signOf(piece)))
    setPicking(false)
    editor.focus()
  }
  return (
    <div className="report-editor">
      <div ref={place} />
      <div className="report-editor-bar">
        <Button type="primary" size="small" onClick={() => view.current !== undefined && finishIn(view.current)}>
          {says.done}
        </Button>
        <Button size="small" onClick={() => setPicking(true)}>
          {says.insert}
        </Button>
        <span className="muted">{says.doneHint}</span>
      </div>
      {picking && <FigurePicker report={report} pick={insert} close={() => setPicking(false)} />}
    </div>
  )
}

class FigureWidget extends WidgetType {
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override eq(other: FigureWidget): boolean {
    return other.text === this.text
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'report-figure'
    chip.textContent = this.text
    return chip
  }
}

function figuresOf(signs: FigureSigns) {
  const matcher = new MatchDecorator({
    regexp: figureSigns,
    decoration: ([sign]) => Decoration.replace({ widget: new FigureWidget(signs.find(sign)?.text ?? '') }),
  })
  return ViewPlugin.define(
    (view) => ({
      figures: matcher.createDeco(view),
      update(change) {
        this.figures = matcher.updateDeco(change, this.figures)
      },
    }),
    {
      decorations: (plugin) => plugin.figures,
      provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.figures ?? Decoration.none),
    },
  )
}
