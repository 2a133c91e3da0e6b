import { type Static, Type } from 'typebox'
import { PackDifference } from './installed-contracts.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Some = Type.Optional(Text)
const Revision = Type.Integer({ minimum: 1, description: '保存次序，据此发现两人同时改动' })

/** Limits of what a draft may hold. */
export const draftLimits = { files: 200, fileCharacters: 400_000, characters: 3_000_000, title: 80 } as const

/** The name of a file in a pack's folder: no way out of it. */
export const draftPath =
  '^(?!.*(?:^|/)\\.)[^/\\\\:*?"<>|\\u0000-\\u001f]{1,60}(?:/[^/\\\\:*?"<>|\\u0000-\\u001f]{1,60}){0,3}(?<=\\.ya?ml)$'

const DraftFile = Type.Object(
  {
    path: Type.String({ maxLength: 120, pattern: draftPath }),
    text: Type.String({ maxLength: draftLimits.fileCharacters }),
  },
  strict,
)

const draft = {
  county_code: Text,
  draft_id: Text,
  title: Text,
  base: Type.Optional(
    Type.Object(
      { pack_id: Text, hash: Text, title: Text, version: Text },
      { ...strict, description: '据以起草的版本' },
    ),
  ),
  revision: Revision,
  made_by: Text,
  made_at: Text,
  saved_by: Text,
  saved_at: Text,
  installed: Type.Optional(
    Type.Object({ pack_id: Text, hash: Text, at: Text }, { ...strict, description: '已安装成的版本，草稿不再改动' }),
  ),
} as const

/** A version of a pack in the making. */
export const DraftEntry = Type.Object(draft, strict)
export type DraftEntry = Static<typeof DraftEntry>

export const DraftList = Type.Object({ drafts: Type.Array(DraftEntry) }, strict)
export type DraftList = Static<typeof DraftList>

export const DraftView = Type.Object(
  { ...draft, files: Type.Array(Type.Object({ path: Text, text: Text }, strict)) },
  strict,
)
export type DraftView = Static<typeof DraftView>

const Title = Type.String({ minLength: 1, maxLength: draftLimits.title, pattern: '\\S', description: '草稿名称' })
const PackId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$' })
const Version = Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Words = Type.String({ minLength: 1, maxLength: 200 })

/** How a draft is started: a copy under a new version number, a tailoring of an installed version, or from nothing. */
export const StartDraft = Type.Object(
  {
    title: Title,
    from: Type.Union([
      Type.Object({ kind: Type.Literal('copy'), pack_id: PackId, hash: Hash, version: Version }, strict),
      Type.Object(
        {
          kind: Type.Literal('overlay'),
          pack_id: PackId,
          hash: Hash,
          id: PackId,
          title: Words,
          issuer: Words,
          document: Words,
          scope: Words,
          since: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        },
        strict,
      ),
      Type.Object({ kind: Type.Literal('blank') }, strict),
    ]),
  },
  strict,
)
export type StartDraft = Static<typeof StartDraft>

export const DraftTitle = Type.Object({ title: Title }, strict)

/** The files that changed since `revision`, and those that were taken away. */
export const SaveDraft = Type.Object(
  {
    revision: Revision,
    files: Type.Array(DraftFile, { maxItems: draftLimits.files }),
    removed: Type.Optional(Type.Array(DraftFile.properties.path, { maxItems: draftLimits.files })),
  },
  strict,
)
export type SaveDraft = Static<typeof SaveDraft>

/** Installs what the person saw. */
export const InstallDraft = Type.Object({ revision: Revision }, strict)

export const DraftSaved = Type.Object({ revision: Revision, saved_by: Text, saved_at: Text }, strict)
export type DraftSaved = Static<typeof DraftSaved>

const Position = Type.Integer({ minimum: 1 })
export const DraftProblem = Type.Object(
  {
    code: Text,
    message: Text,
    file: Text,
    line: Position,
    column: Position,
    length: Position,
    suggestion: Some,
    warning: Type.Optional(Type.Boolean({ description: '提醒：不妨碍安装' })),
  },
  strict,
)
export type DraftProblem = Static<typeof DraftProblem>

export const DraftCheck = Type.Object(
  {
    revision: Revision,
    errors: Type.Integer({ minimum: 0 }),
    warnings: Type.Integer({ minimum: 0 }),
    problems: Type.Array(DraftProblem, { description: '最多列出200处' }),
  },
  strict,
)
export type DraftCheck = Static<typeof DraftCheck>

const NameEntry = Type.Object(
  {
    title: Type.String({ description: '写进公式的名称' }),
    initials: Type.String({ description: '拼音首字母' }),
    note: Type.String({ description: '类型与单位' }),
  },
  strict,
)
export type NameEntry = Static<typeof NameEntry>

/** What may be written in a formula at one place. */
export const DraftNames = Type.Object(
  {
    scalars: Type.Array(NameEntry),
    rowsets: Type.Array(Type.Object({ ...NameEntry.properties, columns: Type.Array(NameEntry) }, strict)),
    functions: Type.Array(Type.Object({ ...NameEntry.properties, example: Text }, strict)),
  },
  strict,
)
export type DraftNames = Static<typeof DraftNames>

export const PrintFormula = Type.Object({ place: Words, text: Type.String({ minLength: 1, maxLength: 4000 }) }, strict)
export const PrintedFormula = Type.Object(
  { text: Type.Optional(Type.String({ description: '标准写法；读不通时没有' })), unit: Some, type: Some },
  strict,
)
export type PrintedFormula = Static<typeof PrintedFormula>

const GoldenAnswer = Type.Object(
  {
    of: Text,
    title: Text,
    subject: Text,
    compared: Type.Array(Type.Object({ key: Text, word: Text, wanted: Text, got: Some }, strict)),
    unknown: Type.Optional(Type.Boolean({ description: '没有这一项，或没有这个评价对象' })),
    met: Type.Boolean(),
  },
  strict,
)
export type GoldenAnswer = Static<typeof GoldenAnswer>

/** The worked examples of a draft, with what came out. */
export const GoldenOutcomes = Type.Object(
  {
    cases: Type.Array(
      Type.Object(
        { title: Text, year: Type.Integer(), met: Type.Boolean(), answers: Type.Array(GoldenAnswer) },
        strict,
      ),
    ),
  },
  strict,
)
export type GoldenOutcomes = Static<typeof GoldenOutcomes>

const ProofStep = Type.Object(
  {
    effect: Text,
    kind: Text,
    section: Text,
    id: Text,
    title: Text,
    file: Text,
    line: Position,
    because: Type.Array(Text),
    authority: Some,
    open: Type.Boolean({ description: '放宽或无法判断，又没有写明依据' }),
  },
  strict,
)

/** How a draft differs from the version that it started from; of an overlay, which way each step goes. */
export const DraftDifferences = Type.Object(
  {
    base: Type.Optional(Type.Object({ title: Text, version: Text }, strict)),
    changes: Type.Array(PackDifference),
    proof: Type.Optional(Type.Object({ tailors: Text, conclusion: Text, steps: Type.Array(ProofStep) }, strict)),
  },
  strict,
)
export type DraftDifferences = Static<typeof DraftDifferences>
