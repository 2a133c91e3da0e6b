import type { ReactNode } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { CellExcerpt } from '../platform/trace/cell-excerpt.tsx'
import { columnOf, type FindingView, placeOf } from './finding-row.ts'
import { LevelMark } from './level-mark.tsx'
import { collectionMessages } from './messages.ts'
import { ReturnedLink } from './returned-link.tsx'

/** One finding with the piece of its sheet, so that a clerk knows which cell to change and how. */
export function FindingPanel({ finding, close }: { finding: FindingView; close: () => void }): ReactNode {
  const { index } = useCurrentRun()
  const says = collectionMessages.panel
  const { file, sheet, cell } = finding
  const facts: [string, string | undefined][] = [
    [says.message, finding.message],
    [says.advice, finding.advice],
    [says.unit, [finding.unit_name, finding.unit].filter(Boolean).join(' ') || undefined],
    [
      says.register,
      finding.register === undefined ? undefined : (index.registerTitles.get(finding.register) ?? finding.register),
    ],
    [says.column, columnOf(finding, index)],
    [says.found, finding.found],
    [says.taken, finding.taken],
    [says.file, finding.file],
    [says.place, placeOf(finding) || undefined],
  ]
  return (
    <SidePanel
      close={close}
      title={
        <>
          {says.title} <LevelMark level={finding.level} />
        </>
      }
    >
      <dl className="facts">
        {facts.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {file !== undefined && finding.level !== 'repair' && <ReturnedLink file={file} />}
      {file !== undefined && sheet !== undefined && cell !== undefined && <CellExcerpt at={{ file, sheet, cell }} />}
    </SidePanel>
  )
}
