import { defaultOutline } from '@eduduty/core/documents'
import type { Outline, Pack } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'

export const outlinesOf = (pack: Pack): readonly Outline[] => pack.reports ?? [defaultOutline]

/** Errors: `reports.outline_not_found`. */
export function outlineOf(pack: Pack, id: string): Outline {
  const found = outlinesOf(pack).find((outline) => outline.id === id)
  if (found === undefined) throw new AppError('reports.outline_not_found', { outline: id })
  return found
}
