import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useMay } from '../platform/session/session-context.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { BackupPanel } from './backup-panel.tsx'
import { backupsQuery, statusQuery, useBackup } from './desk-queries.ts'
import { deskMessages } from './messages.ts'
import { StatusFacts } from './status-facts.tsx'

const says = deskMessages.status

/** Where the data are, how safe they are, and the backups. */
export function StatusPage(): ReactNode {
  const answer = useQuery(statusQuery())
  const backups = useQuery(backupsQuery())
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<BackupButton folder={backups.data?.folder} />} />
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data !== undefined && <StatusFacts reading={answer.data} />}
      {backups.data !== undefined && <BackupPanel list={backups.data} />}
    </>
  )
}

function BackupButton(props: { folder: string | null | undefined }): ReactNode {
  const may = useMay()
  const { message } = App.useApp()
  const backup = useBackup()
  if (props.folder === undefined || props.folder === null || !may('desk.settings_manage')) return null
  const start = () =>
    backup.mutate(undefined, {
      onSuccess: ({ name }) => void message.success(says.backedUp(name)),
      onError: (error) => void message.error(error.message, 8),
    })
  return (
    <Button type="primary" loading={backup.isPending} onClick={start} title={says.leave}>
      {backup.isPending ? says.backingUp : says.backUp}
    </Button>
  )
}
