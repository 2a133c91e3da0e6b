/** How far a school of the demo county has come with its form. */
export type DemoStage =
  | 'not_started'
  | 'faulty'
  | 'filled'
  | 'submitted'
  | 'first_reviewed'
  | 'returned'
  | 'verified'
  | 'frozen'

/** The two schools that one can enter as stand where there is something to do. */
const fixed: Readonly<Record<string, DemoStage>> = {
  石桥镇中心小学: 'faulty',
  石桥镇初级中学: 'returned',
}

/** Others in turn; `at` is the school's place in the list. Half of them have not begun, as always nine days before the end. */
const turns: readonly DemoStage[] = [
  'frozen',
  'not_started',
  'submitted',
  'not_started',
  'verified',
  'not_started',
  'first_reviewed',
  'not_started',
  'submitted',
  'not_started',
  'filled',
  'not_started',
]

export function stageOf(school: string, at: number): DemoStage {
  return fixed[school] ?? turns[at % turns.length] ?? 'not_started'
}
