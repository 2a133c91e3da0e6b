import type { DraftSaved, DraftView, PackEdit, PackFile } from '@eduduty/core/packs'
import { editFiles, listEntries } from '@eduduty/core/packs'
import { App } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { ApiError, getJson, sendJson } from '../../platform/api/http.ts'
import { type DraftPlace, draftPath } from './draft-queries.ts'
import { changedPaths, mergedFiles, savedParts } from './merge-drafts.ts'
import { draftMessages } from './messages.ts'

/** How long the hands rest before the draft is saved. */
const REST_MS = 1200
const UNDONE = 60

export type SaveState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict'

interface Saved {
  readonly revision: number
  readonly files: readonly PackFile[]
}

/** A draft in hand: what it holds now, what was saved of it, and how to change it. */
export interface DraftInHand {
  readonly files: readonly PackFile[]
  readonly list: ReturnType<typeof listEntries>
  /** What stands on the server, as far as this page knows. */
  readonly saved: Saved
  readonly state: SaveState
  readonly reason: string
  readonly isOpen: boolean
  readonly theirs: DraftView | undefined
  readonly canUndo: boolean
  edit(edit: PackEdit | readonly PackEdit[]): void
  write(files: readonly PackFile[]): void
  undo(): void
  saveAgain(): void
  settle(how: 'merge' | 'theirs' | 'mine'): void
}

/** Saves by itself a moment after each change; of two people the later is asked, and nothing is lost. */
export function useDraft(place: DraftPlace, view: DraftView): DraftInHand {
  const { message } = App.useApp()
  const [files, setFiles] = useState<readonly PackFile[]>(view.files)
  const [before, setBefore] = useState<readonly (readonly PackFile[])[]>([])
  const saving = useSaving(place, view, files)
  const { saved, theirs } = saving
  const isOpen = view.installed === undefined
  const list = useMemo(() => listEntries(files), [files])
  const write = (next: readonly PackFile[]): void => {
    setBefore((all) => [...all.slice(1 - UNDONE), files])
    setFiles(next)
    saving.tryAgain()
  }
  return {
    files,
    list,
    saved,
    theirs,
    state: saving.state,
    reason: saving.reason,
    isOpen,
    canUndo: before.length > 0 && isOpen,
    edit(edits) {
      try {
        write([edits].flat().reduce<readonly PackFile[]>((all, edit) => editFiles(all, edit), files))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        void message.error(draftMessages.entry.cannotEdit)
      }
    },
    write,
    undo() {
      const last = before.at(-1)
      if (last === undefined) return
      setBefore(before.slice(0, -1))
      setFiles(last)
    },
    saveAgain: saving.save,
    settle(how) {
      if (theirs === undefined) return
      if (how === 'merge') setFiles(mergedFiles(saved.files, files, theirs.files))
      if (how === 'theirs') setFiles(theirs.files)
      saving.standOn(theirs)
    },
  }
}

/** Sends what changed when the hands rest. */
function useSaving(place: DraftPlace, view: DraftView, files: readonly PackFile[]) {
  const [saved, setSaved] = useState<Saved>({ revision: view.revision, files: view.files })
  const [doing, setDoing] = useState<'resting' | 'saving' | 'failed' | 'conflict'>('resting')
  const [reason, setReason] = useState('')
  const [theirs, setTheirs] = useState<DraftView>()
  const isChanged = files !== saved.files && changedPaths(saved.files, files).length > 0
  const save = async (): Promise<void> => {
    setDoing('saving')
    try {
      const body = { revision: saved.revision, ...savedParts(saved.files, files) }
      const { revision } = await sendJson<DraftSaved>('PUT', draftPath(place), body)
      setSaved({ revision, files })
      setDoing('resting')
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'pack.draft_stale'
      const now = isStale ? await getJson<DraftView>(draftPath(place)).catch(() => undefined) : undefined
      setTheirs(now)
      setReason(error instanceof Error ? error.message : '')
      setDoing(now === undefined ? 'failed' : 'conflict')
    }
  }
  useEffect(() => {
    if (view.installed !== undefined || !isChanged || doing !== 'resting') return
    const timer = setTimeout(() => void save(), REST_MS)
    return () => clearTimeout(timer)
  })
  useLeaveGuard(isChanged)
  const state: SaveState = doing !== 'resting' ? doing : isChanged ? 'changed' : 'saved'
  return {
    saved,
    theirs,
    reason,
    state,
    save: () => void save(),
    /** What could not be saved may be right after a change. */
    tryAgain: () => setDoing((now) => (now === 'failed' ? 'resting' : now)),
    standOn({ revision, files: kept }: Saved) {
      setSaved({ revision, files: kept })
      setTheirs(undefined)
      setDoing('resting')
    },
  }
}

/** The browser asks before a page with unsaved changes is left. */
function useLeaveGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
