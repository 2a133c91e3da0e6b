import { type Static, type TObject, type TProperties, Type } from 'typebox'
import { Id } from './basis.ts'
import { Check } from './check.ts'
import { Effect } from './effect.ts'
import { Exclusion } from './grain.ts'
import { Element, Group, Indicator } from './indicator.ts'
import { Manifest, Pack, Verdict } from './pack.ts'
import { Parameter, ParameterValue } from './parameter.ts'
import { Rating } from './rating.ts'

const strict = { additionalProperties: false } as const

/** The document and the article that allow a lower level to relax what the higher level demands. */
export const Authority = Type.Object(
  {
    document: Type.String({ minLength: 1 }),
    article: Type.String({ minLength: 1 }),
    note: Type.Optional(Type.String()),
  },
  strict,
)
export type Authority = Static<typeof Authority>

const authority = Type.Optional(Authority)
const named = { id: Id, authority }
const ids = Type.Array(Id, { minItems: 1 })
const drop = Type.Optional(Type.Literal(true))
const some = <Shape extends TProperties>(shape: Shape) => Type.Optional(Type.Partial(Type.Object(shape, strict)))

const { formula, standard, levels, points, score, wording, note, basis, verified } = Indicator.properties

/** What an overlay may do to an entry of the pack that it tailors, by the part of the pack that the entry stands in. */
const changes = {
  parameters: Type.Object(
    {
      in: Type.Literal('parameters'),
      ...named,
      set: some({ values: Parameter.properties.values }),
      add: some({ values: Type.Array(ParameterValue, { minItems: 1 }) }),
    },
    strict,
  ),
  elements: Type.Object(
    { in: Type.Literal('elements'), ...named, set: some({ formula, note, basis: Element.properties.basis }) },
    strict,
  ),
  indicators: Type.Object(
    {
      in: Type.Literal('indicators'),
      ...named,
      set: some({ formula, standard, levels, points, score, wording, note, basis, verified }),
      add: some({ evidence: Indicator.properties.evidence, responsible: Indicator.properties.responsible }),
      drop,
    },
    strict,
  ),
  groups: Type.Object(
    { in: Type.Literal('groups'), ...named, set: some({ members: Group.properties.members }) },
    strict,
  ),
  sections: Type.Object(
    { in: Type.Literal('sections'), ...named, add: some({ items: ids }), remove: some({ items: ids }) },
    strict,
  ),
  ratings: Type.Object(
    {
      in: Type.Literal('ratings'),
      ...named,
      set: some(
        Type.Pick(Rating, [
          'full',
          'not_applicable',
          'ladder',
          'met',
          'adjustments',
          'addition_limit',
          'deduction_limit',
          'basis',
          'verified',
        ]).properties,
      ),
      add: some({ sections: ids }),
    },
    strict,
  ),
  effects: Type.Object(
    {
      in: Type.Literal('effects'),
      ...named,
      set: some(Type.Pick(Effect, ['kind', 'when', 'to', 'window_years', 'grounds', 'basis', 'verified']).properties),
      drop,
    },
    strict,
  ),
  checks: Type.Object(
    {
      in: Type.Literal('checks'),
      ...named,
      set: some(Type.Pick(Check, ['when', 'rule', 'tolerance', 'severity', 'message', 'advice', 'basis']).properties),
      drop,
    },
    strict,
  ),
  grains: Type.Object(
    {
      in: Type.Literal('grains'),
      ...named,
      add: some({ exclusions: Type.Array(Exclusion, { minItems: 1 }) }),
      remove: some({ exclusions: ids }),
    },
    strict,
  ),
  verdict: Type.Object({ in: Type.Literal('verdict'), authority, set: some(Verdict.properties) }, strict),
} as const

/** The shape of a change by the part of the pack that it is made in. */
export const changeSchemas: Readonly<Record<string, TObject>> = changes

export const Change = Type.Union(Object.values(changes))
export type Change = Static<(typeof changes)[keyof typeof changes]>

/** An overlay: a manifest that names the pack it tailors, changes to that pack's entries, and entries of its own. */
export const Overlay = Type.Object(
  { ...Type.Partial(Pack).properties, pack: Manifest, changes: Type.Optional(Type.Array(Change)) },
  strict,
)
export type Overlay = Static<typeof Overlay>
