/** How one field of an entry is filled in. `key` is its path in the entry, with dots. */
export interface Field {
  readonly key: string
  readonly kind:
    | 'text'
    | 'long'
    | 'formula'
    | 'choice'
    | 'choices'
    | 'date'
    | 'number'
    | 'flag'
    | 'lines'
    | 'rows'
    | 'refs'
  /** Sections whose entries may be named. */
  readonly from?: readonly string[]
  /** Fields of one row. */
  readonly fields?: readonly Field[]
  /** Width of a column in a table of rows. */
  readonly width?: number
}

const text = (key: string, width?: number): Field => ({ key, kind: 'text', ...(width !== undefined && { width }) })
const long = (key: string): Field => ({ key, kind: 'long' })
const formula = (key: string, width?: number): Field => ({
  key,
  kind: 'formula',
  ...(width !== undefined && { width }),
})
const choice = (key: string, width?: number): Field => ({ key, kind: 'choice', ...(width !== undefined && { width }) })
const choices = (key: string, width?: number): Field => ({
  key,
  kind: 'choices',
  ...(width !== undefined && { width }),
})
const day = (key: string): Field => ({ key, kind: 'date', width: 128 })
const refs = (key: string, from: readonly string[]): Field => ({ key, kind: 'refs', from })
const one = (key: string, from: readonly string[]): Field => ({ key, kind: 'choice', from })

const basis = [text('basis.document', 220), text('basis.article', 130)] as const
const verified = [
  choice('verified.grade', 120),
  text('verified.by', 90),
  day('verified.on'),
  text('verified.source', 160),
] as const

const value: Field = {
  key: 'values',
  kind: 'rows',
  fields: [
    text('value', 80),
    day('since'),
    day('until'),
    ...basis,
    verified[0],
    text('when', 170),
    text('reason', 160),
    text('for.stage', 80),
    text('jurisdiction', 90),
    ...verified.slice(1),
  ],
}
const levels: Field = { key: 'levels', kind: 'rows', fields: [text('title', 140), text('standard', 320)] }
const evidence: Field = {
  key: 'evidence',
  kind: 'rows',
  fields: [
    text('id', 140),
    text('title', 260),
    choices('accepts', 200),
    text('when', 170),
    text('reason', 160),
    text('note', 220),
  ],
}
const ladder: Field = { key: 'ladder', kind: 'rows', fields: [text('title', 140), text('when', 400)] }
const adjustments: Field = {
  key: 'adjustments',
  kind: 'rows',
  fields: [
    text('id', 120),
    text('title', 200),
    choice('kind', 90),
    text('max', 70),
    text('limit', 70),
    ...basis,
    ...verified,
  ],
}
const id = [text('id'), text('title')] as const
const grain = one('grain', ['grains'])

