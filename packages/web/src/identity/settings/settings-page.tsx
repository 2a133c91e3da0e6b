import type { SecuritySettings } from '@eduduty/core/identity'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { settingsMessages as says } from './messages.ts'
import { SaveDialog } from './save-dialog.tsx'
import { SettingsForm } from './settings-form.tsx'

const settingsQuery = () =>
  queryOptions({
    queryKey: ['identity', 'settings'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<SecuritySettings>('/identity/settings', signal),
  })

/** The rules of signing in, for the security administrator. */
export function SettingsPage(): ReactNode {
  const { data, error, refetch } = useQuery(settingsQuery())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return <Editor key={JSON.stringify(data)} held={data} />
}

function Editor({ held }: { held: SecuritySettings }): ReactNode {
  const [form] = Form.useForm<SecuritySettings>()
  const [wanted, setWanted] = useState(held)
  const [saving, setSaving] = useState(false)
  const changed = countChanges(held, wanted)
  const save = (
    <Button type="primary" disabled={changed === 0} title={changed === 0 ? says.unchanged : ''} onClick={form.submit}>
      {says.save}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={save} />
      <SettingsForm form={form} held={held} change={setWanted} submit={() => setSaving(true)} />
      {saving && <SaveDialog settings={wanted} count={changed} close={() => setSaving(false)} />}
    </>
  )
}

function countChanges(held: SecuritySettings, wanted: SecuritySettings): number {
  const before = new Map<string, unknown>(Object.entries(held))
  return Object.entries(wanted).filter(([name, value]) => before.get(name) !== value).length
}
