import type { TemplateCheck, TemplateEntry, TemplateKept } from '@eduduty/core/documents'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { exchangeFile, queryString, sendFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { templateMessages } from './messages.ts'
import { reportsOf, templatesKey } from './template-queries.ts'

const says = templateMessages.dialog

/** A file that may become a template: looked at, tried, marked and kept. Each says why it could not be done. */
export function useTemplateFile(run: string) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const onError = (error: Error) => void message.error(error.message, 8)
  const check = useMutation({
    mutationFn: (file: File) =>
      sendFile<TemplateCheck>(`${reportsOf(run)}/template-check${queryString({ name: file.name })}`, file),
    onError,
  })
  const fetched = (what: 'marked' | 'filled') => (file: File) =>
    exchangeFile(`${reportsOf(run)}/template-check/${what}${queryString({ name: file.name })}`, file)
  const mark = useMutation({ mutationFn: fetched('marked'), onSuccess: offer(says.markedWord), onError })
  const trial = useMutation({ mutationFn: fetched('filled'), onSuccess: offer(says.trial), onError })
  const keep = useMutation({
    mutationFn: ({ file, title, renews }: { file: File; title: string; renews?: TemplateEntry }) =>
      sendFile<TemplateKept>(`${reportsOf(run)}/templates${placeOf(file, title, renews)}`, file),
    onSuccess: async ({ kept }) => {
      await client.invalidateQueries({ queryKey: templatesKey })
      if (kept !== undefined) void message.success(says.saved(kept.title))
    },
    onError,
  })
  return { check, mark, trial, keep }
}

const offer = (word: string) => (content: Blob, file: File) =>
  offerFile(content, `${file.name.replace(/\.[^.]*$/, '')}-${word}.docx`)

function placeOf(file: File, title: string, renews: TemplateEntry | undefined): string {
  if (renews === undefined) return queryString({ name: file.name, title })
  const after = String(renews.versions[0]?.version ?? 1)
  return `/${encodeURIComponent(renews.id)}/versions${queryString({ name: file.name, after })}`
}
