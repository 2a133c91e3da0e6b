import type { UploadReceipt } from '@eduduty/core/archive'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { queryString } from '../../platform/api/http.ts'
import { uploadFile } from '../../platform/api/upload-file.ts'
import { archiveKey } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import type { ChosenFile } from './files-of-drop.ts'
import { changeUpload, isUnderWay, nextToSend, retryFailed, type Upload, waitingUpload } from './upload-queue.ts'

/** Where files go. */
export interface UploadTarget {
  readonly county: string
  readonly unit: string
  readonly need?: string | undefined
  readonly catalogue?: string | undefined
}

/** The path of one file: its name is cut at the front, where the folders stand. */
function uploadPath({ county, unit, need, catalogue }: UploadTarget, name: string): string {
  const unpack = /\.zip$/i.test(name) ? 'true' : undefined
  // Whoever sends by the page is asked for the particulars right after.
  const query = queryString({ name: name.slice(-400), unit, need, catalogue, unpack, describe: 'true' })
  return `/archive/uploads/${encodeURIComponent(county)}${query}`
}

interface Kept {
  readonly file: File
  readonly path: string
}

/** Sends what is added, a few at a time, each for itself: when one fails the others go on, and it can be sent again. */
export function useUploads() {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const kept = useRef(new Map<number, Kept>())
  const stoppers = useRef(new Map<number, AbortController>())
  const change = useCallback(
    (no: number, part: Partial<Upload>) => setUploads((before) => changeUpload(before, no, part)),
    [],
  )
  const send = useCallback(
    async (no: number, { file, path }: Kept): Promise<void> => {
      const stopper = new AbortController()
      stoppers.current.set(no, stopper)
      try {
        const receipt = await uploadFile<UploadReceipt>(path, file, (sent) => change(no, { sent }), stopper.signal)
        change(no, { state: 'done', files: receipt.files })
        kept.current.delete(no)
        void client.invalidateQueries({ queryKey: archiveKey })
      } catch (error) {
        const why = stopper.signal.aborted ? archiveMessages.upload.stopped : reasonOf(error)
        change(no, { state: 'failed', sent: 0, why })
      } finally {
        stoppers.current.delete(no)
      }
    },
    [change, client],
  )
  useEffect(() => {
    for (const { no } of nextToSend(uploads)) {
      const one = kept.current.get(no)
      if (one === undefined || stoppers.current.has(no)) continue
      change(no, { state: 'sending' })
      void send(no, one)
    }
  }, [uploads, change, send])
  useEffect(() => () => stopAll(stoppers.current), [])
  return {
    uploads,
    isBusy: isUnderWay(uploads),
    add: (target: UploadTarget, files: readonly ChosenFile[]): void => {
      const added = files.map(({ name, file }) => {
        const no = nextNo()
        kept.current.set(no, { file, path: uploadPath(target, name) })
        return waitingUpload(no, name, file.size)
      })
      setUploads((before) => [...before, ...added])
    },
    retry: (): void => setUploads(retryFailed),
    stop: (): void => {
      stopAll(stoppers.current)
      const why = archiveMessages.upload.stopped
      setUploads((before) => before.map((one) => (one.state === 'waiting' ? { ...one, state: 'failed', why } : one)))
    },
    clear: (): void => setUploads((before) => before.filter(({ state }) => state !== 'done' && state !== 'failed')),
  }
}

export type Uploads = ReturnType<typeof useUploads>

function stopAll(stoppers: ReadonlyMap<number, AbortController>): void {
  for (const stopper of stoppers.values()) stopper.abort()
}

let last = 0
const nextNo = (): number => ++last

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
