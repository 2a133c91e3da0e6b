import { type Static, Type } from 'typebox'
import { Assessment, Figure } from './assessment.ts'

const strict = { additionalProperties: false } as const

/** An evaluation in which a unit of one's post has figures: by county, standard and year the newest, an official one first. */
export const OwnRun = Type.Object(
  {
    run: Type.String(),
    pack: Type.Object({ id: Type.String(), title: Type.String() }, strict),
    county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
    year: Type.Integer(),
    status: Type.Union([Type.Literal('preview'), Type.Literal('official')]),
    created_at: Type.String(),
    /** Judged figures of the units of one's posts. */
    met: Type.Integer(),
    unmet: Type.Integer(),
    undecided: Type.Integer(),
  },
  strict,
)
export type OwnRun = Static<typeof OwnRun>

export const OwnRunList = Type.Object({ runs: Type.Array(OwnRun) }, strict)
export type OwnRunList = Static<typeof OwnRunList>

/** The part of an evaluation that speaks of the units of one's posts: their figures, with the words to read them. */
export const OwnResult = Type.Object(
  {
    run: Assessment.properties.run,
    status: Type.Union([Type.Literal('preview'), Type.Literal('official')]),
    created_at: Type.String(),
    nodes: Assessment.properties.nodes,
    grains: Assessment.properties.grains,
    registers: Assessment.properties.registers,
    subjects: Assessment.properties.subjects,
    figures: Type.Array(Figure),
  },
  strict,
)
export type OwnResult = Static<typeof OwnResult>
