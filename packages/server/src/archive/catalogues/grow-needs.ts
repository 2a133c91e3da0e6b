import { createHash } from 'node:crypto'
import { fileKindsText, fileNumber } from '@eduduty/core/archive'
import { areaPath, type UnitEntry } from '@eduduty/core/organizations'
import type { EvidenceNeed, FileKind, Pack } from '@eduduty/core/packs'
import type { AskingPack } from './asking-pack.ts'
import { departmentInTitle, type Owing, unitsOfIndicator, unitsOwingDuty } from './owing-units.ts'
import { type AskingItem, type Meant, whoIsMeant } from './who-is-meant.ts'

/** A material that one unit owes, as the pack and the tree of today have it. */
export interface GrownNeed {
  readonly indicator: string
  readonly indicatorNo: string
  readonly indicatorTitle: string
  readonly material: string
  readonly title: string
  readonly note: string
  /** Why the pack's condition does not mean this unit; empty: it owes the material. */
  readonly spared: string
  readonly fileNo: string
  /** Kinds of files that prove it; empty: all. */
  readonly accepts: readonly FileKind[]
  readonly place: number
  readonly unit: string
  readonly unitName: string
  readonly path: string
}

/** More materials than one item of any pack asks for. */
const MATERIALS = 1000

interface Item extends AskingItem {
  readonly no: string
  readonly title: string
  readonly evidence: readonly EvidenceNeed[]
  readonly owing: (material: EvidenceNeed) => Owing
}

/** Everything that a pack asks of a county's units, in the order of the pack; `meant`: of whom it asks what only some owe. */
export function growNeeds(pack: Pack, county: string, units: readonly UnitEntry[], meant: Meant): readonly GrownNeed[] {
  return itemsOf(pack, units).flatMap((item, at) =>
    item.evidence.flatMap((material, order) => {
      const owing = item.owing(material)
      const office = owing.units.length === 0 ? [officeOf(county, units)] : owing.units
      const accepts = material.accepts ?? pack.pack.accepts ?? []
      const standingOf = whoIsMeant(meant, item, material)
      const of = office.map((unit) => ({ unit, standing: standingOf(unit) }))
      return of.map(({ unit, standing }) => ({
        indicator: item.id,
        indicatorNo: item.no,
        indicatorTitle: item.title.slice(0, 200),
        material: material.id,
        title: material.title.slice(0, 200),
        note: [
          material.note ?? '',
          accepts.length === 0 ? '' : `只收${fileKindsText(accepts)}`,
          noteOf(owing),
          standing.note,
        ]
          .filter((part) => part !== '')
          .join('；')
          .slice(0, 500),
        spared: standing.spared,
        accepts,
        fileNo: fileNumber(item.no, order + 1),
        place: at * MATERIALS + order,
        unit: unit.unit_id,
        unitName: unit.name,
        path: unit.org_path,
      }))
    }),
  )
}

function itemsOf(pack: Pack, units: readonly UnitEntry[]): readonly Item[] {
  const indicators = pack.indicators.map((indicator): Item => {
    const all = unitsOfIndicator(pack, indicator, units)
    const owing = ({ title }: EvidenceNeed): Owing => {
      const own = indicator.grain.startsWith('department') ? departmentInTitle(title, units) : []
      return own.length === 0 ? all : { units: own, unmatched: [] }
    }
    return {
      id: indicator.id,
      grain: indicator.grain,
      no: indicator.no ?? indicator.id,
      title: indicator.title,
      evidence: indicator.evidence ?? [],
      owing,
    }
  })
  const duties = (pack.duties ?? []).map((duty, at): Item => {
    const owing = unitsOwingDuty(duty, units)
    return {
      id: duty.id,
      no: duty.no ?? String(at + 1),
      title: duty.title,
      evidence: duty.evidence ?? [],
      owing: () => owing,
    }
  })
  return inOrder(
    pack,
    [...indicators, ...duties].filter(({ evidence }) => evidence.length > 0),
  )
}

/**
 * By series as the pack's sections have them, so that lists, folders and the evaluation begin alike, and within each by number:
 * 9 before 10, whichever file of the pack comes first. A series of no section comes after, as the pack has it.
 */
function inOrder(pack: Pack, items: readonly Item[]): readonly Item[] {
  const all = [...new Set(items.map(({ no }) => seriesOf(no)))]
  const series = all.toSorted((one, other) => sectionOf(pack, one) - sectionOf(pack, other))
  return items.toSorted(
    ({ no: one }, { no: other }) =>
      series.indexOf(seriesOf(one)) - series.indexOf(seriesOf(other)) || numbers.compare(one, other),
  )
}

/** Which section a series belongs to: that of one of its items, or the one that is named after it. */
function sectionOf({ sections = [], indicators }: Pack, series: string): number {
  const own = new Set(indicators.filter(({ no }) => no !== undefined && seriesOf(no) === series).map(({ id }) => id))
  const name = series.replace(/[-－]$/, '')
  const at = sections.findIndex(
    ({ title, items }) => items.some((id) => own.has(id)) || (name !== '' && title.startsWith(name)),
  )
  return at === -1 ? sections.length : at
}

const seriesOf = (no: string): string => no.replace(/[\d.]+.*$/, '')
const numbers = new Intl.Collator('en', { numeric: true })

type Office = Pick<UnitEntry, 'unit_id' | 'name' | 'org_path' | 'code' | 'kind' | 'area_code'>

/** What nobody else owes is owed by the county itself. */
function officeOf(county: string, units: readonly UnitEntry[]): Office {
  const path = areaPath(county)
  const unknown: Office = {
    unit_id: 'G',
    name: '县（市、区）',
    kind: 'government',
    org_path: path,
    code: '',
    area_code: null,
  }
  return units.find(({ org_path: own }) => own === path) ?? unknown
}

function noteOf({ units, unmatched }: Owing): string {
  if (unmatched.length === 0) return ''
  const names = unmatched.join('、')
  return units.length === 0 ? `标准包要求由${names}提供，本县没有对应的单位，由县里指定` : `标准包还要求${names}提供`
}

/** Changes when the pack or the units would have other needs grow. */
export function fingerprintOf({ hash }: AskingPack, needs: readonly GrownNeed[]): string {
  const lines = needs.map((need) => [
    need.indicator,
    need.material,
    need.unit,
    need.unitName,
    need.title,
    need.fileNo,
    need.note,
    need.spared,
    need.accepts,
  ])
  return createHash('sha256')
    .update(JSON.stringify([hash, lines]))
    .digest('hex')
}
