import { type Assessment, COUNTY, listGrains, type PackPlan } from '@eduduty/core/evaluation'
import type { ReportPlaces } from '@eduduty/core/reports'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { initialsOf } from '../../platform/initials.ts'

/** Units of a run that the caller reaches figures of, the county first, each kind in the order of the register. */
export async function listPlaces(
  { db }: Pick<Ctx, 'db'>,
  { county, run }: RunKey,
  { subjects, run: { county: whole } }: Assessment,
  { pack }: PackPlan,
): Promise<ReportPlaces> {
  const reached = await db.run<{ grain: string; subject: string }>(
    'select distinct grain, subject from evaluation_figures where county_code = $1 and run_id = $2',
    [county, run],
  )
  const slot = (grain: string, subject: string): string => JSON.stringify([grain, subject])
  const known = new Set(reached.map(({ grain, subject }) => slot(grain, subject)))
  // The county itself is no subject of the register.
  const all = [{ id: COUNTY, grain: COUNTY, name: whole.name }, ...subjects.filter(({ grain }) => grain !== COUNTY)]
  const grains = listGrains(pack)
  const places = grains.flatMap((grain) =>
    all
      .filter(({ id, grain: of }) => of === grain.id && known.has(slot(of, id)))
      .map(({ id, name }) => ({
        grain: grain.id,
        grain_title: grain.title,
        subject: id,
        name,
        initials: initialsOf(name),
      })),
  )
  return { places, lacking: lackingGrains(subjects, grains) }
}

/** A township that the register of schools names, and that no grain of the pack is about: it has no figures of its own. */
function lackingGrains(subjects: Assessment['subjects'], grains: ReturnType<typeof listGrains>): string[] {
  const isTownship = (title: string): boolean => /乡镇|街道/.test(title)
  if (grains.some(({ title }) => isTownship(title))) return []
  return [...new Set(subjects.flatMap(({ attributes }) => Object.keys(attributes).filter(isTownship)))]
}
