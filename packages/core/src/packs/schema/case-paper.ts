import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'
import { CaseLine } from './casework.ts'

/** What stands for something of the case in the words of a paper: {学生}, {监护人} … */
export const casePaperWords = [
  ...['学生', '性别', '监护人', '住址', '学校', '年级', '乡镇', '县', '本单位'],
  ...['日期', '期限', '状态', '走访次数', '劝返次数', '情况', '去向', '证明材料', '发现日期'],
] as const
export type CasePaperWord = (typeof casePaperWords)[number]

/** A paper of casework: its words, as which unit numbers it, and whether what was done stands in it as a table. */
export const CasePaper = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1, maxLength: 100 }),
    /** {年度} and {序号} stand for the year and the number within the unit, year and kind; {本单位简称} for the unit that issues it. */
    number: Type.String({ minLength: 1, maxLength: 100 }),
    /** Whose paper it can be. */
    by: Type.Array(CaseLine, { minItems: 1 }),
    addressee: Type.Optional(Type.String({ minLength: 1 })),
    paragraphs: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    /** Whether the visits and persuasions so far stand in it as a table. */
    lists_visits: Type.Optional(Type.Boolean()),
    /** 抄送: of a letter, whose 版记 names them with the unit and the day of issue; one with a word that is not known is left out. */
    copies: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    /** Whose signatures are left open at the end. */
    signs: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
  },
  { additionalProperties: false },
)
export type CasePaper = Static<typeof CasePaper>
