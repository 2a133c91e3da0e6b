import type { Diagnostic } from '@codemirror/lint'
import type { PackEntry } from '@eduduty/core/packs'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { askJson } from '../../platform/api/http.ts'
import { completeFormula } from './complete-formula.ts'
import { useDraftDesk } from './draft-context.ts'
import { draftPath, draftsKey, namesQuery } from './draft-queries.ts'
import { placeOf } from './formula-place.ts'
import { CodeEditor } from './lazy-code-editor.tsx'
import { type Located, within } from './located.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.entry

interface Printed {
  readonly text?: string
  readonly unit?: string
}

/** A formula: names and functions are offered while typing, mistakes are underlined, and it is read out below. */
export function FormulaField(props: {
  readonly entry: PackEntry
  readonly path: readonly (string | number)[]
  readonly label: string
  readonly stage?: string
  readonly text: string
  readonly onText: (text: string) => void
}): ReactNode {
  const { draft, place, problems } = useDraftDesk()
  const at = placeOf(props.entry, draft.list.entries)
  const names = useQuery(namesQuery(place, at, draft.saved.revision))
  const marks = useMemo(() => marksOf(within(problems, props.entry, props.path)), [problems, props.entry, props.path])
  const isFormula = /formula|when|rule|grounds|expected/.test(String(props.path.at(-1))) || props.stage !== undefined
  return (
    <div className="formula-field">
      {props.stage !== undefined && <span className="muted">{says.staged(props.stage)}</span>}
      <CodeEditor
        label={props.label}
        text={props.text}
        onText={props.onText}
        isReadOnly={!draft.isOpen}
        language="formula"
        marks={marks}
        complete={completeFormula(names.data)}
      />
      {isFormula && props.text !== '' && <ReadOut at={at} text={props.text} />}
    </div>
  )
}

/** The formula in the words of a reader; only where these differ from what is written. */
function ReadOut({ at, text }: { at: string; text: string }): ReactNode {
  const { place, draft } = useDraftDesk()
  const { data } = useQuery({
    queryKey: [...draftsKey, place.county, place.draft, 'printed', at, text, draft.saved.revision],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: () => askJson<Printed>(`${draftPath(place)}/formula`, { place: at, text }),
  })
  if (data?.text === undefined) return null
  return (
    <span className="field-help">
      {says.printed}
      {data.text}
      {data.unit !== undefined && says.unit(data.unit)}
    </span>
  )
}

function marksOf(located: readonly Located[]): Diagnostic[] {
  return located.flatMap(({ problem, at: { from, to } }) =>
    from === undefined || to === undefined
      ? []
      : [
          {
            from,
            to: Math.max(to, from + 1),
            severity: problem.warning === true ? ('warning' as const) : ('error' as const),
            message: [problem.message, problem.suggestion].filter(Boolean).join(' '),
          },
        ],
  )
}
