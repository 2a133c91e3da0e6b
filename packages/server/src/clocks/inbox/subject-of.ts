/** What is told of a task, a case or a periodic report leads there; everything else is only told. */
export function subjectOf({
  subject_kind: kind,
}: {
  readonly subject_kind: string
}): 'task' | 'case' | 'periodic' | 'reminder' {
  switch (kind) {
    case 'duties.task':
      return 'task'
    case 'enrolment.case':
      return 'case'
    case 'enrolment.periodic':
      return 'periodic'
    default:
      return 'reminder'
  }
}
