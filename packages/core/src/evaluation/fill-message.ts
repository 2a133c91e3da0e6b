import type { Environment } from '../formula/index.ts'
import type { Display } from '../packs/index.ts'
import type { Place } from './grains.ts'
import type { PackPlan } from './plan.ts'
import { shownValue } from './show.ts'

/** Fills `{formula}`, `{formula|2}` (decimals) and `{formula|%1}` (per cent) with values at a place. */
export function fillMessage(plan: PackPlan, template: string, place: Place, environment: Environment): string {
  return template.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    const { source, display } = splitPlace(inside)
    return shownValue(plan.program(place, source).run(environment), display)
  })
}

function splitPlace(inside: string): { readonly source: string; readonly display: Display | undefined } {
  const form = /^([\s\S]*)\|\s*(%?)(\d)\s*$/.exec(inside)
  if (form === null) return { source: inside, display: undefined }
  const display = { decimals: Number(form[3]), percent: form[2] === '%' }
  return { source: form[1] ?? inside, display }
}
