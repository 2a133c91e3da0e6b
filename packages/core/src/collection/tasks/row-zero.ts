/**
 * Rows of a register are numbered from 1. Where no row has that number yet, or none is meant, stands 0, and it means one
 * of three things.
 */

/** In a finding, an explanation or a return: not one row, but the register as a whole. */
export const WHOLE_REGISTER = 0

/** In an edit of a form of one row: its only row, whatever number that has or will have. */
export const ONLY_ROW = 0

/** In a form that is shown before anybody has begun it: the row that is not there yet. */
export const UNBEGUN_ROW = 0
