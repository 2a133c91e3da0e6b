/** Results of lower governments: handed up, confirmed, and taken as the rows of a higher government's register. */
export { type DeliveryActor, type DeliveryFacts, type DeliveryRefusal, refuseDelivery } from './decide-delivery.ts'
export {
  DELIVERY_WORDS,
  DeliverBody,
  DeliveriesAnswer,
  Delivery,
  DeliveryDeed,
  GatheringAnswer,
  GatheringBody,
  ReasonBody,
} from './delivery-contract.ts'
export {
  type GatheredMember,
  type GatheredRun,
  gatheredAddress,
  gatheredColumn,
  gatheredFile,
  gatheredSheet,
  gatherRows,
  MEMBERS_FILE,
  type Taken,
  takenOf,
} from './gather-rows.ts'
