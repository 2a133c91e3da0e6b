/** Steps that take nothing but a word about them. */
export type PlainDeed = 'report' | 'withdraw' | 'start' | 'hand_in' | 'conclude' | 'cancel'
