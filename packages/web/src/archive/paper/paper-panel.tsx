import type { PaperView } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { paperQuery } from '../archive-queries.ts'
import { HistoryPart } from '../history-part.tsx'
import { archiveMessages } from '../messages.ts'
import { offers } from '../offers.ts'
import { PaperTags } from '../papers/paper-columns.tsx'
import { PaperPreview } from '../preview/paper-preview.tsx'
import { CheckFacts } from './check-facts.tsx'
import { currentVersion } from './current-version.ts'
import { DownloadButton } from './download-button.tsx'
import { ParticularsForm } from './particulars-form.tsx'
import { UsedPart } from './used-part.tsx'
import { VersionsPart } from './versions-part.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const says = archiveMessages.paper

interface PaperPanelProps {
  readonly county: string
  readonly paper: string
  readonly close: () => void
}

/** A paper with its preview beside: what it is, its versions, where it is used, and who did what with it. */
export function PaperPanel({ county, paper, close }: PaperPanelProps): ReactNode {
  const { data: view, error, refetch } = useQuery(paperQuery(county, paper))
  return (
    <SidePanel
      close={close}
      width={1160}
      title={
        view === undefined ? (
          says.title
        ) : (
          <>
            {view.row.title}
            <PaperTags one={view.row} />
          </>
        )
      }
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && view === undefined && <Loading />}
      {view !== undefined && error === null && <Body view={view} />}
    </SidePanel>
  )
}

function Body({ view }: { view: PaperView }): ReactNode {
  const newest = currentVersion(view.versions)
  const [shown, setShown] = useState<number>()
  const version = view.versions.find((one) => one.version === shown) ?? newest
  return (
    <div className="archive-split">
      <div>
        {newest !== undefined && (
          <div className="archive-deeds">
            <DownloadButton row={view.row} version={newest} />
            <WithdrawButton view={view} />
          </div>
        )}
        {view.row.is_damaged && <p className="note wrong">{says.damaged}</p>}
        {view.row.is_withdrawn && <p className="note">{says.withdrawn}</p>}
        {view.pledge !== undefined && <PledgeLine pledge={view.pledge} />}
        {view.case !== undefined && <CaseLineOf county={view.row.county} id={view.case} />}
        {view.child !== undefined && <ChildLineOf county={view.row.county} id={view.child} />}
        <UsedPart view={view} />
        <ParticularsForm key={view.events.length} view={view} />
        <VersionsPart view={view} shown={version?.version} look={setShown} />
        {version !== undefined && <CheckFacts version={version} />}
        <HistoryPart events={view.events} />
      </div>
      <section className="archive-preview" aria-label={archiveMessages.preview.label}>
        {version !== undefined && <PaperPreview key={version.version} row={view.row} version={version} />}
      </section>
    </div>
  )
}

/** The way back from a signed copy to its pledge. */
function PledgeLine({ pledge }: { pledge: string }): ReactNode {
  const party = pledge.slice(pledge.indexOf(' ') + 1)
  return (
    <p className="note">
      {says.copyOf}
      <Link to="/duties/pledges" search={{ text: party }}>
        {pledge}
      </Link>
    </p>
  )
}

/** The way back from a paper, a photograph or a signature to the case of the child. */
function CaseLineOf({ county, id }: { county: string; id: string }): ReactNode {
  const may = useMay()('enrolment.read')
  return (
    <p className="note">
      {says.ofCase}
      {may && (
        <Link className="apart" to="/enrolment/cases/$county/$case" params={{ county, case: id }}>
          {says.toCase}
        </Link>
      )}
    </p>
  )
}

/** The same to a child in care. */
function ChildLineOf({ county, id }: { county: string; id: string }): ReactNode {
  const may = useMay()('enrolment.read')
  return (
    <p className="note">
      {says.ofChild}
      {may && (
        <Link className="apart" to="/enrolment/care/$county/$child" params={{ county, child: id }}>
          {says.toChild}
        </Link>
      )}
    </p>
  )
}

function WithdrawButton({ view }: { view: PaperView }): ReactNode {
  const [open, setOpen] = useState(false)
  if (!offers(view.deeds, 'withdraw')) return null
  return (
    <>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {says.withdraw}
      </Button>
      {open && <WithdrawDialog row={view.row} close={() => setOpen(false)} />}
    </>
  )
}
