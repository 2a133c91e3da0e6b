/** What is needed of the browser's storage to keep something under a name. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
