import type { UnitDetail } from '@eduduty/core/organizations'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../platform/session/session-context.tsx'
import { type PostChange, PostDialog } from './changes/post-dialog.tsx'
import { organizationMessages } from './messages.ts'

const says = organizationMessages.panel

/** The posts of a unit; who holds them is on the page of people. */
export function UnitPosts({ detail }: { detail: UnitDetail }): ReactNode {
  const may = useMay()
  const [change, setChange] = useState<PostChange>()
  const { unit, posts } = detail
  const manages = may('organizations.manage')
  return (
    <section className="unit-section">
      <div className="unit-section-bar">
        <h3>{says.posts}</h3>
        {may('identity.read') && posts.length > 0 && (
          <Link to="/identity/tenures" search={{ q: unit.name }}>
            {says.people}
          </Link>
        )}
        {manages && unit.closed_on === null && (
          <Button size="small" onClick={() => setChange({ verb: 'open', unit })}>
            {says.openPost}
          </Button>
        )}
      </div>
      {posts.length === 0 && <p className="muted">{says.noPosts}</p>}
      {posts.length > 0 && (
        <table className="plain">
          <tbody>
            {posts.map((post) => (
              <tr key={post.post_id}>
                <td className={post.closed_on === null ? undefined : 'muted'}>{post.title}</td>
                <td className="muted">{post.closed_on === null ? '' : says.postClosed(post.closed_on)}</td>
                <td>
                  {manages && post.closed_on === null && (
                    <span className="unit-post-actions screen-only">
                      <button type="button" className="link" onClick={() => setChange({ verb: 'rename', unit, post })}>
                        {says.renamePost}
                      </button>
                      <button type="button" className="link" onClick={() => setChange({ verb: 'close', unit, post })}>
                        {says.closePost}
                      </button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change !== undefined && <PostDialog change={change} close={() => setChange(undefined)} />}
    </section>
  )
}
