import { autocompletion, type CompletionSource, completionKeymap } from '@codemirror/autocomplete'
import { yaml } from '@codemirror/lang-yaml'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { minimalSetup } from 'codemirror'
import { type ReactNode, useEffect, useRef } from 'react'

export interface TextEditorProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly isReadOnly?: boolean
  readonly language: 'formula' | 'yaml'
  readonly marks: readonly Diagnostic[]
  readonly complete?: CompletionSource
  /** Line to go to, counted from 1. */
  readonly line?: number | undefined
}

const REST_MS = 350

/** A text with marks at what is wrong and completion; typing is shown at once, and told a moment later. */
export function TextEditor(props: TextEditorProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef(props)
  const told = useRef(props.text)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (box.current === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      clearTimeout(timer)
      const text = made.state.doc.toString()
      if (text === told.current) return
      told.current = text
      latest.current.onText(text)
    }
    const listen = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(tell, REST_MS)
    })
    const leave = EditorView.domEventHandlers({ blur: () => tell() })
    const made = new EditorView({
      parent: box.current,
      state: EditorState.create({ doc: latest.current.text, extensions: [...extensionsOf(latest), listen, leave] }),
    })
    view.current = made
    return () => {
      tell()
      made.destroy()
    }
  }, [])
  useShown(view, told, props)
  return <div ref={box} className={`code code-${props.language}`} />
}

/** What comes from outside: another text, other marks, a line to go to. */
function useShown(
  view: { readonly current: EditorView | undefined },
  told: { current: string },
  props: TextEditorProps,
): void {
  useEffect(() => {
    const editor = view.current
    if (editor === undefined || props.text === told.current) return
    told.current = props.text
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.text } })
  }, [view, told, props.text])
  useEffect(() => {
    const editor = view.current
    if (editor === undefined) return
    const most = editor.state.doc.length
    const marks = props.marks
      .filter(({ from }) => from <= most)
      .map((mark) => ({ ...mark, to: Math.min(mark.to, most) }))
    editor.dispatch(setDiagnostics(editor.state, marks))
  }, [view, props.marks])
  useEffect(() => {
    const editor = view.current
    if (editor === undefined || props.line === undefined) return
    const line = editor.state.doc.line(Math.min(Math.max(1, props.line), editor.state.doc.lines))
    editor.dispatch({
      selection: { anchor: line.from, head: line.to },
      effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
    })
    editor.focus()
  }, [view, props.line])
}

function extensionsOf(latest: { readonly current: TextEditorProps }): Extension[] {
  const { label, language, isReadOnly = false, complete } = latest.current
  const source: CompletionSource = (context) => latest.current.complete?.(context) ?? null
  return [
    minimalSetup,
    drawSelection(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    ...(language === 'yaml' ? [yaml(), lineNumbers(), highlightActiveLine()] : []),
    ...(complete === undefined
      ? []
      : [autocompletion({ override: [source], activateOnTypingDelay: 60 }), keymap.of(completionKeymap)]),
  ]
}
