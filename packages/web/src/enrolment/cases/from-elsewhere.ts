import type { HandoverView } from '@eduduty/core/enrolment'

/** A child comes from another county: whoever takes it says where it belongs here. */
export const isFromElsewhere = (handover: Pick<HandoverView, 'from_county' | 'to_county'>): boolean =>
  handover.from_county !== handover.to_county
