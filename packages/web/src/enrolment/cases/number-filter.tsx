import { Button, Input, Popover, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { caseMessages } from './messages.ts'

const says = caseMessages.filter

interface NumberFilterProps {
  readonly value: string | undefined
  readonly find: (number: string | undefined) => void
}

const isWhole = (text: string): boolean => /^(?:\d{15}|\d{17}[\dX])$/.test(text)

/** Finds a child by its whole identity number. What is typed is never in the address, and gone when the page is left. */
export function NumberFilter({ value, find }: NumberFilterProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  if (value !== undefined)
    return (
      <Tag closable onClose={() => find(undefined)}>
        {says.numberOn}
      </Tag>
    )
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Asked
          find={(number) => {
            setOpen(false)
            find(number)
          }}
        />
      }
    >
      <Button size="small">{says.findNumber}</Button>
    </Popover>
  )
}

function Asked({ find }: { find: (number: string) => void }): ReactNode {
  const [typed, setTyped] = useState('')
  const [isRefused, setRefused] = useState(false)
  const submit = () => {
    const number = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    if (isWhole(number)) find(number)
    else setRefused(true)
  }
  return (
    <div className="case-number">
      <Input.Search
        autoFocus
        autoComplete="off"
        aria-label={says.number}
        placeholder={says.number}
        maxLength={30}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={submit}
      />
      {isRefused && <p className="wrong">{says.numberRule}</p>}
    </div>
  )
}
