import { chinaMinute } from '@eduduty/core/calendar'
import type { OwnAccount } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { accountQuery } from './account-queries.ts'
import { ChangePasswordDialog } from './change-password-dialog.tsx'
import { signInMessages } from './messages.ts'
import { OwnSessions } from './own-sessions.tsx'
import { TotpSection } from './totp-section.tsx'

const says = signInMessages.account

/** One's own account: password, second step, sessions. */
export function AccountPage(): ReactNode {
  const { must_first } = useSession()
  const account = useQuery(accountQuery())
  const [changing, setChanging] = useState(false)
  const open = account.data !== undefined && !account.data.is_demo
  const change = (
    <Button type="primary" disabled={!open} onClick={() => setChanging(true)}>
      {says.changePassword}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={change} />
      {must_first === 'set_password' && <Alert type="warning" title={says.mustSetPassword} className="account-must" />}
      {must_first === 'set_totp' && <Alert type="warning" title={says.mustSetTotp} className="account-must" />}
      {account.error !== null && <ErrorState error={account.error} retry={() => account.refetch()} />}
      {account.error === null && account.data === undefined && <Loading />}
      {account.data !== undefined && <Sections account={account.data} />}
      {changing && <ChangePasswordDialog close={() => setChanging(false)} />}
    </>
  )
}

function Sections({ account }: { account: OwnAccount }): ReactNode {
  return (
    <div className="account">
      <section>
        <Facts account={account} />
      </section>
      {!account.is_demo && <TotpSection bound={account.has_totp} />}
      <OwnSessions sessions={account.sessions} />
    </div>
  )
}

function Facts({ account }: { account: OwnAccount }): ReactNode {
  const { person } = useSession()
  return (
    <dl className="account-facts">
      <dt>{signInMessages.setUp.columns.name}</dt>
      <dd>{person.name}</dd>
      <dt>{signInMessages.signIn.loginName}</dt>
      <dd>{account.login_name}</dd>
      <dt>{says.posts}</dt>
      <dd>
        {person.posts.length === 0 && says.noPosts}
        {person.posts.map((post) => (
          <p key={`${post.unit_name} ${post.title}`}>
            {post.unit_name} {post.title}{' '}
            <span className="muted">
              {post.roles.map((role) => says.roleIn(role.title, role.scope_name)).join('、')}
            </span>
          </p>
        ))}
      </dd>
      <dt>{says.password}</dt>
      <dd>{account.is_demo ? says.demoPassword : passwordText(account)}</dd>
    </dl>
  )
}

function passwordText({ password_set_at: setAt, password_days_left: left }: OwnAccount): string {
  const set = setAt === null ? '' : says.passwordSet(chinaMinute(setAt))
  return left === null ? set : `${set}${says.passwordLeft(left)}`
}
