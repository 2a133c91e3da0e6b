import { Drawer } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useReturnFocus } from './use-return-focus.ts'

/** The second half of a double click, which falls on the mask, comes within this time, in milliseconds. */
const DOUBLE = 500

/** The detail of a row beside its table; Esc closes it. The address names the row, so the panel can be shared. */
export function SidePanel(props: {
  title: ReactNode
  close: () => void
  children: ReactNode
  width?: number
  /** Something is typed here: a click beside the panel does not throw it away. */
  isTyped?: boolean
}): ReactNode {
  useReturnFocus()
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), DOUBLE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Drawer
      open
      size={props.width ?? 680}
      title={props.title}
      onClose={props.close}
      className="side-panel"
      mask={{ blur: false, closable: isSettled && props.isTyped !== true }}
      styles={{ mask: { background: 'rgba(29, 36, 51, 0.16)' } }}
      push={false}
      closable={{ 'aria-label': platformMessages.close }}
    >
      {props.children}
    </Drawer>
  )
}
