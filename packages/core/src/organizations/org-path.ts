/**
 * A place in the tree of units, e.g. `13/1304/130402/T03/S017/`: province, city, county by their codes, then units by
 * their ids. Ends with a slash, so that a path is below another exactly when it begins with it.
 */
export type OrgPath = string

const areaPattern = /^\d{2}\/(?:\d{4}\/)?(?:\d{6}\/)?/
const pathPattern = /^\d{2}\/(?:\d{4}\/)?(?:\d{6}\/)?(?:[A-Z][A-Z0-9]{0,31}\/)*$/

export function isOrgPath(text: string): boolean {
  return pathPattern.test(text)
}

/** True when `path` is `scope` itself or below it. */
export function isWithin(path: OrgPath, scope: OrgPath): boolean {
  return path.startsWith(scope)
}

/** The path of an area by its six-digit code: 130402 → `13/1304/130402/`, 130400 → `13/1304/`. */
export function areaPath(code: string): OrgPath {
  const province = `${code.slice(0, 2)}/`
  if (code.slice(2, 6) === '0000') return province
  const city = `${province}${code.slice(0, 4)}/`
  return code.slice(4, 6) === '00' ? city : `${city}${code.slice(0, 6)}/`
}

/** The six-digit code that rows below `path` are kept under: `13/1304/130402/T03/` → 130402, `13/1304/D01/` → 130400. */
export function countyOf(path: OrgPath): string {
  const last = areaPattern.exec(path)?.[0].split('/').at(-2) ?? ''
  return last.padEnd(6, '0')
}

/** The six-digit code under which an area's rows are kept; a code that is none gives 000000 (no county stated). */
export function countyKeyOf(code: string): string {
  return /^\d{6}/.exec(code)?.[0] ?? '000000'
}

/** Paths of a unit and of everything above it, the province first. */
export function pathsAbove(path: OrgPath): readonly OrgPath[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)
}

/** Whether scopes reach all of a county. */
export function reachesCounty(scopes: readonly OrgPath[], county: string): boolean {
  return scopes.some((scope) => isWithin(areaPath(county), scope))
}

/** Whether scopes lie in a county, or above it. */
export function knowsCounty(scopes: readonly OrgPath[], county: string): boolean {
  const path = areaPath(county)
  return scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path))
}

export function parentPath(path: OrgPath): OrgPath | undefined {
  return pathsAbove(path).at(-2)
}
