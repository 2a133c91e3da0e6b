import type { BackupEntry, BackupList, SystemStatus } from '@eduduty/core/desk'
import { queryOptions, useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { getJson, sendJson } from '../platform/api/http.ts'

export interface StatusReading {
  readonly status: SystemStatus
  /** Seconds that the server's clock is ahead of this machine's. */
  readonly ahead: number
}

export const statusQuery = () =>
  queryOptions({
    queryKey: ['desk', 'status'],
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<StatusReading> => {
      const asked = Date.now()
      const status = await getJson<SystemStatus>('/desk/status', signal)
      const middle = (asked + Date.now()) / 2
      return { status, ahead: Math.round((new Date(status.server_time).getTime() - middle) / 1000) }
    },
  })

export const backupsQuery = () =>
  queryOptions({
    queryKey: ['desk', 'backups'],
    queryFn: ({ signal }) => getJson<BackupList>('/desk/backups', signal),
  })

const backupKey = ['desk', 'backup'] as const

/** Whether a backup is under way that was begun on this page. */
export const useIsBackingUp = () => useIsMutating({ mutationKey: backupKey }) > 0

export function useKeepDays() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keep_days: number) => sendJson<null>('PUT', '/desk/backups/keep-days', { keep_days }),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk', 'backups'] }),
  })
}

export function useBackup() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: backupKey,
    mutationFn: () => sendJson<BackupEntry>('POST', '/desk/backups'),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
}
