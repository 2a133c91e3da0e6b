import type { FigureChain } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figureChainQuery } from '../../platform/run/queries.ts'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { archiveMessages } from '../messages.ts'
import { EvidenceTable } from './evidence-table.tsx'
import type { EvidenceGroup } from './group-evidence.ts'
import { useChainEvidence } from './use-chain-evidence.ts'
import '../archive.css'

const says = archiveMessages.evidence

/** Materials of the figure's own indicator that a drawer shows. */
const MOST = 6
/** Of each indicator that the figure is made of. */
const MOST_OF_CHAIN = 3
/** Indicators of a chain that are shown. */
const MOST_GROUPS = 20

interface FigureEvidenceProps {
  readonly figure: string
  /** One of several under their names, in a list of papers: repeats neither, and says where nothing is asked for. */
  readonly isListed?: boolean
}

/** In the chain of a figure: the papers that stand behind it and behind all that it is made of, each under its indicator. */
export function FigureEvidence(props: FigureEvidenceProps): ReactNode {
  return useMay()('archive.read') ? <Chained {...props} /> : null
}

function Chained({ figure, isListed = false }: FigureEvidenceProps): ReactNode {
  const { id } = useCurrentRun()
  const { data: chain, error, refetch } = useQuery(figureChainQuery(id, figure))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return chain === undefined ? null : <Asked figure={figure} chain={chain} isListed={isListed} />
}

interface AskedProps {
  readonly figure: string
  readonly chain: FigureChain
  readonly isListed: boolean
}

function Asked({ figure, chain, isListed }: AskedProps): ReactNode {
  const { groups, isAbove, isRead, error, retry } = useChainEvidence(figure, chain)
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (groups.length === 0) return isListed && isRead ? <p className="muted">{says.noneAsked}</p> : null
  return <Groups own={splitFigureId(figure).node} groups={groups} isAbove={isAbove} isListed={isListed} />
}

interface GroupsProps {
  readonly own: string
  readonly groups: readonly EvidenceGroup[]
  /** They are those of figures that are made of this one. */
  readonly isAbove: boolean
  readonly isListed: boolean
}

function Groups({ own, groups, isAbove, isListed }: GroupsProps): ReactNode {
  const ofOthers = groups.filter(({ indicator }) => indicator !== own)
  const ofOwn = groups.find(({ indicator }) => indicator === own)
  return (
    <>
      {ofOwn !== undefined && <Shown {...(!isListed && { title: says.title })} group={ofOwn} most={MOST} />}
      {ofOthers.length > 0 && <p className="muted">{says.ofChain(ofOthers.length, isAbove)}</p>}
      {ofOthers.slice(0, MOST_GROUPS).map((group) => (
        <Shown
          key={group.indicator}
          title={isListed ? group.title : says.titleOf(group.title)}
          group={group}
          most={MOST_OF_CHAIN}
        />
      ))}
      {ofOthers.length > MOST_GROUPS && <p className="muted">{says.moreIndicators(ofOthers.length - MOST_GROUPS)}</p>}
    </>
  )
}

interface ShownProps {
  readonly title?: string
  readonly group: EvidenceGroup
  readonly most: number
}

function Shown({ title, group, most }: ShownProps): ReactNode {
  const { county } = useCurrentRun().index.assessment.run
  const { indicator, needs, unlisted } = group
  const catalogue = `${county.code}/${group.catalogue}`
  const papers = new Set(needs.flatMap((one) => one.papers.map(({ paper }) => paper))).size
  return (
    <section className="trace-section">
      {title !== undefined && <h3>{title}</h3>}
      <p>
        <Link to="/archive" search={{ catalogue, indicator }}>
          {unlisted > 0 ? says.toCatalogue : says.papers(papers)}
        </Link>
        <span className="muted apart">{unlisted > 0 ? says.needed(needs, unlisted) : says.count(needs)}</span>
      </p>
      <EvidenceTable needs={needs} catalogue={catalogue} most={most} unlisted={unlisted} />
    </section>
  )
}
