import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { Finder } from './finder.tsx'
import { NavIcon } from './nav-icon.tsx'
import { PersonMenu } from './person-menu.tsx'

/** What the page is about, given by its frame; the search over everything; print; who is signed in. */
export function TopBar(props: { children: ReactNode }): ReactNode {
  const [finding, setFinding] = useState(false)
  const says = platformMessages.shell
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setFinding(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <header className="top-bar">
      <div className="top-bar-page">{props.children}</div>
      <Button size="small" className="find" onClick={() => setFinding(true)} icon={<NavIcon name="search" />}>
        {says.search} <kbd>{says.searchHint}</kbd>
      </Button>
      <Button size="small" className="print" onClick={() => window.print()} icon={<NavIcon name="print" />}>
        {says.print}
      </Button>
      <PersonMenu />
      {finding && <Finder close={() => setFinding(false)} />}
    </header>
  )
}