/** The form of each section; a section that is not here is written in its file. */
export const sectionFields: Readonly<Record<string, readonly Field[]>> = {
  pack: [
    text('id'),
    text('version'),
    text('title'),
    text('issuer'),
    text('document'),
    text('scope'),
    day('since'),
    day('until'),
    text('reference_day'),
    text('licence'),
    choices('accepts'),
    text('overlays.pack'),
    text('overlays.version'),
  ],
  parameters: [...id, choice('type'), text('unit'), { key: 'by', kind: 'refs', from: ['dimensions'] }, value],
  elements: [
    ...id,
    grain,
    text('unit'),
    formula('formula'),
    choice('zero_denominator'),
    text('display.decimals'),
    long('note'),
    ...basis,
  ],
  indicators: [
    ...id,
    text('no'),
    long('wording'),
    choice('kind'),
    grain,
    formula('formula'),
    text('unit'),
    formula('standard'),
    levels,
    text('points'),
    formula('score'),
    choice('missing'),
    choice('zero_denominator'),
    text('display.decimals'),
    { key: 'display.lacking', kind: 'flag' },
    evidence,
    { key: 'responsible', kind: 'lines' },
    day('since'),
    day('until'),
    ...basis,
    ...verified,
    long('note'),
  ],
  groups: [...id, refs('members', ['indicators'])],
  sections: [...id, refs('items', ['indicators']), ...basis],
  ratings: [
    ...id,
    grain,
    refs('sections', ['sections']),
    text('full'),
    choice('not_applicable'),
    ladder,
    text('met'),
    adjustments,
    text('addition_limit'),
    text('deduction_limit'),
    ...basis,
    ...verified,
  ],
  verdict: [text('title'), formula('formula'), text('met'), text('unmet'), ...basis],
  effects: [
    ...id,
    text('no'),
    choice('kind'),
    formula('when'),
    one('rating', ['ratings']),
    text('to'),
    text('window_years'),
    formula('grounds'),
    ...basis,
    ...verified,
  ],
  checks: [
    ...id,
    choice('kind'),
    one('register', ['registers']),
    grain,
    formula('when'),
    formula('rule'),
    text('sides.left.label'),
    formula('sides.left.formula'),
    choice('sides.relation'),
    text('sides.right.label'),
    formula('sides.right.formula'),
    text('tolerance.absolute'),
    text('tolerance.relative'),
    choice('severity'),
    long('message'),
    long('advice'),
    ...basis,
  ],
  grains: [
    ...id,
    refs('dimensions', ['dimensions']),
    one('from', ['registers']),
    text('label'),
    { key: 'exclusions', kind: 'rows', fields: [text('id', 140), text('when', 280), text('reason', 240)] },
  ],
  registers: [
    ...id,
    text('row_is'),
    choice('period'),
    text('reporter'),
    text('verifier'),
    formula('expected'),
    {
      key: 'columns',
      kind: 'rows',
      fields: [
        text('id', 150),
        text('title', 200),
        choice('type', 100),
        text('unit', 90),
        text('codes', 120),
        { key: 'required', kind: 'flag', width: 60 },
        text('dimension', 100),
        text('min', 70),
        text('max', 70),
      ],
    },
    long('note'),
  ],
}

/** What an overlay may write anew in an entry of the higher pack, by the part that the entry stands in. */
const settable: Readonly<Record<string, readonly string[]>> = {
  parameters: ['values'],
  elements: ['formula', 'note', 'basis'],
  indicators: ['formula', 'standard', 'levels', 'points', 'score', 'wording', 'note', 'basis', 'verified'],
  groups: ['members'],
  sections: [],
  ratings: [
    'full',
    'not_applicable',
    'ladder',
    'met',
    'adjustments',
    'addition_limit',
    'deduction_limit',
    'basis',
    'verified',
  ],
  effects: ['kind', 'when', 'to', 'window_years', 'grounds', 'basis', 'verified'],
  checks: ['when', 'rule', 'tolerance', 'severity', 'message', 'advice', 'basis'],
  grains: [],
  verdict: ['title', 'formula', 'met', 'unmet', 'basis'],
}
const addable: Readonly<Record<string, readonly Field[]>> = {
  parameters: [{ ...value, key: 'add.values' }],
  indicators: [
    { ...evidence, key: 'add.evidence' },
    { key: 'add.responsible', kind: 'lines' },
  ],
  sections: [{ key: 'add.items', kind: 'lines' }],
  ratings: [{ key: 'add.sections', kind: 'lines' }],
  grains: [],
}

/** The form of an entry: of a change, what may be changed where it is made. */
export function fieldsOf(section: string, content: Readonly<Record<string, unknown>>): readonly Field[] | undefined {
  if (section !== 'changes') return sectionFields[section]
  const part = String(content.in ?? '')
  const inner = (sectionFields[part] ?? []).filter(({ key }) => settable[part]?.includes(key.split('.')[0] ?? ''))
  const drops = ['indicators', 'effects', 'checks'].includes(part)
  return [
    { key: 'in', kind: 'choice' },
    { key: 'id', kind: 'text' },
    ...inner.map((field) => ({ ...field, key: `set.${field.key}` })),
    ...(addable[part] ?? []),
    ...(drops ? [{ key: 'drop', kind: 'flag' as const }] : []),
    { key: 'authority.document', kind: 'text' },
    { key: 'authority.article', kind: 'text' },
  ]
}
