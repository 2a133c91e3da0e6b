import type { KeptText } from '@eduduty/core/claims'
import { memo, type ReactNode, useMemo } from 'react'
import type { CheckDesk } from './check-desk.ts'
import { MarkedText } from './marked-text.tsx'
import { placeMarks, type TextMark } from './place-marks.ts'

/** The report as it was read, its numbers marked. A finding that is looked at draws anew only what has part in it. */
export const ReportBlocks = memo(function ReportBlocks(props: {
  desk: CheckDesk
  active: number | undefined
}): ReactNode {
  const { desk, active } = props
  const { content } = desk.check
  const marks = useMemo(() => placeMarks(desk.check), [desk.check])
  return (
    <article className="claim-paper">
      {content.blocks.map((block, at) => (
        <Block
          key={block.kind === 'table' ? `t${block.cells[0]?.start}` : `p${block.pieces[0]?.start}`}
          block={block}
          desk={desk}
          marks={marks[at] ?? []}
          active={hasPart(marks[at] ?? [], active) ? active : undefined}
        />
      ))}
    </article>
  )
})

const hasPart = (marks: readonly TextMark[], active: number | undefined): boolean =>
  active !== undefined && marks.some(({ findings }) => findings.includes(active))

interface BlockProps {
  readonly block: KeptText['blocks'][number]
  readonly desk: CheckDesk
  readonly marks: readonly TextMark[]
  readonly active: number | undefined
}

const Block = memo(function Block({ block, desk, marks, active }: BlockProps): ReactNode {
  const shared = { desk, marks, active }
  if (block.kind === 'table') return <TableBlock cells={block.cells} {...shared} />
  return (
    <p className="claim-paragraph">
      {block.pieces.map(({ start, end }) => (
        <MarkedText key={start} start={start} end={end} {...shared} />
      ))}
    </p>
  )
})

type Cells = Extract<KeptText['blocks'][number], { kind: 'table' }>['cells']

function TableBlock({ cells, ...shared }: Omit<BlockProps, 'block'> & { readonly cells: Cells }): ReactNode {
  const rows = [...new Set(cells.map(({ row }) => row))].toSorted((a, b) => a - b)
  return (
    <div className="claim-table">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {cells
                .filter((cell) => cell.row === row)
                .map(({ start, end, column, rowSpan, columnSpan }) => (
                  <td key={column} rowSpan={rowSpan} colSpan={columnSpan}>
                    <MarkedText
                      {...shared}
                      start={start}
                      end={end}
                      marks={shared.marks.filter((mark) => mark.start >= start && mark.end <= end)}
                    />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
