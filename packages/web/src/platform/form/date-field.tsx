import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { KeyboardEvent, ReactNode } from 'react'
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

/** A day, picked or typed: the same on every computer, whatever the language of its browser. */
export function DateField({ value = '', onChange, min, label, small = false, ...rest }: DateFieldProps): ReactNode {
  return (
    <DatePicker
      {...rest}
      className="date-field"
      size={small ? 'small' : 'middle'}
      format={typed}
      placeholder={formMessages.day}
      aria-label={label}
      title={label}
      value={value === '' ? null : dayjs(value, DAY)}
      {...(min !== undefined && { minDate: dayjs(min, DAY) })}
      onKeyDown={keepInField}
      onChange={(day) => onChange?.(day === null ? '' : day.format(DAY))}
    />
  )
}
