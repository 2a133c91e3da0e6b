import type { ImportedPeopleFile } from '@eduduty/core/identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { exchangeFile, queryString, sendFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'

const says = peopleMessages.imports

/** Looks at a file of people, writes it, or gets it back with its wrong cells marked. */
export function useFileImport(county: string | undefined) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const onError = (error: Error) => void message.error(error.message, 8)
  const pathOf = (file: File, mark = '', dry_run?: 'true') =>
    `/identity/people/import-file${mark}${queryString({ name: file.name, county_code: county, dry_run })}`
  const check = useMutation({
    mutationFn: (file: File) => sendFile<ImportedPeopleFile>(pathOf(file, '', 'true'), file),
    onError,
  })
  const apply = useMutation({
    mutationFn: (file: File) => sendFile<ImportedPeopleFile>(pathOf(file), file),
    onSuccess: ({ applied, people, accounts }) => {
      void client.invalidateQueries({ queryKey: identityKey })
      if (applied) void message.success(says.done(people, accounts))
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
