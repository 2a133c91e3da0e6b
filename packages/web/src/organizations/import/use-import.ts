import type { ImportOutcome } from '@eduduty/core/organizations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { exchangeFile, queryString, sendFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { organizationsKey } from '../../platform/api/unit-tree.ts'
import { organizationMessages } from '../messages.ts'

const says = organizationMessages.imports

export interface ImportTarget {
  readonly what: 'units' | 'areas'
  readonly county?: string | undefined
  readonly from: string
}

/** Looks at a file, writes it, or gets it back with its wrong cells marked. */
export function useImport({ what, county, from }: ImportTarget) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const onError = (error: Error) => void message.error(error.message, 8)
  const pathOf = (file: File, mark: string, dry_run?: 'true') =>
    `/organizations/${what}/import${mark}${queryString({ name: file.name, from, dry_run, ...(what === 'units' && { county }) })}`
  const check = useMutation({
    mutationFn: (file: File) => sendFile<ImportOutcome>(pathOf(file, '', 'true'), file),
    onError,
  })
  const apply = useMutation({
    mutationFn: (file: File) => sendFile<ImportOutcome>(pathOf(file, ''), file),
    onSuccess: (outcome) => {
      void client.invalidateQueries({ queryKey: organizationsKey })
      if (outcome.applied) void message.success(says.applied(outcome.added, outcome.changed))
    },
    onError,
  })
  const mark = useMutation({
    mutationFn: async (file: File) => {
      const name = `${file.name.replace(/\.[^.]*$/, '')}${says.markedSuffix}`
      offerFile(await exchangeFile(pathOf(file, '/marked'), file), name)
    },
    onError,
  })
  return { check, apply, mark }
}
