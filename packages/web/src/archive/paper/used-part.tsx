import type { PaperView } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { UnlinkDialog } from '../need/unlink-dialog.tsx'
import { offers } from '../offers.ts'
import { VerdictMark } from '../verdict-mark.tsx'
import { LinkDialog } from './link-dialog.tsx'

const says = archiveMessages.paper

/** For which required materials the paper is used, and what reviewers think of it there. */
export function UsedPart({ view }: { view: PaperView }): ReactNode {
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<string>()
  const { row, needs, deeds } = view
  const { county, paper } = row
  return (
    <section className="panel-section">
      <h3>{says.used(needs.length)}</h3>
      {needs.length === 0 && <p className="muted">{says.unused}</p>}
      <ul className="archive-used">
        {needs.map((one) => (
          <li key={one.need}>
            <div>
              <Link to="/archive" search={{ catalogue: `${county}/${one.catalogue}`, need: one.need, paper }}>
                {one.title}
              </Link>
              <p className="muted">{says.usedFor(one.unit_name, one.indicator_no, one.catalogue_title)}</p>
              {one.reason !== '' && <p className="archive-reason">{one.reason}</p>}
            </div>
            <VerdictMark verdict={one.verdict} />
            {offers(deeds, 'unlink') && (
              <Button size="small" type="link" onClick={() => setLeaving(one.need)}>
                {archiveMessages.need.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {offers(deeds, 'link') && (
        <Button size="small" className="archive-below" onClick={() => setAdding(true)}>
          {says.addUse}
        </Button>
      )}
      {adding && <LinkDialog view={view} close={() => setAdding(false)} />}
      {leaving !== undefined && (
        <UnlinkDialog county={county} paper={paper} need={leaving} close={() => setLeaving(undefined)} />
      )}
    </section>
  )
}
