import type { Finding } from '../collection/index.ts'
import { askedEvidence } from './asked-evidence.ts'
import type { Assessment, Figure, FileView, State } from './assessment.ts'
import { coverageViews } from './coverage-view.ts'
import { decidingReporters } from './deciding.ts'
import { dispersionViews } from './dispersion-view.ts'
import { effectViews } from './effect-view.ts'
import type { Evaluation } from './evaluation.ts'
import { figureView } from './figure-view.ts'
import { isCountyWide } from './grains.ts'
import { sectionViews } from './item-view.ts'
import { stateOfTruth } from './judge.ts'
import { nodeView } from './node-view.ts'
import { ratingViews } from './rating/rating-view.ts'
import { verdictReasons } from './reasons.ts'
import { subjectViews } from './subject-view.ts'

/** What the caller knows and the evaluation does not. */
export interface AssessmentFrame {
  readonly runId: string
  readonly packHash: string
  readonly snapshot: string
  readonly program: string
  readonly findings: readonly Finding[]
  readonly files: readonly FileView[]
  /** Earlier years, oldest first. */
  readonly earlier: readonly Evaluation[]
}

/** The whole finding of one evaluation as a plain document. The same evaluation gives the same document. */
export function buildAssessment(evaluation: Evaluation, frame: AssessmentFrame): Assessment {
  const { pack } = evaluation.plan
  const sections = sectionViews(evaluation)
  const effects = effectViews(evaluation)
  const ratings = ratingViews(evaluation)
  const asked = askedEvidence(evaluation)
  const state = stateOfTruth(evaluation.outcome())
  const { occasion, countyName } = evaluation.options
  return {
    schema: 'eduduty-assessment/1',
    run: {
      id: frame.runId,
      pack: { id: pack.pack.id, version: pack.pack.version, title: pack.pack.title, hash: frame.packHash },
      snapshot: frame.snapshot,
      year: evaluation.data.year,
      evaluated_on: occasion.date,
      county: { code: occasion.countyCode, name: countyName },
      program: frame.program,
    },
    verdict: {
      title: pack.verdict?.title ?? pack.pack.title,
      state,
      text: verdictText(evaluation, state),
      reasons: verdictReasons(evaluation, { sections, effects, ratings }),
      deciding: decidingReporters(evaluation),
    },
    coverage: { registers: coverageViews(evaluation) },
    effects,
    sections,
    ...(pack.ratings === undefined ? {} : { ratings: [...ratings] }),
    ...(asked.length === 0 ? {} : { asked_evidence: asked }),
    grains: evaluation.plan.grains.map(({ id, title }) => ({ id, title })),
    registers: pack.registers.map((register) => ({
      id: register.id,
      title: register.title,
      columns: register.columns.map(({ id, title }) => ({ id, title })),
    })),
    nodes: evaluation.plan.allNodes().map((node) => nodeView(evaluation, node)),
    subjects: evaluation.plan.grains.flatMap((grain) => subjectViews(evaluation, grain.id)),
    figures: allFigures(evaluation),
    dispersions: dispersionViews(evaluation),
    findings: [...frame.findings],
    files: [...frame.files],
    history: frame.earlier.map((year) => ({
      year: year.data.year,
      state: stateOfTruth(year.outcome()),
      figures: allFigures(year, (grain) => isCountyWide(pack, grain)),
    })),
  }
}

function verdictText(evaluation: Evaluation, state: State): string {
  const verdict = evaluation.plan.pack.verdict
  switch (state) {
    case 'met':
      return verdict?.met ?? '达标'
    case 'unmet':
      return verdict?.unmet ?? '未达标'
    case 'undecided':
      return '待定：有关数据未报，现有数据不足以作出结论'
    case 'not_applicable':
      return '不适用'
    case 'error':
      return '不能计算：标准包中的规则有误'
  }
}

export function allFigures(evaluation: Evaluation, wanted: (grain: string) => boolean = () => true): Figure[] {
  return evaluation.plan
    .allNodes()
    .filter((node) => wanted(node.grain))
    .flatMap((node) =>
      [...evaluation.subjects(node.grain).subjects.keys()].map((index) => figureView(evaluation, node, index)),
    )
}
