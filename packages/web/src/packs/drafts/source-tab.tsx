import type { Diagnostic } from '@codemirror/lint'
import { draftPath as nameShape, offsetAt } from '@eduduty/core/packs'
import { Button, Input, Popconfirm } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useDraftDesk } from './draft-context.ts'
import type { DraftSearch } from './draft-search.ts'
import { CodeEditor } from './lazy-code-editor.tsx'
import type { Located } from './located.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.source

/** The files as they are written, with the same marks at what is wrong. */
export function SourceTab({ search }: { search: DraftSearch }): ReactNode {
  const { draft, problems, openSource } = useDraftDesk()
  const open = draft.files.find(({ path }) => path === search.file) ?? draft.files[0]
  const wrong = new Set(problems.filter(({ problem }) => problem.warning !== true).map(({ problem }) => problem.file))
  const text = open?.text ?? ''
  const path = open?.path
  const marks = useMemo(() => marksIn(problems, path, text), [problems, path, text])
  return (
    <div className="draft-desk">
      <nav className="draft-tree" aria-label={says.files}>
        <ul>
          {draft.files.map((file) => (
            <li key={file.path}>
              <button
                type="button"
                className={`tree-entry${wrong.has(file.path) ? ' wrong' : ''}`}
                aria-current={file.path === path}
                onClick={() => openSource(file.path)}
              >
                {wrong.has(file.path) && '● '}
                {file.path}
              </button>
            </li>
          ))}
        </ul>
        {draft.isOpen && <AddFile />}
      </nav>
      {open !== undefined && (
        <div className="draft-form">
          {draft.isOpen && draft.files.length > 1 && (
            <div className="entry-head">
              <h2>{open.path}</h2>
              <Popconfirm
                title={says.removeAsk}
                okText={says.remove}
                onConfirm={() => draft.write(draft.files.filter((file) => file !== open))}
              >
                <Button size="small" danger>
                  {says.remove}
                </Button>
              </Popconfirm>
            </div>
          )}
          <CodeEditor
            key={open.path}
            label={says.editor(open.path)}
            text={open.text}
            onText={(next) =>
              draft.write(draft.files.map((file) => (file.path === open.path ? { path: file.path, text: next } : file)))
            }
            isReadOnly={!draft.isOpen}
            language="yaml"
            marks={marks}
            line={search.line === undefined ? undefined : Number(search.line)}
          />
        </div>
      )}
    </div>
  )
}

function marksIn(problems: readonly Located[], path: string | undefined, text: string): Diagnostic[] {
  return problems
    .filter(({ problem }) => problem.file === path)
    .map(({ problem }) => {
      const from = offsetAt(text, problem.line, problem.column)
      const message = [problem.message, problem.suggestion].filter(Boolean).join(' ')
      return { from, to: from + problem.length, severity: problem.warning === true ? 'warning' : 'error', message }
    })
}

const shape = new RegExp(nameShape, 'u')

function AddFile(): ReactNode {
  const { draft, openSource } = useDraftDesk()
  const [name, setName] = useState('')
  const isRight = shape.test(name) && !draft.files.some(({ path }) => path === name)
  const add = () => {
    if (!isRight) return
    draft.write([...draft.files, { path: name, text: '' }])
    openSource(name)
    setName('')
  }
  return (
    <div className="add-file">
      <Input
        size="small"
        aria-label={says.name}
        placeholder={says.name}
        title={says.nameRule}
        status={name === '' || isRight ? '' : 'error'}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={add}
      />
      <Button size="small" disabled={!isRight} onClick={add}>
        {says.add}
      </Button>
    </div>
  )
}
