import type { TemplateFaultView } from '@eduduty/core/documents'
import type { ReactNode } from 'react'
import { templateMessages } from './messages.ts'

const says = templateMessages.dialog
/** Nobody mends more at a time. */
const SHOWN = 50

/** The mistakes of a template: where each stands, the text around it, what is wrong and what to do. */
export function FaultList({ faults }: { readonly faults: readonly TemplateFaultView[] }): ReactNode {
  return (
    <div className="report-faults">
      <table className="plain">
        <thead>
          <tr>
            <th>{says.place}</th>
            <th>{says.text}</th>
            <th>{says.fault}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, SHOWN).map((fault) => (
            <tr key={`${fault.place} ${fault.before} ${fault.wrong} ${fault.code}`}>
              <td className="nowrap">{fault.place}</td>
              <td>
                {fault.before}
                <strong className="wrong">{fault.wrong}</strong>
                {fault.after}
              </td>
              <td>
                {fault.message}
                <br />
                <span className="muted">{fault.advice}</span>
                {fault.suggestion !== undefined && (
                  <>
                    <br />
                    {says.mayBe} <code>{fault.suggestion}</code>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > SHOWN && <p className="muted">{says.more(faults.length - SHOWN)}</p>}
    </div>
  )
}
