import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { evaluationMessages } from '../messages.ts'

/** Link to the table of schools, filtered to those that fail this item. */
export function ToSchoolTable(props: { view: string; indicator: string }): ReactNode {
  return (
    <Link to="/evaluation/schools" search={{ view: props.view, fails: props.indicator }}>
      {evaluationMessages.item.toTable}
    </Link>
  )
}
