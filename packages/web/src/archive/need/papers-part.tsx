import type { NeedPaper, NeedView } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DescribePart } from '../describing/describe-part.tsx'
import { describingMessages } from '../describing/messages.ts'
import { archiveMessages } from '../messages.ts'
import { offers, refusalOf } from '../offers.ts'
import { VerdictMark } from '../verdict-mark.tsx'
import { ReviewForm } from './review-form.tsx'
import { UnlinkDialog } from './unlink-dialog.tsx'

const says = archiveMessages.need

interface PapersPartProps {
  readonly county: string
  readonly view: NeedView
  readonly paper: string | undefined
  readonly look: (paper: string | undefined) => void
  readonly reviewed: () => void
}

/** The papers under a need; a click shows one beside, where it can be judged. */
export function PapersPart({ county, view, paper, look, reviewed }: PapersPartProps): ReactNode {
  const [describing, setDescribing] = useState<string>()
  const { papers } = view.row
  const mayComplete = offers(view.deeds, 'upload') || offers(view.deeds, 'link')
  const mayReview = offers(view.deeds, 'review')
  const refused = refusalOf(view.deeds, 'review')
  return (
    <section className="panel-section">
      <h3>
        {says.papers(papers.length)}
        {mayReview && papers.length > 0 && <span className="muted apart archive-keys">{says.keys}</span>}
      </h3>
      {papers.length === 0 && <p className="muted">{says.noPapers}</p>}
      {refused !== undefined && papers.length > 0 && <p className="muted">{refused}</p>}
      <ul className="archive-papers">
        {papers.map((one) => (
          <li key={one.paper} className={one.paper === paper ? 'archive-paper archive-paper-open' : 'archive-paper'}>
            <PaperHead
              one={one}
              isOpen={one.paper === paper}
              look={look}
              mayReview={mayReview && one.verdict === undefined && one.paper !== paper}
              {...(mayComplete && one.lacks !== '' && { complete: () => setDescribing(one.paper) })}
            />
            {one.paper === describing && (
              <DescribePart county={county} papers={[one.paper]} close={() => setDescribing(undefined)} />
            )}
            {one.reason !== '' && <p className="archive-reason">{says.saidBy(one.reason, one.reviewed_by)}</p>}
            {one.paper === paper && one.is_visible && (
              <OpenPaper county={county} view={view} one={one} mayReview={mayReview} reviewed={reviewed} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PaperHeadProps extends Pick<PapersPartProps, 'look'> {
  readonly one: NeedPaper
  readonly isOpen: boolean
  /** It waits for a review, which opening it begins. */
  readonly mayReview: boolean
  /** Asks for the particulars that are missing; left out where none are, or who looks may not. */
  readonly complete?: () => void
}

function PaperHead({ one, isOpen, look, mayReview, complete }: PaperHeadProps): ReactNode {
  const marks = [
    one.lacks === '' ? '' : describingMessages.lacks(one.lacks),
    one.is_late ? says.late : '',
    one.is_expired ? says.expired : '',
    one.is_visible ? '' : says.hidden,
  ]
  return (
    <div className="archive-paper-head">
      {one.is_visible ? (
        <button
          type="button"
          className="link archive-paper-title"
          aria-expanded={isOpen}
          title={one.file_name}
          onClick={() => look(isOpen ? undefined : one.paper)}
        >
          {one.title}
        </button>
      ) : (
        <span className="archive-paper-title">{one.title}</span>
      )}
      <span className="muted">{one.unit_name}</span>
      {marks
        .filter((mark) => mark !== '')
        .map((mark) => (
          <span key={mark} className="archive-tag">
            {mark}
          </span>
        ))}
      {mayReview && one.is_visible && (
        <Button
          size="small"
          type="primary"
          aria-label={archiveMessages.review.startOf(one.title)}
          onClick={() => look(one.paper)}
        >
          {archiveMessages.review.start}
        </Button>
      )}
      {complete !== undefined && one.is_visible && (
        <Button size="small" aria-label={describingMessages.completeOf(one.title)} onClick={complete}>
          {describingMessages.complete}
        </Button>
      )}
      <VerdictMark verdict={one.verdict} />
    </div>
  )
}

interface OpenPaperProps extends Pick<PapersPartProps, 'county' | 'view' | 'reviewed'> {
  readonly one: NeedPaper
  readonly mayReview: boolean
}

/** What can be done with the paper that is looked at. */
function OpenPaper({ county, view, one, mayReview, reviewed }: OpenPaperProps): ReactNode {
  const [unlinking, setUnlinking] = useState(false)
  const { need } = view.row
  return (
    <div className="archive-paper-deeds">
      {mayReview && <ReviewForm county={county} need={need} paper={one} reviewed={reviewed} />}
      <p className="archive-paper-ways">
        <Link to="/archive/papers" search={{ county, paper: one.paper }}>
          {says.toPaper}
        </Link>
        {offers(view.deeds, 'unlink') && (
          <Button size="small" type="link" onClick={() => setUnlinking(true)}>
            {says.unlink}
          </Button>
        )}
      </p>
      {unlinking && <UnlinkDialog county={county} paper={one.paper} need={need} close={() => setUnlinking(false)} />}
    </div>
  )
}
