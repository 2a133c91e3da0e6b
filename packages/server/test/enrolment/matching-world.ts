import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDigitOf } from '@eduduty/core/codes'
import type { OrgPath, UnitKind } from '@eduduty/core/organizations'
import { getRegisterTable, loadRegister, makeTaskPack, type TaskPack } from '../../src/collection/index.ts'
import type { Answers } from '../../src/demo/answers.ts'
import { writeCsv } from '../../src/demo/write-csv.ts'
import { runMatches } from '../../src/enrolment/matching/run-matches.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { installMissingTables, type LoadedPack, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import type { Keyring } from '../../src/platform/keys/keyring.ts'
import { systemIn, testCounty, testPath } from '../harness/doors.ts'

export const matchYear = 2025
const township = '990101001'
const school = '9901010001'
const otherSchool = '9901010002'

/** One child as the township and as the school write it. */
export interface MatchChild {
  readonly no: number
  readonly name: string
  readonly bornOn: string
  readonly sex: string
  readonly number: string
  readonly guardian: string
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
const given = ['安然', '博文', '楚云', '德昌', '恩泽', '芳菲', '国栋', '海燕', '佳慧', '凯旋']

/** Children born months apart, with names that do not sound alike. */
export function matchChild(no: number): MatchChild {
  const year = 2011 + (no % 8)
  const month = String((no % 12) + 1).padStart(2, '0')
  const day = String((no % 27) + 1).padStart(2, '0')
  const seventeen = `990101${year}${month}${day}${String(100 + no * 7)}`
  const [family, name] = [surnames.charAt(no % surnames.length), given[(no * 3) % given.length] ?? '']
  return {
    no,
    name: `${family}${name}`,
    bornOn: `${year}-${month}-${day}`,
    number: seventeen + checkDigitOf(seventeen),
    sex: Number(seventeen.at(-1)) % 2 === 1 ? '男' : '女',
    guardian: `${family}大${no % 2 === 0 ? '山' : '海'}`,
  }
}

export interface MatchWorld {
  readonly pack: TaskPack
  readonly door: Door
  /** Hands in a register anew: what was handed in before counts no more. `by`: an office that does so for all. */
  handIn(register: keyof typeof units, rows: readonly Answers[], by?: { id: string; name: string }): Promise<void>
  /** Runs the comparisons as somebody for the whole county. */
  compare(): Promise<void>
}

const units = {
  child_register: { id: 'T01', name: '青山乡' },
  pupil_roster: { id: 'S01', name: '青山小学' },
  hardship_children: { id: 'D14', name: '农业农村局' },
} as const

/** A county with a township, a school and two offices, ready to hand in registers as they do: by files. */
export async function openMatchWorld(
  db: Database,
  door: Door,
  keyring: Keyring,
  // Each comparison starts a thread of its own.
  compared: readonly string[] = ['hukou_roll', 'hardship_roll'],
): Promise<MatchWorld> {
  const { loaded } = await readPack('dropout-control', process.cwd())
  if (loaded === undefined) throw new Error('the pack dropout-control has mistakes')
  await installMissingTables(db, loaded.pack)
  const paths = await openUnits(door)
  const matches = (loaded.pack.matches ?? []).filter(({ id }) => compared.includes(id))
  const pack = makeTaskPack({ ...loaded.pack, matches }, loaded.hash)
  return {
    pack,
    door,
    compare: () => compare({ door, keyring, pack }),
    async handIn(register, rows, by) {
      const { id, name } = by ?? units[register]
      await load({ db, door, keyring, loaded, pack }, register, rows, {
        code: id,
        name,
        path: paths.get(id) ?? testPath,
        schools: [
          [school, paths.get('S01') ?? testPath],
          [otherSchool, paths.get('S02') ?? testPath],
        ],
      })
    },
  }
}

async function compare({ door, keyring, pack }: Pick<Parts, 'door' | 'keyring' | 'pack'>): Promise<void> {
  const [caller, runId] = [systemIn(), randomUUID()]
  await door.write(caller, ({ db, now }) =>
    db.kysely
      .insertInto('enrolment_match_runs')
      .values({
        county_code: testCounty,
        run_id: runId,
        org_path: testPath,
        pack_id: pack.pack.pack.id,
        pack_hash: pack.hash,
        year: matchYear,
        state: 'running',
        started_by: '测试',
        started_at: now,
      })
      .execute(),
  )
  const run = { county: testCounty, year: matchYear, pack, runId, report: () => undefined }
  await runMatches({ door, caller, keyring, ...run })
}

async function openUnits(door: Door): Promise<ReadonlyMap<string, OrgPath>> {
  const paths = new Map<string, OrgPath>()
  await door.write(systemIn(), async (ctx) => {
    const unit = async (unitId: string, kind: UnitKind, name: string, parentPath?: string, code?: string) => {
      const opened = await openUnit(ctx, {
        unitId,
        kind,
        name,
        parentPath,
        openedOn: '2010-01-01',
        ...(code !== undefined && { code }),
      })
      paths.set(unitId, opened.orgPath)
    }
    await unit('G', 'government', '演示县', undefined, testCounty)
    await unit('D14', 'department', '农业农村局', testPath)
    await unit('T01', 'township', '青山乡', testPath, township)
    await unit('S01', 'school', '青山小学', `${testPath}T01/`, school)
    await unit('S02', 'school', '绿水小学', `${testPath}T01/`, otherSchool)
  })
  return paths
}

interface Parts {
  readonly db: Database
  readonly door: Door
  readonly keyring: Keyring
  readonly loaded: LoadedPack
  readonly pack: TaskPack
}

interface Handing {
  readonly code: string
  readonly name: string
  readonly path: OrgPath
  readonly schools: readonly (readonly [code: string, path: OrgPath])[]
}

async function load(
  { db, door, keyring, loaded, pack }: Parts,
  id: keyof typeof units,
  rows: readonly Answers[],
  { schools, ...unit }: Handing,
): Promise<void> {
  const register = pack.register(id)
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-match-'))
  try {
    const [name, made] = [
      `${unit.name}${register.title}.csv`,
      rows.map((answers) => ({ register: id, year: matchYear, unit: unit.code, answers })),
    ]
    const path = join(folder, name)
    await writeFile(path, writeCsv(register, made, `${unit.name}${matchYear}年${register.title}`).bytes)
    await db.run(`update collection_submissions set status = 'superseded' where county_code = $1 and register = $2`, [
      testCounty,
      id,
    ])
    const table = await door.read(systemIn(), (ctx) => getRegisterTable(ctx.db, pack, register))
    const outcome = await loadRegister({ db, door }, systemIn(), {
      path,
      name,
      pack: loaded.pack,
      register,
      table: table.name,
      year: matchYear,
      county: testCounty,
      unit,
      paths: new Map(schools),
      status: 'submitted',
      keyring,
    })
    if (outcome.state !== 'stored') throw new Error(JSON.stringify(outcome))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As the township writes a child in 适龄儿童少年名册. */
export const townshipRow = (child: MatchChild, more: Answers = {}): Answers => ({
  township_code: township,
  village: '上村',
  child_no: `E${child.no}`,
  child_name: child.name,
  id_number: child.number,
  gender: child.sex,
  birth_on: child.bornOn,
  child_state: '县内就读',
  attended_school: '青山小学',
  child_disabled: '否',
  home_address: `青山乡上村${child.no}号`,
  guardian: child.guardian,
  guardian_phone: '19900001111',
  ...more,
})

/** As the school has it on its roll. */
export const schoolRow = (child: MatchChild, more: Answers = {}): Answers => ({
  school_code: school,
  school_name: '青山小学',
  pupil_no: `G${child.number}`,
  pupil_name: child.name,
  id_number: child.number,
  gender: child.sex,
  birth_on: child.bornOn,
  pupil_stage: '小学',
  pupil_grade: '小学三年级',
  pupil_class: '0301',
  pupil_state: '在校',
  local_hukou: '是',
  migrant: '否',
  left_behind: '否',
  disabled: '否',
  boarding_pupil: '否',
  in_catchment: '是',
  aided: '否',
  home_address: `青山乡上村${child.no}号`,
  guardian: child.guardian,
  guardian_phone: '19900001111',
  ...more,
})

/** As another school has it on its roll, under a number of its own. */
export const secondRow = (child: MatchChild, more: Answers = {}): Answers =>
  schoolRow(child, { school_code: otherSchool, school_name: '绿水小学', pupil_no: `J${child.number}`, ...more })

/** As the office has a child of a poor family. */
export const officeRow = (child: MatchChild, more: Answers = {}): Answers => ({
  hardship_no: `P${child.no}`,
  child_name: child.name,
  id_number: child.number,
  gender: child.sex,
  birth_on: child.bornOn,
  home_township: township,
  village: '上村',
  household_kind: '脱贫户',
  child_state: '县内就读',
  attended_school: '青山小学',
  home_address: `青山乡上村${child.no}号`,
  guardian: child.guardian,
  ...more,
})
