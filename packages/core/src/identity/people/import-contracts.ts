import { type Static, Type } from 'typebox'
import { countyCode } from './contracts.ts'

const strict = { additionalProperties: false } as const
const text = (description: string) => Type.String({ maxLength: 100, description })

/** One line of a pasted table, as it was typed. */
export const PastedPerson = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: '第几行' }),
    name: text('姓名'),
    unit: text('单位名称'),
    id_number: Type.Optional(text('身份证件号码')),
    phone: Type.Optional(text('手机号码')),
    login_name: Type.Optional(text('登录名；没有则不建账号')),
  },
  strict,
)
export type PastedPerson = Static<typeof PastedPerson>

export const ImportPeople = Type.Object(
  {
    county_code: Type.String(countyCode),
    dry_run: Type.Boolean({ description: '只检查，不写入' }),
    rows: Type.Array(PastedPerson, { minItems: 1, maxItems: 2000 }),
  },
  strict,
)
export type ImportPeople = Static<typeof ImportPeople>

/** One wrong line keeps the whole table out. */
export const ImportedPeople = Type.Object(
  {
    applied: Type.Boolean(),
    people: Type.Integer(),
    accounts: Type.Integer(),
    findings: Type.Array(Type.Object({ line: Type.Integer(), name: Type.String(), message: Type.String() }, strict)),
  },
  strict,
)
export type ImportedPeople = Static<typeof ImportedPeople>

/** What came of a file: where it is wrong is said by sheet and cell. */
export const ImportedPeopleFile = Type.Object(
  {
    applied: Type.Boolean(),
    people: Type.Integer(),
    accounts: Type.Integer(),
    findings: Type.Array(
      Type.Object({ sheet: Type.String(), cell: Type.String(), name: Type.String(), message: Type.String() }, strict),
    ),
  },
  strict,
)
export type ImportedPeopleFile = Static<typeof ImportedPeopleFile>
