import type { ReactNode } from 'react'

/** A part of the page of a child: its heading with what can be done there. */
export function Section(props: { title: string; action?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className="care-section" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        <span className="case-deeds screen-only">{props.action}</span>
      </header>
      {props.children}
    </section>
  )
}
