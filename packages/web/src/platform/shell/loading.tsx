import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'

export function Loading(props: { label?: string }): ReactNode {
  return (
    <div className="loading" role="status">
      <Spin size="small" /> <span>{props.label ?? platformMessages.loading}</span>
    </div>
  )
}
