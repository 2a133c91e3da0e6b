import { useLocation } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { entryAt } from './menu.ts'
import { MenuList } from './menu-list.tsx'
import { NavIcon } from './nav-icon.tsx'
import { useMenu } from './use-menu.ts'
import './menu.css'

const says = platformMessages.shell

/** On a telephone, in place of the sidebar: a button with a word, behind which the whole menu stands in words. */
export function PhoneMenu(): ReactNode {
  const { pathname } = useLocation()
  const groups = useMenu()
  const [openAt, setOpenAt] = useState<string>()
  // Going to another page closes it.
  const isOpen = openAt === pathname
  return (
    <div className="phone-bar">
      <Button size="small" icon={<NavIcon name="menu" />} aria-expanded={isOpen} onClick={() => setOpenAt(pathname)}>
        {says.menu}
      </Button>
      <span className="phone-page">{entryAt(groups, pathname)?.label ?? platformMessages.product}</span>
      <Drawer
        open={isOpen}
        onClose={() => setOpenAt(undefined)}
        placement="left"
        size={280}
        title={platformMessages.product}
        styles={{ body: { padding: 0 } }}
        rootClassName="phone-menu"
        destroyOnHidden
      >
        <nav className="sidebar" aria-label={says.navigation}>
          <MenuList groups={groups} folded={false} />
        </nav>
      </Drawer>
    </div>
  )
}
