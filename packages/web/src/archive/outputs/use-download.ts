import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fetchFileWatched } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'

/** Has a file made and tells how much of it has come; it may be stopped, and stops when its place is left. */
export function useDownload() {
  const { message } = App.useApp()
  const [bytes, setBytes] = useState<number>()
  const stopper = useRef<AbortController>(null)
  useEffect(() => () => stopper.current?.abort(), [])
  const start = async (path: string, name: string): Promise<boolean> => {
    const stopping = new AbortController()
    stopper.current = stopping
    setBytes(0)
    try {
      offerFile(await fetchFileWatched(path, setBytes, stopping.signal), name)
      return true
    } catch (error) {
      if (!stopping.signal.aborted) void message.error(error instanceof Error ? error.message : String(error), 8)
      return false
    } finally {
      setBytes(undefined)
    }
  }
  return { bytes, start, stop: () => stopper.current?.abort() }
}
