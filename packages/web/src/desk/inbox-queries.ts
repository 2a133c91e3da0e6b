import type { DeskCalendar, DoneList, Inbox, InboxItem, NoticeList, NoticeView } from '@eduduty/core/desk'
import type { DelegationList } from '@eduduty/core/identity'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, queryString } from '../platform/api/http.ts'

export const inboxKey = ['desk', 'inbox'] as const
export const noticesKey = ['desk', 'notices'] as const

export const inboxQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: inboxKey,
    queryFn: ({ signal }) => getJson<Inbox>('/desk/inbox', signal),
  })

export const doneQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...inboxKey, 'done'],
    queryFn: ({ signal }) => getJson<DoneList>('/desk/inbox/done', signal),
  })

export const calendarQuery = (month: string) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...inboxKey, 'calendar', month],
    queryFn: ({ signal }) => getJson<DeskCalendar>(`/desk/calendar${queryString({ month })}`, signal),
  })

export const delegationsKey = ['identity', 'delegations'] as const

export const delegationsQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: delegationsKey,
    queryFn: ({ signal }) => getJson<DelegationList>('/identity/delegations', signal),
  })

export const noticesQuery = () =>
  queryOptions({
    staleTime: 0,
    queryKey: [...noticesKey, 'list'],
    queryFn: ({ signal }) => getJson<NoticeList>('/desk/notices', signal),
  })

/** Below /api. */
export const noticePath = (county: string, notice: string): string =>
  `/desk/notices/${encodeURIComponent(county)}/${encodeURIComponent(notice)}`

export const noticeQuery = (county: string, notice: string) =>
  queryOptions({
    staleTime: 0,
    queryKey: [...noticesKey, 'one', county, notice],
    queryFn: ({ signal }) => getJson<NoticeView>(noticePath(county, notice), signal),
  })

/** Where a line of the inbox leads; undefined where there is nothing to be opened by whoever is told. */
export function addressOf({ subject, county, id, key }: InboxItem): string | undefined {
  if (key.startsWith('task-copy:')) return undefined
  switch (subject) {
    case 'form':
      return `/collection/tasks/${county}/${id}`
    case 'task':
      return `/duties?task=${encodeURIComponent(id)}`
    case 'report':
      return `/reports/${county}/${id}`
    case 'delivery':
      return gatheringAddress(county, id)
    case 'appraisal':
      return `/appraisal/${county}/${id}`
    case 'notice':
      return `/desk/notices?notice=${encodeURIComponent(id)}`
    case 'evidence':
      return evidenceAddress(county, id, key)
    case 'case':
      // A child that is offered cannot be looked at before it is taken: it waits above the list.
      return key.startsWith('handover-to:') ? '/enrolment/cases' : `/enrolment/cases/${county}/${id}`
    case 'care':
      return `/enrolment/care/${county}/${id}`
    case 'periodic':
      return `/enrolment/periodic?periodic=${encodeURIComponent(id)}`
    case 'limits':
      return '/enrolment/limits'
    case 'matching':
      return '/enrolment/matching?tab=findings'
    case 'reminder':
      return undefined
  }
}

/** `id` begins with the year; whoever supervises a city or province finds the county among those of its city. */
function gatheringAddress(county: string, id: string): string {
  const [year = ''] = id.split('/')
  return `/evaluation/gathering?area=${county.slice(0, 4)}00&year=${encodeURIComponent(year)}`
}

/** `id` is a catalogue, or a catalogue and one of its needs; a thing that was done names neither. */
function evidenceAddress(county: string, id: string, key: string): string | undefined {
  const [catalogue = '', need] = id.split('/')
  if (catalogue === '') return undefined
  const named = `/archive?catalogue=${encodeURIComponent(`${county}/${catalogue}`)}`
  if (need !== undefined) return `${named}&need=${encodeURIComponent(need)}`
  return key.startsWith('evidence-review:') ? `${named}&state=unread` : named
}
