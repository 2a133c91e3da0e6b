import type { EditorView } from '@codemirror/view'
import type { DraftPiece, ReportPlace } from '@eduduty/core/reports'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ReportKey } from './draft-queries.ts'
import { FigurePicker } from './figure-picker.tsx'
import { FigureSigns } from './figure-signs.ts'
import { draftMessages as says } from './messages.ts'
import { openEditor } from './open-editor.ts'

interface ParagraphEditorProps {
  readonly report: ReportKey
  readonly about: Pick<ReportPlace, 'grain' | 'subject'>
  readonly pieces: readonly DraftPiece[]
  readonly done: (pieces: readonly DraftPiece[]) => void
  readonly leave: () => void
}

/** One paragraph in words that can be typed over; its figures are signs that can be moved and deleted, not changed. */
export function ParagraphEditor({ report, about, pieces, done, leave }: ParagraphEditorProps): ReactNode {
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
    const editor = openEditor(parent, signs.current, start.current, opening.current)
    view.current = editor
    return () => editor.destroy()
  }, [])
  const insert = (piece: DraftPiece, unit: string): void => {
    const editor = view.current
    if (editor === undefined) return
    editor.dispatch(editor.state.replaceSelection(`${signs.current.signOf(piece)}${unit}`))
    setPicking(false)
  }
  useEffect(() => {
    const editor = view.current
    if (picking || editor === undefined) return
    // The window that was open has taken the focus, and the browser would put its cursor at the beginning.
    editor.focus()
    editor.dispatch({ selection: editor.state.selection })
  }, [picking])
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
      {picking && <FigurePicker report={report} about={about} pick={insert} close={() => setPicking(false)} />}
    </div>
  )
}
