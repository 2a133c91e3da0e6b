import type { ReactNode } from 'react'

const paths = {
  desk: 'M2.5 8.5L10 2.5l7.5 6v9h-15zM7.5 17.5v-6h5v6',
  delegations: 'M7 9a3 3 0 100-6 3 3 0 000 6zM1.5 17c0-3 2.5-5 5.5-5s4 1 4.5 2M11 7h6.5M15 4.5L17.5 7 15 9.5',
  notices: 'M3 7.5v5l3 .5 8 4V3L6 7zM6 7v6M7 13.5v4h2.5v-3M16.5 8.5v3',
  overview: 'M4 5h12M4 10h12M4 15h7M1.5 5h.01M1.5 10h.01M1.5 15h.01',
  indicators: 'M4 3v14M4 5h5M4 10h5M4 15h5M11 3.5h6v3h-6zM11 8.5h6v3h-6zM11 13.5h6v3h-6z',
  own: 'M10 9a3 3 0 100-6 3 3 0 000 6zM3 17.5c0-4 3-6 7-6s7 2 7 6M7.5 15l2 2 3.5-3.5',
  brief: 'M4.5 2.5h11v15h-11zM7 6h6M7 9h6M7 12h3.5',
  cockpit: 'M2.5 3.5h15v10h-15zM2.5 17h15M6 10.5V8M10 10.5v-5M14 10.5V7',
  compare: 'M3 17V8h4v9zM8.5 17V4h4v13zM14 17v-6h3.5v6zM1.5 17h17',
  counties: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  gathering: 'M10 17.5v-9M6.5 12L10 8.5l3.5 3.5M3 6.5h14M3 3h14',
  effects: 'M10 2.5L18 16.5H2zM10 8v4M10 14.2v.3',
  schools: 'M2.5 4h15v12.5h-15zM2.5 8h15M8 8v8.5M13 8v8.5',
  dispersions: 'M3 17V11M7.5 17V6M12 17V9M16.5 17V3M1.5 17h17',
  ratings: 'M10 2.5l2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L2.5 8l5.2-.7z',
  whatIf: 'M5 2.5h10v15H5zM7.5 5.5h5v2.5h-5zM7.5 11h.01M10 11h.01M12.5 11h.01M7.5 14.5h.01M10 14.5h.01M12.5 14.5h.01',
  prices: 'M3 3h7l7.5 7.5-7 7L3 10zM6.5 6.5h.01M10 14l4-4',
  yearly: 'M3 16.5h14M4.5 16.5v-5h3.5v5M8 16.5v-11h4v11M12 16.5v-7h3.5v7',
  appraisal: 'M4 2.5h9l3 3v5M4 2.5v15h6M7 7h5M7 10.5h3M11 15l2 2 4.5-5',
  data: 'M10 2.5v9M6.5 8.5L10 12l3.5-3.5M3 12.5v4.5h14v-4.5',
  tasks: 'M2.5 5l1.5 1.5L6.5 4M2.5 10.5L4 12l2.5-2.5M2.5 16L4 17.5 6.5 15M9.5 5.5h8M9.5 11h8M9.5 16.5h8',
  periods: 'M2.5 4.5h15v13h-15zM2.5 8.5h15M6.5 2.5v4M13.5 2.5v4M6 12h8M6 14.8h5',
  duties: 'M4 2.5h12v15H4zM7 7l1.2 1.2L10.5 6M12 7h1.5M7 12l1.2 1.2 2.3-2.2M12 12h1.5',
  ledgers: 'M4 2.5h9.5a2 2 0 012 2v13H6a2 2 0 01-2-2zM4 15.5a2 2 0 012-2h9.5M7 6h5.5M7 9h5.5',
  cohorts: 'M2.5 15.5l5-5 3.5 3 6.5-8M13.5 5.5h4v4M2.5 17.5h15',
  counts: 'M3 3h14v14H3zM3 7.5h14M3 12h14M8 3v14',
  periodic: 'M2.5 4.5h10v13h-10zM2.5 8h10M5.5 2.5v4M9.5 2.5v4M14 7a4 4 0 110 8M14 15l-1.5-1.5M5 11h5M5 14h4',
  pledges: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 14.5c1.5-2 2.5-2 3 0s1.5 0.5 2.5-0.5',
  mechanisms:
    'M10 6.5a2 2 0 100-4 2 2 0 000 4zM4.5 10a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6zM15.5 10a1.8 1.8 0 100-3.6 1.8 1.8 0 000 3.6zM3 12.5h14M5 12.5v5M15 12.5v5',
  drawUp: 'M8 2.5h4v3.5H8zM2.5 14h4v3.5h-4zM8 14h4v3.5H8zM13.5 14h4v3.5h-4zM10 6v8M4.5 14v-4h11v4',
  calendar: 'M2.5 4.5h15v13h-15zM2.5 8.5h15M6.5 2.5v4M13.5 2.5v4M6 11.5h2M9 11.5h2M12 11.5h2M6 14.5h2M9 14.5h2',
  cases: 'M7 8.5a3 3 0 100-6 3 3 0 000 6zM1.5 17.5c0-4 2.5-6 5.5-6 1.5 0 2.7.5 3.7 1.3M18 14.5h-6M14.5 11.5l-3 3 3 3',
  care: 'M10 17.5C4 13 2.5 10 2.5 7.3A3.8 3.8 0 0110 5.4a3.8 3.8 0 017.5 1.9c0 2.7-1.5 5.7-7.5 10.2zM7 9.5h6M10 6.5v6',
  matching: 'M2.5 3.5h6v13h-6zM11.5 3.5h6v13h-6zM4.5 7h2M13.5 7h2M4.5 10h2M13.5 10h2M8.5 13.5h3',
  limits: 'M10 17.5a7 7 0 100-14 7 7 0 000 14zM10 6.5v4l2.5 2M7.5 1.5h5',
  retention: 'M3.5 5.5h13M7.5 5.5v-3h5v3M5 5.5l1 12h8l1-12M8.5 9v5.5M11.5 9v5.5',
  visits: 'M6 2.5h8v15H6zM9 15h2M8.5 6h3M8.5 8.5h3',
  archive: 'M2.5 3h15v4h-15zM4 7v10.5h12V7M8 10.5h4',
  papers: 'M6 5.5V2.5h8l3.5 3.5v9H14M2.5 5.5h7L13 9v8.5H2.5zM9.5 5.5V9H13',
  handIn: 'M10 13V3M6 6.5L10 2.5l4 4M3 12v5.5h14V12',
  packs: 'M10 2.5l7 3.5v8l-7 3.5-7-3.5V6zM3 6l7 3.5L17 6M10 9.5v8M6.5 4.2l7 3.5',
  documents: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5',
  templates: 'M4 2.5h9l3 3v12H4zM7.5 8H6.5v5h1M12.5 8h1v5h-1M9 10.5h2',
  claims: 'M4 2.5h9l3 3v4M4 2.5v15h5M7 7h5M7 10.5h3M13.5 17a3.5 3.5 0 110-7 3.5 3.5 0 010 7zM16 16l2.5 2.5',
  units: 'M7.5 2.5h5v4h-5zM2.5 13.5h5v4h-5zM12.5 13.5h5v4h-5zM10 6.5V10M5 13.5V10h10v3.5',
  areas: 'M2.5 4.5l5-2 5 2 5-2v13l-5 2-5-2-5 2zM7.5 2.5v13M12.5 4.5v13',
  people:
    'M7 9a3 3 0 100-6 3 3 0 000 6zM1.5 17c0-3.5 2.5-5.5 5.5-5.5s5.5 2 5.5 5.5M13 3.5a3 3 0 010 5.5M14.5 12c2.5.5 4 2.3 4 5',
  tenures: 'M3 6h14v11H3zM7 6V3h6v3M3 10.5h14',
  administrators: 'M10 2l7 2.5v5c0 4.5-3 7-7 8.5-4-1.5-7-4-7-8.5v-5zM7 10l2.2 2.2L13.5 8',
  grants: 'M6.5 13.5a4 4 0 110-8 4 4 0 010 8zM10.5 9.5H18M15 9.5v3.5M18 9.5v2.5',
  access:
    'M1.5 10s3-5.5 8.5-5.5S18.5 10 18.5 10s-3 5.5-8.5 5.5S1.5 10 1.5 10zM10 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  sessions: 'M2.5 3.5h15v10h-15zM7 17h6M10 13.5V17',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  audit: 'M4 2.5h12v15H4zM7 6.5h6M7 10h6M7 13.5h3.5',
  status: 'M2 10.5h3.5L8 5l4 10 2.5-4.5H18',
  menu: 'M3 5h14M3 10h14M3 15h14',
  more: 'M7 4l6 6-6 6',
  less: 'M4 7l6 6 6-6',
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
