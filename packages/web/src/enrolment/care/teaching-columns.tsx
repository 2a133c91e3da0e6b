import type { TeachingBook, TeachingCountView } from '@eduduty/core/enrolment'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import type { Column } from '../../platform/table/column.ts'
import { teachingFilePath } from './care-queries.ts'
import { careMessages } from './messages.ts'
import { TeachingMark } from './teaching-light.tsx'

const says = careMessages.teaching

type Counted = { readonly count: TeachingCountView }
type School = TeachingBook['schools'][number]
type Taught = TeachingBook['children'][number]

function number<Row extends Counted>(
  key: string,
  title: string,
  width: number,
  of: (count: TeachingCountView) => number | string | undefined,
): Column<Row> {
  return {
    key,
    title,
    width,
    align: 'right',
    sortBy: ({ count }) => Number(of(count)),
    cell: ({ count }) => of(count) ?? says.unknown,
  }
}

function counted<Row extends Counted>(): readonly Column<Row>[] {
  return [
    number('due', says.due, 108, ({ due }) => due?.visits),
    number('held', says.held, 64, ({ held }) => held),
    number('dueHours', says.dueHours, 80, ({ due }) => due?.hours),
    number('hours', says.hours, 80, ({ hours }) => hours),
    number('cancelled', says.cancelled, 72, ({ cancelled }) => cancelled),
    { key: 'state', title: says.state, width: 250, cell: ({ count }) => <TeachingMark count={count} /> },
  ]
}

export const schoolColumns = (county: string, { year, term, terms }: TeachingBook): readonly Column<School>[] => [
  { key: 'name', title: says.school, width: 190, sticky: true, cell: ({ name }) => <span title={name}>{name}</span> },
  { key: 'children', title: says.children, width: 64, align: 'right', cell: ({ children }) => children },
  ...counted<School>(),
  {
    key: 'sheets',
    title: says.sheets,
    width: 150,
    cell: ({ school, name }) =>
      (['docx', 'xlsx'] as const).map((format) => (
        <MakeFileButton
          key={format}
          label={format === 'docx' ? 'Word' : 'Excel'}
          title={name}
          path={teachingFilePath(county, school, { year, term, format })}
          name={says.file(name, terms.find(({ id }) => id === term)?.title ?? '', format)}
        />
      )),
  },
]

export const taughtColumns: readonly Column<Taught>[] = [
  { key: 'name', title: says.child, width: 84, sticky: true, cell: ({ name }) => <strong>{name}</strong> },
  { key: 'school', title: says.school, width: 160, cell: ({ school_name: name }) => <span title={name}>{name}</span> },
  { key: 'grade', title: says.grade, width: 90, cell: ({ grade }) => grade },
  { key: 'last', title: says.last, width: 96, cell: ({ last_on: day }) => <span className="number">{day}</span> },
  ...counted<Taught>(),
]
