import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useSession } from '../session/session-context.tsx'
import { useSignOut } from '../session/session-queries.ts'

/** Who is signed in, in which posts; the way to the own account and out. */
export function PersonMenu(): ReactNode {
  const { person } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const says = platformMessages.shell
  const posts = person.posts.map((post, index) => ({
    key: `post-${index}`,
    disabled: true,
    label: says.post(post.unit_name, post.title),
  }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...posts,
          ...(posts.length > 0 ? [{ type: 'divider' as const, key: 'line' }] : []),
          { key: 'account', label: says.account, onClick: () => navigate({ to: '/account' }) },
          { key: 'sign-out', label: says.signOut, onClick: () => signOut() },
        ],
      }}
    >
      <Button size="small" className="person-menu">
        {person.name}
      </Button>
    </Dropdown>
  )
}
