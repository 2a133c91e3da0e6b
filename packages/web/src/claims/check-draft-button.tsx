import type { KeptCheck } from '@eduduty/core/claims'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { sendJson } from '../platform/api/http.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { checksKey } from './claim-queries.ts'
import { claimMessages } from './messages.ts'

const says = claimMessages.draft

/** Checks a draft as it stands and opens what was found; whoever comes back from there is led to the paragraph. */
export function CheckDraftButton({ county, report }: { county: string; report: string }): ReactNode {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayCheck = useMay()('claims.check')
  useEffect(() => {
    const { hash } = window.location
    if (hash.startsWith('#block-')) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' })
  }, [])
  const check = useMutation({
    mutationFn: () => sendJson<KeptCheck>('POST', '/claims/drafts', { county, report }),
    onSuccess: async (kept) => {
      await client.invalidateQueries({ queryKey: checksKey })
      await navigate({ to: '/claims/$county/$check', params: { county: kept.county, check: kept.check } })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  if (!mayCheck) return null
  return (
    <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
      {check.isPending ? says.busy : says.check}
    </Button>
  )
}
