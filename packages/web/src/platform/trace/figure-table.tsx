import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { figuresQuery } from '../run/queries.ts'
import { subjectLabel, unitOf } from '../run/run-index.ts'
import { Figure } from './figure.tsx'
import { byId, figureMatrix, matrixFilter } from './figure-matrix.ts'
import { traceMessages } from './messages.ts'

const FIRST_LINES = 15
/** Beyond this the numbers are left to the click: an aggregate over a province must not fetch a province. */
const MOST_FETCHED = 2000

/** The figures an aggregate ranges over, with their values: schools down, indicators across. */
export function FigureTable(props: { figures: readonly string[] }): ReactNode {
  const { id, index } = useCurrentRun()
  const [all, setAll] = useState(false)
  const matrix = useMemo(() => figureMatrix(props.figures), [props.figures])
  const answer = useQuery({
    ...figuresQuery(id, matrixFilter(props.figures)),
    enabled: props.figures.length <= MOST_FETCHED,
  })
  const known = useMemo(() => byId(answer.data), [answer.data])
  const subjectName = (subject: string) => {
    const found = index.subjects.get(subject)
    return found === undefined ? subject : subjectLabel(found)
  }
  const nodeName = (node: string) => index.nodes.get(node)?.title ?? node
  const ofSubjects = matrix.linesAre === 'subject'
  const lines = all ? matrix.lines : matrix.lines.slice(0, FIRST_LINES)
  return (
    <>
      <table className="plain figure-table">
        <thead>
          <tr>
            <th scope="col">{traceMessages.figuresOf}</th>
            {matrix.columns.map((column) => (
              <th key={column} scope="col" className="align-right">
                {ofSubjects ? nodeName(column) : subjectName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <td>{ofSubjects ? subjectName(line) : nodeName(line)}</td>
              {matrix.columns.map((column) => (
                <FigureCell
                  key={column}
                  figure={matrix.idAt(line, column)}
                  known={known}
                  unit={ofSubjects ? undefined : unitOf(index.nodes.get(line))}
                  title={`${subjectName(ofSubjects ? line : column)} ${nodeName(ofSubjects ? column : line)}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length < matrix.lines.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {traceMessages.more(matrix.lines.length - lines.length)}
        </button>
      )}
    </>
  )
}

function FigureCell(props: {
  figure: string | undefined
  known: ReturnType<typeof byId>
  unit: string | undefined
  title: string
}): ReactNode {
  const { figure, known, unit, title } = props
  if (figure === undefined) return <td />
  const found = known.get(figure)
  return (
    <td className="align-right">
      <Figure
        id={figure}
        shown={found?.shown ?? traceMessages.openFigure}
        unit={unit}
        title={title}
        state={found?.state}
      />
    </td>
  )
}
