import { Button, Modal } from 'antd'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { pictureMessages as says } from './messages.ts'

interface PadProps {
  /** A data address with a PNG. */
  readonly done: (data: string) => void
  readonly close: () => void
}

const SIZE = { width: 640, height: 320 }

/** A white field to sign in with a finger, a pen or a mouse. */
export function SignaturePad({ done, close }: PadProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isSigned, setSigned] = useState(false)
  const clear = () => {
    const paper = canvas.current?.getContext('2d')
    paper?.clearRect(0, 0, SIZE.width, SIZE.height)
    setSigned(false)
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const [paper, at] = [inkOf(event.currentTarget), placeOf(event)]
    paper?.beginPath()
    paper?.moveTo(at.x, at.y)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const [paper, at] = [inkOf(event.currentTarget), placeOf(event)]
    paper?.lineTo(at.x, at.y)
    paper?.stroke()
    setSigned(true)
  }
  return (
    <Modal
      open
      destroyOnHidden
      title={says.pad}
      onCancel={close}
      footer={
        <>
          <Button onClick={clear}>{says.padClear}</Button>
          <Button
            type="primary"
            disabled={!isSigned}
            title={isSigned ? '' : says.padEmpty}
            onClick={() => canvas.current !== null && done(onWhite(canvas.current))}
          >
            {says.padDone}
          </Button>
        </>
      }
    >
      <canvas
        ref={canvas}
        className="signature-pad"
        aria-label={says.pad}
        {...SIZE}
        onPointerDown={begin}
        onPointerMove={draw}
      />
    </Modal>
  )
}

function inkOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const paper = canvas.getContext('2d')
  if (paper !== null) Object.assign(paper, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' })
  return paper
}

/** Where on the canvas, whatever size it is shown in. */
function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): { x: number; y: number } {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: ((clientX - left) / width) * SIZE.width, y: ((clientY - top) / height) * SIZE.height }
}

function onWhite(signed: HTMLCanvasElement): string {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, SIZE)
  const paper = canvas.getContext('2d')
  if (paper !== null) {
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, SIZE.width, SIZE.height)
    paper.drawImage(signed, 0, 0)
  }
  return canvas.toDataURL('image/png')
}
