import type { AppraisalDetail, ResultView } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { PointLines } from '../adjustments/point-lines.tsx'
import { appraisalPath } from '../appraisal-queries.ts'
import type { DeskProps } from '../desk/desk-props.ts'
import { pointsText, sumOf } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'
import { yearlyMessages } from '../yearly-messages.ts'
import { CredibilityPart } from './credibility-part.tsx'

const says = appraisalMessages.result

/** The conclusion that stands and those before it, 自评可信度, and what was made public. */
export function ResultTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const result = detail.results.find(({ version }) => version === detail.entry.version)
  if (result === undefined)
    return (
      <>
        <Unranked detail={detail} />
        <EmptyState title={says.none} advice={says.noneAdvice} />
      </>
    )
  return (
    <>
      <div className="appraisal-verdict">
        <p>
          <strong>{result.rated.grade ?? says.open}</strong>{' '}
          <span className="muted">{appraisalMessages.detail.version(result.version)}</span>
        </p>
        <p>{result.rated.text}</p>
        <Unranked detail={detail} />
        <Afterwards {...{ appraisalKey, detail }} />
      </div>
      <PointLines {...{ detail, result }} />
      <LedgerTable
        label={says.compared}
        rows={detail.sections}
        columns={sectionColumns(detail)}
        rowKey={({ section }) => section}
      />
      {detail.credibility !== undefined && <CredibilityPart detail={detail} credibility={detail.credibility} />}
      {detail.results.length > 1 && (
        <>
          <h3>{says.versions}</h3>
          <LedgerTable
            label={says.versions}
            rows={detail.results}
            columns={versionColumns}
            rowKey={({ version }) => String(version)}
          />
        </>
      )}
      <Publications detail={detail} />
    </>
  )
}

/** A ranking was published without the unit: why. */
function Unranked({ detail: { unranked } }: Pick<DeskProps, 'detail'>): ReactNode {
  return unranked === undefined ? null : <p className="note">{yearlyMessages.ownUnranked(unranked)}</p>
}

/** The unit's place, once published, and its letter. */
function Afterwards({ appraisalKey, detail }: DeskProps): ReactNode {
  const { rank, letter, entry } = detail
  if (rank === undefined && letter === undefined) return null
  return (
    <p>
      {rank !== undefined && <strong>{yearlyMessages.ownRank(rank)}</strong>}{' '}
      {letter !== undefined && (
        <MakeFileButton
          label={yearlyMessages.letterTitle(letter.number)}
          title={entry.subject_name}
          path={`${appraisalPath(appraisalKey)}/letter`}
          name={yearlyMessages.letterFile(letter.number, entry.subject_name)}
        />
      )}
    </p>
  )
}

type SectionRow = AppraisalDetail['sections'][number]

function sectionColumns(detail: AppraisalDetail): Column<SectionRow>[] {
  const itemsOf = ({ section }: SectionRow) => detail.items.filter((item) => item.section === section && !item.is_idle)
  const sum = (points: number | undefined): ReactNode => (
    <span className="number">{points === undefined ? '' : pointsText(points)}</span>
  )
  const { columns } = appraisalMessages.items
  return [
    { key: 'section', title: says.sections.section, width: 260, cell: ({ title }) => title },
    {
      key: 'full',
      title: says.sections.full,
      width: 90,
      align: 'right',
      cell: (row) => sum(itemsOf(row).reduce((all, { full = '0' }) => all + Number(full), 0)),
    },
    {
      key: 'computed',
      title: columns.computed,
      width: 110,
      align: 'right',
      cell: (row) => sum(sumOf(itemsOf(row), ({ computed }) => computed)),
    },
    {
      key: 'self',
      title: says.sections.self,
      width: 110,
      align: 'right',
      cell: (row) => sum(sumOf(itemsOf(row), ({ self }) => self)),
    },
    {
      key: 'verified',
      title: says.sections.verified,
      width: 110,
      align: 'right',
      cell: (row) => sum(sumOf(itemsOf(row), ({ verified }) => verified)),
    },
  ]
}

const versionColumns: readonly Column<ResultView>[] = [
  {
    key: 'version',
    title: says.columns.version,
    width: 70,
    cell: ({ version }) => appraisalMessages.detail.version(version),
  },
  { key: 'kind', title: says.columns.kind, width: 110, cell: ({ kind }) => says.kind[kind] },
  { key: 'points', title: says.columns.points, width: 80, align: 'right', cell: ({ rated }) => rated.points.shown },
  { key: 'grade', title: says.columns.grade, width: 90, cell: ({ rated }) => rated.grade ?? says.open },
  { key: 'reason', title: says.columns.reason, width: 360, wrap: true, cell: ({ reason }) => reason },
  { key: 'by', title: says.columns.by, width: 90, cell: ({ by }) => by },
  { key: 'at', title: says.columns.at, width: 140, cell: ({ at }) => chinaMinute(at) },
]

function Publications({ detail }: { detail: AppraisalDetail }): ReactNode {
  const { publications, appeal_until: appealUntil } = detail
  return (
    <section aria-label={says.publications}>
      <h3>{says.publications}</h3>
      {publications.length === 0 && <p className="muted">{says.noPublications}</p>}
      {publications.map((one) => (
        <div key={`${one.kind} ${one.at}`} className="appraisal-part">
          <p>
            <strong>{says.publication(one.kind)}</strong>　{one.document_no}　{one.dated_on}　
            <span className="muted">
              {appraisalMessages.detail.version(one.version)}
              {one.until !== undefined && `　${says.until(one.until)}`}
              {one.until !== undefined && appealUntil !== undefined && `，${says.appealUntil(appealUntil)}`}
            </span>
          </p>
          <p className="appraisal-text">{one.text}</p>
        </div>
      ))}
    </section>
  )
}
