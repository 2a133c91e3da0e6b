import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { dutyMessages } from '../messages.ts'
import type { Making } from './use-making.ts'

const says = dutyMessages.make

/** How far a batch is, and what of the last one could not be done. */
export function Standing({ making }: { making: Making }): ReactNode {
  const { progress, failures } = making
  return (
    <>
      {progress !== undefined && (
        <div role="status">
          <Progress
            percent={Math.round((progress.done / Math.max(1, progress.all)) * 100)}
            format={() =>
              progress.kind === 'make'
                ? says.making(progress.done, progress.all)
                : says.issuing(progress.done, progress.all)
            }
          />
        </div>
      )}
      {failures.length > 0 && (
        <div className="note duty-failures" role="alert">
          <strong className="wrong">{says.failed(failures.length)}</strong>
          <ul>
            {failures.map(({ what, why }) => (
              <li key={what}>{says.failure(what, why)}</li>
            ))}
          </ul>
          <Button size="small" onClick={making.dismiss}>
            {says.dismiss}
          </Button>
        </div>
      )}
    </>
  )
}
