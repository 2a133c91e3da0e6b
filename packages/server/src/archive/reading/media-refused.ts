/** Why a file is not taken, with what to do: one sentence for the person who sent it. */
export class MediaRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'MediaRefused'
  }
}
