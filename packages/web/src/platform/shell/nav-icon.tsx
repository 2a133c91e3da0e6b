import type { ReactNode } from 'react'

const paths = {
  overview: 'M4 5h12M4 10h12M4 15h7M1.5 5h.01M1.5 10h.01M1.5 15h.01',
  schools: 'M2.5 4h15v12.5h-15zM2.5 8h15M8 8v8.5M13 8v8.5',
  dispersions: 'M3 17V11M7.5 17V6M12 17V9M16.5 17V3M1.5 17h17',
  data: 'M10 2.5v9M6.5 8.5L10 12l3.5-3.5M3 12.5v4.5h14v-4.5',
  documents: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5',
  fold: 'M12 4l-6 6 6 6M17 4v12',
  unfold: 'M8 4l6 6-6 6M3 4v12',
  search: 'M9 3a6 6 0 100 12A6 6 0 009 3zM13.5 13.5L18 18',
  print: 'M5.5 7V2.5h9V7M5.5 14H3V7h14v7h-2.5M5.5 11.5h9v6h-9z',
} as const

export type NavIconName = keyof typeof paths

export function NavIcon(props: { name: NavIconName }): ReactNode {
  return (
    <svg className="nav-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  )
}
