import type { ImportFinding, ImportOutcome } from '@eduduty/core/organizations'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'

const says = organizationMessages.imports
const shownFindings = 200
const shownSteps = 50

interface ImportResultProps {
  readonly outcome: ImportOutcome
  readonly marking: boolean
  readonly mark: () => void
}

/** What a file would do, or what is wrong with it cell by cell. */
export function ImportResult({ outcome, marking, mark }: ImportResultProps): ReactNode {
  const errors = outcome.findings.filter((finding) => finding.level === 'error').length
  const isSame = outcome.added === 0 && outcome.changed === 0
  const sentence = errors > 0 ? says.refused(errors) : isSame ? says.nothingNew : says.ready
  return (
    <>
      <div className={errors > 0 ? 'import-outcome import-outcome-wrong' : 'import-outcome'} role="status">
        <p>{sentence}</p>
        {errors === 0 && <p className="muted">{says.counts(outcome.added, outcome.changed, outcome.unchanged)}</p>}
        {errors > 0 && (
          <Button size="small" loading={marking} onClick={mark}>
            {says.marked}
          </Button>
        )}
      </div>
      {outcome.findings.length > 0 && <Findings findings={outcome.findings} />}
      {errors === 0 && outcome.steps.length > 0 && <Steps steps={outcome.steps} />}
    </>
  )
}

function Findings({ findings }: { findings: readonly ImportFinding[] }): ReactNode {
  return (
    <div className="import-lists">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{says.columns.cell}</th>
            <th scope="col">{says.columns.name}</th>
            <th scope="col">{says.columns.message}</th>
            <th scope="col">{says.columns.advice}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shownFindings).map((finding) => (
            <tr key={`${finding.sheet} ${finding.cell} ${finding.message}`}>
              <td className="nowrap">{[finding.sheet, finding.cell].filter((part) => part !== '').join(' ')}</td>
              <td>{finding.name}</td>
              <td className={finding.level === 'error' ? 'wrong' : undefined}>
                {finding.level === 'error' ? '' : `${says.level[finding.level]}：`}
                {finding.message}
              </td>
              <td>{finding.advice}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > shownFindings && <p className="muted">{says.more(findings.length - shownFindings)}</p>}
    </div>
  )
}

function Steps({ steps }: { steps: ImportOutcome['steps'] }): ReactNode {
  return (
    <div className="import-lists">
      <h3>{says.steps}</h3>
      <ul className="change-list">
        {steps.slice(0, shownSteps).map((step) => (
          <li key={`${step.name} ${step.says}`}>
            <strong>{step.name}</strong> {step.says}
          </li>
        ))}
      </ul>
      {steps.length > shownSteps && <p className="muted">{says.more(steps.length - shownSteps)}</p>}
    </div>
  )
}
