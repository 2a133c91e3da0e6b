import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useReturnFocus } from './use-return-focus.ts'

/** The detail of a row beside its table; Esc closes it. The address names the row, so the panel can be shared. */
export function SidePanel(props: {
  title: ReactNode
  close: () => void
  children: ReactNode
  width?: number
}): ReactNode {
  useReturnFocus()
  return (
    <Drawer
      open
      size={props.width ?? 680}
      title={props.title}
      onClose={props.close}
      className="side-panel"
      mask={{ blur: false }}
      styles={{ mask: { background: 'rgba(29, 36, 51, 0.16)' } }}
      push={false}
      closable={{ 'aria-label': platformMessages.close }}
    >
      {props.children}
    </Drawer>
  )
}
