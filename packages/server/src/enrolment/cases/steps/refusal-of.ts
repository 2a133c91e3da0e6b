import type { Refused } from '@eduduty/core/enrolment'
import { AppError } from '../../../platform/errors/app-error.ts'

/** Why a step cannot be taken, in the words of the error table. */
export const refusalOf = ({ refused, params }: Refused): AppError => new AppError(`enrolment.${refused}`, params)
