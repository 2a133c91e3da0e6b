/** Standards packs: what a framework demands, as data. Shapes in `schema/`; a loaded pack is a `Pack`. */
export { toPlain } from './align-scalars.ts'
export { canonicalText } from './canonical-text.ts'
export { checkDifference, ruleOf } from './check-rule.ts'
export { checkShape, type ShapeFault } from './check-shape.ts'
export { type DerivedColumn, derivationsOf } from './derivations-of.ts'
export { diffPacks, type PackChange } from './diff-packs.ts'
export {
  DraftCheck,
  DraftDifferences,
  DraftEntry,
  DraftList,
  DraftNames,
  DraftProblem,
  DraftSaved,
  DraftTitle,
  DraftView,
  draftLimits,
  draftPath,
  type GoldenAnswer,
  GoldenOutcomes,
  InstallDraft,
  type NameEntry,
  PrintedFormula,
  PrintFormula,
  SaveDraft,
  StartDraft,
} from './draft-contracts.ts'
export { contentOf, editedText, editFiles, type PackEdit } from './editor/edit-pack.ts'
export { type EntryList, listEntries, type PackEntry } from './editor/list-entries.ts'
export { type LocatedProblem, locateProblem, offeredName, offsetAt, withReplaced } from './editor/locate-problem.ts'
export { type ContentEdit, editedContent, type FilePath, isContent, valueAt } from './editor/plain-edit.ts'
export {
  InstalledPacks,
  InstalledVersion,
  PackDifference,
  PackVersionView,
} from './installed-contracts.ts'
export { joinPacks, type SourcedPack } from './join-packs.ts'
export { countSections, listUnverified, type UnverifiedEntry } from './list-unverified.ts'
export { packOf } from './overlay/draft.ts'
export { matchesVersion } from './overlay/matches-version.ts'
export { type SourcedOverlay, type TailoredPack, type TailoringStep, tailorPack } from './overlay/tailor-pack.ts'
export { type PackPath, type PackSource, type ParsedPack, parsePack } from './parse-pack.ts'
export { type PackProblem, renderPackProblem } from './problem.ts'
export { type RegisterShape, registerShape } from './register-shape.ts'
export { Basis, Id, Verified } from './schema/basis.ts'
export { CalendarYear } from './schema/calendar-year.ts'
export { CareKind, DiagnosisRule, Dose, DoseTerm, PlacementKind, PlacementNeed } from './schema/care.ts'
export { CasePaper, type CasePaperWord, casePaperWords } from './schema/case-paper.ts'
export {
  CaseClockDeed,
  CaseCounter,
  CaseLine,
  Casework,
  CaseworkExit,
  CaseworkField,
  CaseworkState,
  CaseworkStep,
  caseCounterTitles,
} from './schema/casework.ts'
export { Check, CheckKind, CheckRelation, CheckSide, Tolerance } from './schema/check.ts'
export { ClockRule, Rung, TimeUnit } from './schema/clock-rule.ts'
export {
  Count,
  CountSubject,
  countedKinds,
  MeetingKind,
  PledgeLevel,
  PromiseKind,
  ProposalKind,
  VisitKind,
} from './schema/count.ts'
export { Derivation } from './schema/derivation.ts'
export { Duty, DutyCadence, DutyLevel, DutyList } from './schema/duty.ts'
export { Effect } from './schema/effect.ts'
export { Form, FormBlock, FormCell, FormSheet, KeptBack, KeptRate } from './schema/form.ts'
export { GatheredColumn, GatheredTake, Gathering } from './schema/gathering.ts'
export { Dimension, Exclusion, Grain } from './schema/grain.ts'
export {
  Display,
  DutyEvidence,
  Element,
  EvidenceNeed,
  FileKind,
  Group,
  Indicator,
  Level,
  Section,
} from './schema/indicator.ts'
export { LightDays } from './schema/light-days.ts'
export { FuzzyRule, Match, MatchExempt, MatchFinds, MatchKeys, MatchLedger, MatchSide } from './schema/match.ts'
export { Comparison, OutlierRule, PeerKey, PeerSize } from './schema/outlier.ts'
export {
  Outline,
  type OutlineBlock,
  type OutlineChart,
  type OutlineIssues,
  OutlineKind,
  type OutlineList,
  type OutlineSection,
  type OutlineSentence,
} from './schema/outline.ts'
export { Authority, Change, Overlay } from './schema/overlay.ts'
export { GoldenTest, Manifest, Pack, Verdict } from './schema/pack.ts'
export { Parameter, ParameterValue } from './schema/parameter.ts'
export { LedgerFigure, Periodic, PeriodicLine } from './schema/periodic.ts'
export { PledgeText } from './schema/pledge-text.ts'
export { Adjustment, Grade, Rating } from './schema/rating.ts'
export { CodeList, Column, ColumnType, Register } from './schema/register.ts'
export { Risk, RiskSign } from './schema/risk.ts'
export { StatisticsFigure, StatisticsLayout, StatisticsSheet, StatisticsTarget } from './schema/statistics.ts'
export { formulasOf, type PlaceFormat, parseTemplate, type TemplatePart } from './template.ts'
export { findUnitColumn, unitDimensions } from './unit-columns.ts'
export { findStatisticsFaults, type StatisticsFault } from './validate/statistics-faults.ts'
export { validatePack } from './validate/validate-pack.ts'
export { filesOfPack } from './workbook/files-of-pack.ts'
export {
  type PackOfTables,
  packOfTables,
  type ReadCell,
  type ReadRow,
  type ReadTable,
  type TableFault,
} from './workbook/pack-of-tables.ts'
export { type PackRow, type PackTable, tablesOfPack } from './workbook/pack-tables.ts'
export { type PackFile, parseYamlFile, type YamlFile } from './yaml-file.ts'
