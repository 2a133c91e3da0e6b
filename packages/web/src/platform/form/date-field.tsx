import { isDay } from '@eduduty/core/calendar'
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { formMessages } from './messages.ts'

interface DateFieldProps {
  /** YYYY-MM-DD; empty for none. A form gives and takes it. */
  readonly value?: string | undefined
  readonly onChange?: (day: string) => void
  readonly id?: string
  /** First day that may be chosen. */
  readonly min?: string | undefined
  readonly label?: string
  readonly small?: boolean
  readonly disabled?: boolean
}

const DAY = 'YYYY-MM-DD'
/**
 * The first is how it is shown; all may be typed. Each key is read at once: a form with one digit for a month or a day would
 * take 2026-11-2 before its 5 is there.
 */
const typed = [DAY, 'YYYYMMDD', 'YYYY/MM/DD', 'YYYY.MM.DD']

/** Enter takes the day that was typed, and sends nothing. */
const keepInField = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter') event.preventDefault()
}

/** What was typed and is no day; empty: it is one, or nothing was typed. */
function noDayOf({ target }: FocusEvent<HTMLElement>): string {
  const text = target instanceof HTMLInputElement ? target.value.trim() : ''
  return typed.some((format) => dayjs(text, format, true).isValid()) ? '' : text
}

/** The text was deleted: no day is meant any more. */
const isEmptied = ({ target }: FocusEvent<HTMLElement>): boolean =>
  target instanceof HTMLInputElement && target.value.trim() === ''

/**
 * A day, picked or typed: the same on every computer, whatever the language of its browser. What is no day stays in the field
 * and is said there; a form gets it as it was typed, so that it is refused and not left out.
 */
export function DateField({ value = '', onChange, min, label, small = false, ...rest }: DateFieldProps): ReactNode {
  const [noDay, setNoDay] = useState('')
  const leave = (event: FocusEvent<HTMLElement>): void => {
    const text = noDayOf(event)
    setNoDay(text)
    if (text !== '') onChange?.(text)
    if (isEmptied(event) && value !== '') onChange?.('')
  }
  // The picker itself gives a typed day on only after the field is left: too late for a button that is pressed at once.
  const take = (typedOn: Dayjs | readonly Dayjs[] | null): void => {
    if (!dayjs.isDayjs(typedOn)) return
    const day = typedOn.format(DAY)
    if (day === value || (min !== undefined && day < min)) return
    setNoDay('')
    onChange?.(day)
  }
  return (
    <>
      <DatePicker
        {...rest}
        preserveInvalidOnBlur
        {...(noDay !== '' && { status: 'error' as const })}
        className="date-field"
        size={small ? 'small' : 'middle'}
        format={typed}
        placeholder={formMessages.day}
        aria-label={label}
        title={label}
        value={isDay(value) ? dayjs(value, DAY) : null}
        {...(min !== undefined && { minDate: dayjs(min, DAY) })}
        onKeyDown={keepInField}
        onBlur={leave}
        onCalendarChange={take}
        onChange={(day) => {
          setNoDay('')
          onChange?.(day === null ? '' : day.format(DAY))
        }}
      />
      {noDay !== '' && (
        <span className="wrong" role="alert">
          {formMessages.noDay(noDay)}
        </span>
      )}
    </>
  )
}
