import type { LoadedPack } from '../packs/index.ts'
import { readPack } from '../packs/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { chooseFileFolder } from '../platform/files/choose-file-folder.ts'
import { type FileStore, openFileStore } from '../platform/files/file-store.ts'
import { chooseKeyFile, chooseStorage, type Installation, openInstallation } from '../platform/installation.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import type { ParsedOptions } from '../platform/parse-options.ts'
import { seedAppraisals } from './appraisal/seed-appraisals.ts'
import { seedFinished } from './appraisal/seed-finished.ts'
import { seedArchive } from './archive/seed-archive.ts'
import { seedCollection } from './collection/seed-collection.ts'
import { seedRosters } from './collection/seed-rosters.ts'
import { seedYearly } from './collection/seed-yearly.ts'
import { county } from './county.ts'
import { seedNotices } from './desk/seed-notices.ts'
import { seedDuties } from './duties/seed-duties.ts'
import { seedMechanisms } from './duties/seed-mechanisms.ts'
import { seedCare } from './enrolment/seed-care.ts'
import { seedCases } from './enrolment/seed-cases.ts'
import { seedEnrolment } from './enrolment/seed-enrolment.ts'
import { seedLimits } from './enrolment/seed-limits.ts'
import { seedPeriodic } from './enrolment/seed-periodic.ts'
import { seedAreas } from './staff/seed-areas.ts'
import { seedPrices } from './staff/seed-prices.ts'
import { seedStaff } from './staff/seed-staff.ts'

/** What of the demo county can be put into a database, each on what came before it. */
export const seedParts = ['staff', 'appraisal', 'collection', 'enrolment'] as const

type SeedPart = (typeof seedParts)[number]

interface Seeded {
  /** What stands there now, as numbers for `--json`. */
  readonly counts: { readonly present: boolean } & Readonly<Record<string, number | boolean>>
  readonly sentence: string
}

const seeds: Readonly<Record<SeedPart, (installation: Installation, io: Io, files: FileStore) => Promise<Seeded>>> = {
  staff: seedPeople,
  appraisal: appraiseTownships,
  collection: openPeriods,
  enrolment: listChildren,
}

/** `eduduty demo --staff --appraisal --collection`: any of these parts, into one database opened once. */
export async function seedDemo(options: ParsedOptions, io: Io): Promise<number> {
  const parts = seedParts.filter((part) => options.has(part))
  const storage = chooseStorage(options.text('data'), io)
  const installation = await openInstallation(storage, chooseKeyFile(options.text('keys'), storage, io))
  const files = openFileStore(chooseFileFolder(storage, io))
  const counts: Partial<Record<SeedPart, Seeded['counts']>> = {}
  try {
    for (const part of parts) {
      const seeded = await seeds[part](installation, io, files)
      counts[part] = seeded.counts
      if (!options.has('json')) io.stdout.write(`${seeded.sentence}\n`)
    }
  } finally {
    await installation.close()
  }
  const [only, ...more] = Object.values(counts)
  if (options.has('json')) writeJson(io, more.length === 0 ? only : counts)
  return exitCodes.done
}

async function seedPeople(installation: Installation): Promise<Seeded> {
  const areas = await seedAreas(installation)
  const counts = { ...(await seedStaff(installation)), areas }
  await seedPrices(installation)
  return {
    counts,
    sentence: counts.present
      ? `“${county.name}”的区划、机构与人员已经建立，没有改动。`
      : `已建立“${county.name}”（虚构）的 ${areas} 个区划、${counts.units} 个单位和 ${counts.people} 个演示账号；只有在本机运行 eduduty serve --demo 时才能用它们进入。`,
  }
}

async function appraiseTownships(installation: Installation, io: Io): Promise<Seeded> {
  const pack = await shippedPack('example-township-rating', io)
  const counts = { ...(await seedAppraisals(installation, pack, seedFinished)) }
  return {
    counts,
    sentence: counts.present
      ? `“${county.name}”的评议已经开展，没有改动。`
      : `已对“${county.name}”（虚构）的 ${counts.appraisals} 个乡镇开展评议，进度不一。`,
  }
}

/** Periods and the year's tasks: what units have to do. */
async function openPeriods(installation: Installation, io: Io, files: FileStore): Promise<Seeded> {
  const forms = await shippedPack('quality-balance-2017', io)
  const rosters = await shippedPack('duty-registers', io)
  const { present, tasks } = await seedCollection(installation, forms)
  const rosterTasks = await seedRosters(installation, rosters)
  const yearly = { townships: await shippedPack('township-duty', io), county: await shippedPack('county-duty', io) }
  const yearlyTasks = await seedYearly(installation, yearly)
  const duties = await seedDuties(installation)
  const { records, pledges } = await seedMechanisms(installation)
  await seedNotices(installation)
  const archive = await seedArchive(installation, files)
  await seedLimits(installation)
  const { cases } = await seedCases(installation, files)
  await seedCare(installation)
  const all = tasks + rosterTasks + yearlyTasks
  const isPresent = present && duties.present && archive.present
  const done = { records, pledges, papers: archive.papers, cases }
  return {
    counts: { present: isPresent, tasks: all, duties: duties.tasks, ...done },
    sentence: isPresent
      ? `“${county.name}”的上报期、任务分解和佐证档案已经建立，没有改动。`
      : `已在“${county.name}”（虚构）开放四个上报期（优质均衡数据、名册、乡镇年报、履职自评），共 ${all} 份报表，各校进度不一；下达了下一年度的 ${duties.tasks} 项职责任务，登记了会议、承诺等 ${records} 条，签了责任书，归档了 ${archive.papers} 份佐证材料，立了 ${cases} 个劝返个案。`,
  }
}

/** The rosters by which children out of school are found, of two townships. */
async function listChildren(installation: Installation, io: Io): Promise<Seeded> {
  const counts = await seedEnrolment(installation, await shippedPack('dropout-control', io))
  const { periodic } = await seedPeriodic(installation)
  return {
    counts: { ...counts, periodic },
    sentence: counts.present
      ? `“${county.name}”的控辍保学名册已经录入，没有改动。`
      : `已录入“${county.name}”（虚构）石桥镇、南山乡的户籍、学籍、在校和部门名册 ${counts.rows} 行，供控辍保学比对；开展了 ${periodic} 份定期报告。`,
  }
}

async function shippedPack(id: string, io: Io): Promise<LoadedPack> {
  const { loaded } = await readPack(id, io.cwd)
  if (loaded === undefined) throw new AppError('collection.pack_not_found', { pack: id })
  return loaded
}
