import type { PacketConflict } from '@eduduty/core/collection/packet'
import type { TaskEntry, UploadEntry } from '@eduduty/core/collection/tasks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendFile } from '../../platform/api/http.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'

export interface Uploaded {
  readonly upload: UploadEntry
  readonly task: TaskEntry
  /** Only of an offline packet: cells that were changed on line meanwhile. */
  readonly conflicts?: readonly PacketConflict[]
}

/** Sends a workbook; what it changed is read anew. Why one was not taken is for the caller to show. */
export function useUpload(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => sendFile<Uploaded>(`${path}?name=${encodeURIComponent(file.name)}`, file),
    onSuccess: () => void client.invalidateQueries({ queryKey: collectingKey }),
  })
}
