import { type Duty, isVerb, roles, type Verb, verbs, verbsOf } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { grantMessages } from './messages.ts'
import { roleIds } from './role-options.ts'

const says = grantMessages.grants
const verbIds: readonly Verb[] = Object.keys(verbs).filter(isVerb)
const duties: readonly Duty[] = ['business', 'system', 'security', 'audit']

/** What each role may do, as the program has it: permissions down, roles across, the three administrators apart. */
export function RoleMatrix(): ReactNode {
  const groups = duties.map((duty) => ({ duty, members: roleIds.filter((role) => roles[role].duty === duty) }))
  const ordered = groups.flatMap((group) => group.members)
  return (
    <>
      <p className="muted">{says.matrixNote}</p>
      <div className="ledger-box matrix">
        <table className="ledger" aria-label={says.tabs.matrix}>
          <colgroup>
            <col style={{ width: 170 }} />
            {ordered.map((role) => (
              <col key={role} style={{ width: 72 }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {says.permission}
              </th>
              {groups.map(({ duty, members }) => (
                <th key={duty} scope="colgroup" colSpan={members.length} className={`align-center duty-${duty}`}>
                  {says.duty[duty]}
                </th>
              ))}
            </tr>
            <tr>
              {ordered.map((role) => (
                <th key={role} scope="col" className="align-center">
                  {roles[role].title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verbIds.map((verb) => (
              <tr key={verb}>
                <th scope="row" className="matrix-verb">
                  {verbs[verb]}
                </th>
                {ordered.map((role) => (
                  <td key={role} className="align-center">
                    {verbsOf(role).includes(verb) ? <Has /> : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Has(): ReactNode {
  return (
    <svg className="light" viewBox="0 0 16 16" role="img" aria-label={says.has}>
      <path className="light-line" d="M3 8.5l3.5 3.5L13 5" />
    </svg>
  )
}
