import type { Finding } from '@eduduty/core/collection'
import { checkCounty, evaluationOf, outlierFindings } from '@eduduty/core/consistency'
import { planPack, programOfCheck } from '@eduduty/core/evaluation'
import type { Pack } from '@eduduty/core/packs'
import { type CleanCounty, cleanCounty } from './clean-county.ts'
import type { FormCells } from './clean-form.ts'
import { type PlantedError, plantErrors, plantedKinds } from './plant-errors.ts'
import { readCounty } from './read-county.ts'

export interface KindRecall {
  readonly kind: string
  readonly planted: number
  readonly found: number
  readonly detectable: number
  readonly foundDetectable: number
}

export interface Quality {
  readonly cells: number
  /** Findings about the county without a mistake. */
  readonly falseAlarms: readonly Finding[]
  readonly kinds: readonly KindRecall[]
  readonly missed: readonly PlantedError[]
  /** Time of the outliers of the clean county alone. */
  readonly outlierMilliseconds: number
}

const YEAR = 2025

/** How many planted errors are pointed at, and how often the same county without them is disturbed. */
export function measureQuality(pack: Pack, schools: number, seed: number, share = 0.2): Quality {
  const county = cleanCounty(schools, seed)
  const plan = planPack(pack)
  let outlierMilliseconds = 0
  const ask = (before: readonly FormCells[], now: readonly FormCells[]): readonly Finding[] => {
    const read = readCounty(pack, [
      { register: 'school_roster', year: YEAR, rows: county.schools.map(({ roster }) => roster) },
      { register: 'school_form', year: YEAR - 1, rows: before },
      { register: 'school_form', year: YEAR, rows: now },
    ])
    const input = { plan, year: YEAR, rows: read.rows }
    const checks = checkCounty(input)
    const evaluation = evaluationOf(input)
    const start = performance.now()
    const outliers = outlierFindings(evaluation)
    outlierMilliseconds = performance.now() - start
    return [...read.findings, ...missingForms(county, read.rows), ...checks, ...outliers]
  }
  const clean = county.schools.map(({ now }) => now)
  const falseAlarms = ask(
    county.schools.map(({ before }) => before),
    clean,
  )
  const outlierTime = outlierMilliseconds
  const usual = new Set(
    falseAlarms.map((finding) => `${finding.unit}|${finding.check ?? finding.code}|${finding.column}`),
  )
  const planted = plantErrors(county, seed, share)
  const findings = ask(planted.before, planted.forms).filter(
    (finding) => !usual.has(`${finding.unit}|${finding.check ?? finding.code}|${finding.column}`),
  )
  const columnsOf = columnsOfChecks(pack)
  const isFound = (error: PlantedError): boolean =>
    findings.some(
      (finding) =>
        finding.unit === error.code &&
        (error.columns.length === 0 ||
          finding.column === undefined ||
          error.columns.some((column) => column === finding.column || columnsOf(finding.check).has(column))),
    )
  const missed = planted.errors.filter((error) => !isFound(error))
  const kinds = plantedKinds.map((kind) => {
    const own = planted.errors.filter((error) => error.kind === kind)
    const clear = own.filter(({ detectable }) => detectable)
    const lost = missed.filter((error) => error.kind === kind)
    return {
      kind,
      planted: own.length,
      found: own.length - lost.length,
      detectable: clear.length,
      foundDetectable: clear.length - lost.filter(({ detectable }) => detectable).length,
    }
  })
  const cells = clean.reduce((sum, form) => sum + Object.keys(form).length, 0)
  return { cells, falseAlarms, kinds, missed, outlierMilliseconds: outlierTime }
}

/** Columns that a check is about: those it names and those its rule reads. */
function columnsOfChecks(pack: Pack): (check: string | undefined) => ReadonlySet<string> {
  const plan = planPack(pack)
  const byId = new Map(
    (pack.checks ?? []).map((check) => {
      const read = programOfCheck(plan, check)?.expression?.dependencies.scalars ?? []
      return [check.id, new Set([...(check.columns ?? []), ...read.map((id) => id.replace(/^column:/, ''))])]
    }),
  )
  const none = new Set<string>()
  return (check) => byId.get(check ?? '') ?? none
}

/** Schools whose form of the year did not come in are asked for it. */
function missingForms(
  county: CleanCounty,
  rows: readonly {
    readonly register: string
    readonly year: number
    readonly values: Readonly<Record<string, unknown>>
  }[],
): readonly Finding[] {
  const sent = new Set(
    rows
      .filter(({ register, year }) => register === 'school_form' && year === YEAR)
      .map(({ values }) => values.school_code),
  )
  return county.schools
    .filter(({ code }) => !sent.has(code))
    .map(({ code }) => ({ level: 'error', code: 'missing_form', message: '没有报送学校填报表', unit: code }))
}
