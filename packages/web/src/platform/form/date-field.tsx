import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
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
/** The first is how it is shown; all may be typed. */
const typed = [DAY, 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D']

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
      onChange={(day) => onChange?.(day === null ? '' : day.format(DAY))}
    />
  )
}
