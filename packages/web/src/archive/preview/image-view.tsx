import { type ReactNode, useEffect, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { nextZoom, ViewBar } from './view-bar.tsx'

const says = archiveMessages.preview

/** A photo or a scan: as wide as its place, larger on demand, and turned. */
export function ImageView({ file, title }: { file: Blob; title: string }): ReactNode {
  const address = useAddress(file)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <p className="note">{says.brokenImage}</p>
  return (
    <>
      <ViewBar
        zoom={zoom}
        change={(by) => setZoom(by === 0 ? 1 : nextZoom(zoom, by))}
        turn={() => setTurn((turn + 90) % 360)}
      />
      <div className="archive-view">
        {address !== undefined && (
          <img
            src={address}
            alt={title}
            style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </>
  )
}

/** An address of the file within this page, given back when it is not shown any more. */
function useAddress(file: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
