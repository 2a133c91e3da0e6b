/** Evidence: which materials a pack asks of whom, which papers answer, and how they stand. Pure; files are kept elsewhere. */
export * from './contracts.ts'
export * from './words.ts'
