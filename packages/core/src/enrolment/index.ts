/** 控辍保学: who should be in school and is not. */
export * from './matching/index.ts'
