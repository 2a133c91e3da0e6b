import type { ReactNode } from 'react'
import { numbered } from './numbered.ts'

/** Cells as they stand in a file, with the numbers of their lines where they matter. */
export function PlainGrid(props: { rows: readonly (readonly string[])[]; hasNumbers?: boolean }): ReactNode {
  return (
    <div className="archive-grid">
      <table>
        <tbody>
          {numbered(props.rows).map(({ no, one: row }) => (
            <tr key={no}>
              {props.hasNumbers === true && <th scope="row">{no + 1}</th>}
              {numbered(row).map(({ no: column, one: cell }) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
