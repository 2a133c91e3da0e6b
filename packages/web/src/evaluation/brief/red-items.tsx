import type { ItemView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { briefMessages as says } from './messages.ts'
import { redColumns } from './red-columns.tsx'

/** More lines than this and the sheet would not be one. */
const MOST = 8
/** Up to here there is room for a third line in each. */
const FEW = 5

/** Every item that is not met: how it stands, what is asked, what it takes, and whose duty it is. */
export function RedItems(): ReactNode {
  const { index } = useCurrentRun()
  const red = index.assessment.sections.flatMap(({ items }) => items).filter(({ state }) => state === 'unmet')
  return (
    <section>
      <h3>{says.red}</h3>
      {red.length === 0 ? <p>{says.redNone}</p> : <RedTable items={red.slice(0, MOST)} />}
      {red.length > MOST && <p className="muted">{says.more(red.length - MOST)}</p>}
    </section>
  )
}

/** Nothing of it stands on the sheet before all its figures are there: it could be printed as if it were whole. */
function RedTable({ items }: { items: readonly ItemView[] }): ReactNode {
  const { id } = useCurrentRun()
  const answer = useQuery(figuresQuery(id, { node: items.map(({ indicator }) => indicator) }))
  if (answer.error !== null) return <ErrorState error={answer.error} retry={() => answer.refetch()} />
  if (answer.data === undefined) return <Loading />
  const unmet = answer.data.filter(({ state }) => state === 'unmet')
  return (
    <table className={items.length <= FEW ? 'plain brief-table brief-roomy' : 'plain brief-table'}>
      <thead>
        <tr>
          {redColumns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.indicator}>
            {redColumns.map(({ key, Cell }) => (
              <td key={key}>
                <div className="brief-cell">
                  <Cell item={item} unmet={unmet.filter(({ node }) => node === item.indicator)} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
