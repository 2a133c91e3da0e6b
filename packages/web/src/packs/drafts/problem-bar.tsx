import type { DraftCheck } from '@eduduty/core/packs'
import { offeredName, withReplaced } from '@eduduty/core/packs'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDraftDesk } from './draft-context.ts'
import { entryKey, entryOfProblem, type Located } from './located.ts'
import { draftMessages } from './messages.ts'
import { sectionWords } from './section-messages.ts'

const says = draftMessages.problems

/** How many mistakes the draft has as it was saved last; opened, where each stands and what to write instead. */
export function ProblemBar(props: {
  check: DraftCheck | undefined
  isCurrent: boolean
  error: Error | null
}): ReactNode {
  const { problems, draft } = useDraftDesk()
  const [isOpen, setOpen] = useState(true)
  const { check } = props
  if (props.error !== null) return <p className="wrong">{props.error.message}</p>
  if (check === undefined) return <p className="muted">{says.checking}</p>
  const { errors, warnings } = check
  return (
    <section className="problem-bar" aria-label={says.title}>
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={errors > 0 ? 'wrong' : 'right'}>{errors === 0 ? says.none : says.errors(errors)}</span>
        {warnings > 0 && <span className="muted apart">{says.warnings(warnings)}</span>}
      </button>
      {(!props.isCurrent || draft.state !== 'saved') && <span className="muted apart">{says.stale}</span>}
      {isOpen && errors > 0 && (
        <ol className="problem-list">
          {problems
            .filter(({ problem }) => problem.warning !== true)
            .map((located) => (
              <ProblemLine
                key={`${located.problem.file} ${located.problem.line} ${located.problem.column} ${located.problem.message}`}
                located={located}
              />
            ))}
        </ol>
      )}
    </section>
  )
}

/** One mistake: where, what, and one click to put it right where a right name is known. */
export function ProblemLine({ located }: { located: Located }): ReactNode {
  const { draft, openEntry, openSource } = useDraftDesk()
  const { problem } = located
  const entry = entryOfProblem(draft.list.entries, located)
  const name = offeredName(problem.suggestion)
  const isInFiles = draft.files.some(({ path }) => path === problem.file)
  const jump = () => (entry === undefined ? openSource(problem.file, problem.line) : openEntry(entryKey(entry)))
  const put = (right: string) =>
    draft.write(
      draft.files.map((file) =>
        file.path === problem.file ? { path: file.path, text: withReplaced(file.text, problem, right) } : file,
      ),
    )
  return (
    <li>
      <button type="button" className="link" disabled={!isInFiles} onClick={jump}>
        {entry === undefined
          ? says.place(problem.file, problem.line)
          : says.inEntry(sectionWords[entry.section] ?? entry.section, entry.title)}
      </button>{' '}
      {problem.message}
      {name !== undefined && draft.isOpen && draft.state === 'saved' && isInFiles ? (
        <Button size="small" className="apart" onClick={() => put(name)}>
          {says.use(name)}
        </Button>
      ) : (
        problem.suggestion !== undefined && <span className="muted"> {problem.suggestion}</span>
      )}
    </li>
  )
}
