import { type ReactNode, useEffect, useRef, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { nextZoom } from './next-zoom.ts'
import { placeImage, type Size } from './place-image.ts'
import { ViewBar } from './view-bar.tsx'

const says = archiveMessages.preview

/** A photo or a scan: as wide as its place, larger on demand, and turned. */
export function ImageView({ file, title }: { file: Blob; title: string }): ReactNode {
  const address = useAddress(file)
  const box = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<Size>()
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <p className="note">{says.brokenImage}</p>
  const placed = own && placeImage(own, ((box.current?.clientWidth ?? 480) - 18) * zoom, turn)
  return (
    <>
      <ViewBar
        zoom={zoom}
        change={(by) => setZoom(by === 0 ? 1 : nextZoom(zoom, by))}
        turn={() => setTurn((turn + 90) % 360)}
      />
      <div className="archive-view" ref={box}>
        <div className="archive-image" style={placed?.place}>
          {address !== undefined && (
            <img
              src={address}
              alt={title}
              style={{ ...placed?.image, transform: `translate(-50%, -50%) rotate(${turn}deg)` }}
              onLoad={({ currentTarget }) =>
                setOwn({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              onError={() => setBroken(true)}
            />
          )}
        </div>
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
