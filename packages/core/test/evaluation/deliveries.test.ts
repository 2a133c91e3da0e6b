import { describe, expect, it } from 'vitest'
import { type DeliveryDeed, refuseDelivery } from '../../src/evaluation/index.ts'

const [city, county, other] = ['99/9901/', '99/9901/990121/', '99/9901/990122/']
const supervisor = { id: 'a', sends: [county], receives: [county] }
const above = { id: 'b', sends: [city], receives: [city] }
const facts = (deed: DeliveryDeed | undefined) => ({ deed, path: county, sender: 'a' })

describe('a result that is handed up', () => {
  it('is sent by its own government, once at a time', () => {
    expect(refuseDelivery(facts(undefined), supervisor, 'sent')).toBeUndefined()
    expect(refuseDelivery(facts('sent'), supervisor, 'sent')).toBe('open')
    expect(refuseDelivery(facts('returned'), supervisor, 'sent')).toBeUndefined()
    expect(refuseDelivery(facts('confirmed'), supervisor, 'sent')).toBeUndefined()
    expect(refuseDelivery({ ...facts(undefined), path: other }, supervisor, 'sent')).toBe('not_sender')
  })

  it('is confirmed from above alone, never by who sent it', () => {
    expect(refuseDelivery(facts('sent'), above, 'confirmed')).toBeUndefined()
    expect(refuseDelivery(facts('sent'), { ...supervisor, id: 'c' }, 'confirmed')).toBe('not_above')
    expect(refuseDelivery(facts('sent'), { ...above, id: 'a' }, 'confirmed')).toBe('own')
    expect(refuseDelivery(facts('sent'), { ...above, receives: [other] }, 'returned')).toBe('not_above')
  })

  it('is decided once; a confirmed one can still be returned, a withdrawn one no longer', () => {
    expect(refuseDelivery(facts('confirmed'), above, 'confirmed')).toBe('not_open')
    expect(refuseDelivery(facts('confirmed'), above, 'returned')).toBeUndefined()
    expect(refuseDelivery(facts('withdrawn'), above, 'confirmed')).toBe('not_open')
    expect(refuseDelivery(facts('confirmed'), supervisor, 'withdrawn')).toBe('not_open')
    expect(refuseDelivery(facts('sent'), supervisor, 'withdrawn')).toBeUndefined()
  })
})
