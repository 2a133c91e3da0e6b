import type { ParameterUse } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { BasisLine } from '../theme/basis.tsx'
import { traceMessages } from './messages.ts'

/** Parameters with the entry that applied: value, term, article. */
export function ParameterList(props: { parameters: readonly ParameterUse[] }): ReactNode {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{traceMessages.inputName}</th>
          <th scope="col" className="align-right">
            {traceMessages.parameterValue}
          </th>
          <th scope="col">{traceMessages.parameterTerm}</th>
          <th scope="col">{traceMessages.parameterBasis}</th>
        </tr>
      </thead>
      <tbody>
        {props.parameters.map((use) => (
          <tr key={`${use.id} ${use.since} ${use.value}`}>
            <td>
              {use.title}
              {use.reason !== undefined && <div className="muted">{use.reason}</div>}
            </td>
            <td className="align-right number">
              {use.value}
              {use.unit !== undefined && <span className="muted"> {use.unit}</span>}
            </td>
            <td className="nowrap">{traceMessages.since(use.since, use.until)}</td>
            <td>
              <BasisLine basis={use.basis} verified={use.verified} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
