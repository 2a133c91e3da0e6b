import type { TemplateEntry } from '@eduduty/core/documents'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { templateMessages as says } from './messages.ts'
import { NameList } from './name-list.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { templateColumns } from './template-columns.tsx'
import { templatesQuery } from './template-queries.ts'
import { UploadDialog } from './upload-dialog.tsx'
import '../reports.css'
import { VersionsPanel } from './versions-panel.tsx'

const route = getRouteApi('/shell/run/reports/templates')

/** Templates of the office, what may be written in them, and the files that they make. */
export function TemplatesPage(): ReactNode {
  const run = useCurrentRun()
  const mayWrite = useMay()('reports.write')
  const answer = useQuery(templatesQuery(run.id))
  const [uploading, setUploading] = useState<'new' | TemplateEntry>()
  const [retiring, setRetiring] = useState<TemplateEntry>()
  const { template } = route.useSearch()
  const navigate = route.useNavigate()
  const open = (id: string | undefined) => navigate({ search: (before) => ({ ...before, template: id }) })
  const opened = answer.data?.find(({ id }) => id === template)
  const action = mayWrite && (
    <Button type="primary" onClick={() => setUploading('new')}>
      {says.upload}
    </Button>
  )
  const deeds = mayWrite ? { renew: setUploading, retire: setRetiring } : undefined
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} action={action} />
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data !== undefined && (
        <LedgerTable
          label={says.title}
          rows={answer.data}
          rowKey={({ id }) => id}
          selected={template}
          onOpen={({ id }) => open(id)}
          columns={templateColumns(run.id, deeds)}
          empty={<EmptyState title={says.empty} advice={mayWrite ? says.emptyAdvice : says.emptyOthers} />}
        />
      )}
      <NameList run={run.id} />
      {opened !== undefined && <VersionsPanel run={run.id} template={opened} close={() => open(undefined)} />}
      {uploading !== undefined && (
        <UploadDialog
          run={run.id}
          {...(uploading !== 'new' && { renews: uploading })}
          close={() => setUploading(undefined)}
        />
      )}
      {retiring !== undefined && <RetireDialog run={run.id} template={retiring} close={() => setRetiring(undefined)} />}
    </>
  )
}
