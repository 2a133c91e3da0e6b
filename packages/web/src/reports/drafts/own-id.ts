/** An id for a block that the writer adds. */
export const ownId = (): string => `own-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
