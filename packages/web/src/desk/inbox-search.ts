import { InboxSubject, InboxTab } from '@eduduty/core/desk'
import { choiceParam, type SearchValues, textParam } from '../platform/shell/search-params.ts'

export const tabs = InboxTab.anyOf.map((one) => one.const)
export const subjects = InboxSubject.anyOf.map((one) => one.const)

export interface DeskSearch {
  tab?: InboxTab | undefined
  subject?: InboxSubject | undefined
  text?: string | undefined
  /** A day of the calendar: only what is due on it. */
  due?: string | undefined
}

export const deskSearch = (values: SearchValues): DeskSearch => ({
  tab: choiceParam(values, 'tab', tabs),
  subject: choiceParam(values, 'subject', subjects),
  text: textParam(values, 'text'),
  due: textParam(values, 'due'),
})

export interface DueMonthSearch {
  /** `2026-11`; absent = this month. */
  month?: string | undefined
}

export const dueMonthSearch = (values: SearchValues): DueMonthSearch => {
  const month = textParam(values, 'month')
  return { month: month !== undefined && /^2\d{3}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined }
}

export interface NoticesSearch {
  list?: 'sent' | undefined
  /** A new one is being written. */
  sending?: 'true' | undefined
  /** Whose panel is open. */
  notice?: string | undefined
}

export const noticesSearch = (values: SearchValues): NoticesSearch => ({
  list: choiceParam(values, 'list', ['sent']),
  sending: choiceParam(values, 'sending', ['true']),
  notice: textParam(values, 'notice'),
})
