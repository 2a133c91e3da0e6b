import type { PledgeCopied } from '@eduduty/core/duties'
import { queryString } from '../../platform/api/http.ts'
import { uploadFile } from '../../platform/api/upload-file.ts'

/** What a scan is. */
export const scanFiles = '.pdf,image/*'

/** Sends the scan of a signed pledge to the path of its copies. */
export const sendCopy = (path: string, file: File): Promise<PledgeCopied> =>
  uploadFile<PledgeCopied>(
    `${path}${queryString({ name: file.name.slice(-200) })}`,
    file,
    () => undefined,
    new AbortController().signal,
  )
