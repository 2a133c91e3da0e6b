import { readFileSync } from 'node:fs'

/** A fenced part of a guide: its language, its text, and the file that the last heading before it names. */
export interface GuidePart {
  readonly language: string
  readonly text: string
  readonly file: string | undefined
}

/** The fenced parts of a document of this repository, in their order. */
export function readGuide(name: string): readonly GuidePart[] {
  const guide = readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8')
  return [...guide.matchAll(/^```([a-z]+)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    file: [...guide.slice(0, match.index).matchAll(/^#+ .*`([^`\n]+)`/gm)].at(-1)?.[1],
  }))
}
