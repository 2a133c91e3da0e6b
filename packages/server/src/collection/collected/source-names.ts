import type { OrgPath } from '@eduduty/core/organizations'

/** What a file and sheet named in a run stand for. */
export interface CollectedSource {
  readonly file: string
  /** Empty for a file that was sent: it names its own sheets. */
  readonly sheet: string
  readonly submissionId: string
  readonly uploadId: string | undefined
  readonly path: OrgPath
}

/** Gives every source a name of its own, the same for the same data: a second owner of a name gets (2). */
export class SourceNames {
  private readonly owners = new Map<string, string>()
  private readonly sources = new Map<string, CollectedSource>()

  /** `owner`: what the file is, whatever it is called. */
  file(wanted: string, owner: string): string {
    for (let copy = 1; ; copy += 1) {
      const name = copy === 1 ? wanted : `${wanted} (${copy})`
      const taken = this.owners.get(name)
      if (taken !== undefined && taken !== owner) continue
      this.owners.set(name, owner)
      return name
    }
  }

  note(source: CollectedSource): void {
    this.sources.set(JSON.stringify([source.file, source.sheet]), source)
  }

  list(): readonly CollectedSource[] {
    return [...this.sources.values()]
  }
}
