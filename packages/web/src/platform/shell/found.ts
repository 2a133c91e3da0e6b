import type { NavigateOptions } from '@tanstack/react-router'

/** Something that the search found, and where it is. */
export interface Found {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly place: NavigateOptions
}
