import type { ArchiveDeed, NeedView } from '@eduduty/core/archive'

/** Whether the server offers a deed, and nothing stands against it now. */
export const offers = (deeds: NeedView['deeds'], deed: ArchiveDeed): boolean =>
  deeds.some((one) => one.deed === deed && one.refused === undefined)

/** Why a deed that is somebody's to do cannot be done now. */
export const refusalOf = (deeds: NeedView['deeds'], deed: ArchiveDeed): string | undefined =>
  deeds.find((one) => one.deed === deed)?.refused
