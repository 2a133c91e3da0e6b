import { type ReactNode, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'

const FLOOR = 86

/** Never blocks an old browser: one line that can be put away. */
export function OldBrowserBar(): ReactNode {
  const [shown, setShown] = useState(isBelowFloor)
  if (!shown) return null
  return (
    <div className="old-browser" role="note">
      {platformMessages.shell.oldBrowser}
      <button type="button" className="link" onClick={() => setShown(false)}>
        {platformMessages.shell.dismiss}
      </button>
    </div>
  )
}

function isBelowFloor(): boolean {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1]
  return version !== undefined && Number(version) < FLOOR
}
