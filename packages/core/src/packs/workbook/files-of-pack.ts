import { stringify } from 'yaml'
import type { PackFile } from '../yaml-file.ts'

/** The content of a pack as YAML, one file for each part of it. */
export function filesOfPack(content: Readonly<Record<string, unknown>>): readonly PackFile[] {
  return Object.entries(content).map(([section, value]) => ({
    path: `${section}.yaml`,
    text: stringify({ [section]: value }, { lineWidth: 0 }),
  }))
}
