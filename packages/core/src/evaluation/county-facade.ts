import { type Content, isDate, rational, type ScalarSymbol, type Value } from '../formula/index.ts'
import type { Pack } from '../packs/index.ts'
import type { Assessment, Figure, State, Subject } from './assessment.ts'
import { type AssessmentFrame, buildAssessment } from './build-assessment.ts'
import type { Answer, EvaluatedCounty, ExtraNames, SubjectQuery } from './evaluated-county.ts'
import type { Evaluation } from './evaluation.ts'
import { figureView } from './figure-view.ts'
import { stateOfTruth } from './judge.ts'
import type { PlaceEnvironment } from './place.ts'
import { compileProgram, extendScope, type Program } from './program.ts'
import { extraId, recordAt } from './recorder.ts'
import { subjectViews } from './subject-view.ts'

/** The face of an evaluation for documents, pages and traces. */
export class CountyFacade implements EvaluatedCounty {
  readonly evaluation: Evaluation
  readonly frame: AssessmentFrame
  readonly previous: CountyFacade | undefined
  private document: Assessment | undefined
  private readonly subjects = new Map<string, readonly Subject[]>()
  private readonly programs = new Map<string, Program>()
  private readonly answers = new Map<string, Answer>()

  constructor(evaluation: Evaluation, frame: AssessmentFrame, previous: CountyFacade | undefined) {
    this.evaluation = evaluation
    this.frame = frame
    this.previous = previous
  }

  get pack(): Pack {
    return this.evaluation.plan.pack
  }

  get year(): number {
    return this.evaluation.data.year
  }

  get evaluatedOn(): string {
    return this.evaluation.options.occasion.date
  }

  get county(): { readonly code: string; readonly name: string } {
    const { occasion, countyName } = this.evaluation.options
    return { code: occasion.countyCode, name: countyName }
  }

  assessment(): Assessment {
    this.document ??= buildAssessment(this.evaluation, this.frame)
    return this.document
  }

  subjectsOf(grain: string): readonly Subject[] {
    const made = this.subjects.get(grain) ?? subjectViews(this.evaluation, grain)
    this.subjects.set(grain, made)
    return made
  }

  listSubjects(
    grain: string,
    query: SubjectQuery,
  ): { readonly subjects: readonly Subject[]; readonly figures: readonly string[] } {
    const figures = new Set<string>()
    const ask = (subject: Subject, formula: string): Value => {
      const answer = this.evaluateAt(grain, subject.id, formula)
      for (const figure of answer.figures) figures.add(figure)
      return answer.value
    }
    const { where, orderBy } = query
    let listed = this.subjectsOf(grain).filter((subject) => query.excluded === true || subject.included)
    if (where !== undefined) listed = listed.filter((subject) => ask(subject, where).content === true)
    if (orderBy !== undefined) {
      const keyed = listed.map((subject) => ({ subject, key: ask(subject, orderBy).content }))
      listed = keyed
        .toSorted((a, b) => compareKeys(a.key, b.key, query.descending === true))
        .map(({ subject }) => subject)
    }
    return { subjects: query.limit === undefined ? listed : listed.slice(0, query.limit), figures: [...figures] }
  }

  evaluateAt(grain: string, subject: string, formula: string, extra: ExtraNames = {}): Answer {
    const slot = `${grain}\u001f${subject}\u001f${formula}`
    const plain = Object.keys(extra).length === 0
    const made = plain ? this.answers.get(slot) : undefined
    if (made !== undefined) return made
    const environment = this.environmentAt(grain, subject)
    const program = this.programAt(grain, formula, extra)
    const recorder = recordAt(environment, extra)
    const answer = {
      value: program.run(recorder),
      unit: program.expression?.unit,
      figures: [...recorder.figures],
      problems: program.problems,
    }
    if (plain) this.answers.set(slot, answer)
    return answer
  }

  truthAt(
    grain: string,
    subject: string,
    formula: string,
    extra: ExtraNames = {},
  ): { readonly truth: boolean | undefined; readonly figures: readonly string[] } {
    const { value, figures } = this.evaluateAt(grain, subject, formula, extra)
    return { truth: typeof value.content === 'boolean' ? value.content : undefined, figures }
  }

  figure(node: string, subject: string): Figure | undefined {
    const plan = this.evaluation.plan.node(node)
    const index = plan === undefined ? undefined : this.evaluation.subjects(plan.grain).indexOf(subject)
    return plan === undefined || index === undefined ? undefined : figureView(this.evaluation, plan, index)
  }

  stateOf(indicatorOrSection: string): State {
    const node = this.evaluation.plan.node(indicatorOrSection)
    return stateOfTruth(
      node === undefined
        ? this.evaluation.sectionTruth(indicatorOrSection)
        : this.evaluation.met(node, this.evaluation.county()),
    )
  }

  private environmentAt(grain: string, subject: string): PlaceEnvironment {
    const place = this.evaluation.place(grain)
    const index = place.table.indexOf(subject)
    if (index === undefined) throw new RangeError(`no subject ${subject} at ${grain}`)
    return place.at(index)
  }

  private programAt(grain: string, formula: string, extra: ExtraNames): Program {
    const names = Object.keys(extra)
    if (names.length === 0) return this.evaluation.plan.program(grain, formula)
    const slot = `${grain}|${names.join()}|${formula}`
    const made = this.programs.get(slot)
    if (made !== undefined) return made
    const symbols = new Map(names.map((name) => [name, extraSymbol(name, extra[name])]))
    const program = compileProgram(formula, extendScope(this.evaluation.plan.scope(grain), symbols), {
      zeroDenominator: 'not_applicable',
    })
    this.programs.set(slot, program)
    return program
  }
}

function extraSymbol(name: string, value: Value | undefined): ScalarSymbol {
  const content = value?.content
  const type =
    typeof content === 'string' ? 'text' : typeof content === 'boolean' ? 'truth' : isDate(content) ? 'date' : 'number'
  return { kind: 'scalar', id: extraId(name), title: name, type }
}

/** Unknown keys last, whatever the direction. */
function compareKeys(a: Content | undefined, b: Content | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const sign = descending ? -1 : 1
  if (a instanceof rational.Rational && b instanceof rational.Rational) return sign * rational.compare(a, b)
  const [left, right] = [textOf(a), textOf(b)]
  return left === right ? 0 : sign * (left < right ? -1 : 1)
}

const textOf = (content: Content): string => (isDate(content) ? content.date : String(content))
