import type { TemplateEntry, TemplateName } from '@eduduty/core/documents'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api/http.ts'

export const templatesKey = ['report templates'] as const

/** Below this everything of a run's templates is asked for. */
export const reportsOf = (run: string): string => `/reports/runs/${encodeURIComponent(run)}`

export const templatesQuery = (run: string) =>
  queryOptions({
    queryKey: [...templatesKey, run],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<TemplateEntry[]>(`${reportsOf(run)}/templates`, signal),
  })

export const templateNamesQuery = (run: string) =>
  queryOptions({
    queryKey: ['template names', run],
    queryFn: ({ signal }) => getJson<TemplateName[]>(`${reportsOf(run)}/template-names`, signal),
  })

export const filledPath = (run: string, template: string): string =>
  `${reportsOf(run)}/templates/${encodeURIComponent(template)}/filled`

export const versionAddress = (run: string, template: string, version: number): string =>
  `/api${reportsOf(run)}/templates/${encodeURIComponent(template)}/versions/${version}`
