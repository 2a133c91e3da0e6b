import type { Trace } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { nameFigure } from '../run/run-index.ts'
import { Figure } from './figure.tsx'
import { traceMessages } from './messages.ts'

/** The figures a formula is made of; each opens its own step. */
export function InputList(props: { inputs: Trace['inputs'] }): ReactNode {
  const { index } = useCurrentRun()
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{traceMessages.inputName}</th>
          <th scope="col" className="align-right">
            {traceMessages.inputValue}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.inputs.map((input) => (
          <tr key={`${input.figure} ${input.title}`}>
            <td>
              {input.title} <span className="muted">{nameFigure(index, input.figure).subject}</span>
            </td>
            <td className="align-right">
              <Figure id={input.figure} shown={input.shown} title={input.title} unit={input.unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
