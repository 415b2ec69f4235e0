import { describe, expect, it } from 'vitest';
import { emergencyOrders, ordersIn } from '../../../editorial/rules/emergency-orders.ts';
import { aCause, aRedFlag, prose } from '../../support/releases.ts';

describe('an emergency order', () => {
  it.each([
    'Call 999.',
    'Call your local emergency number (112, 911 or 999) if the leg is cold.',
    'Ring 112 straight away.',
    'Go to an emergency department now.',
    'Have somebody take you to A&E; get to A&E.',
    'Ask for an ambulance.',
    'This is an emergency.',
    'Fever with hip pain is a medical emergency.',
    'If you cannot stand, get emergency help.',
    'Get help the same day.',
    'Have the hip checked the same day.',
    'See a doctor today.',
    'Get medical help today if you feel ill.',
    'If leg weakness grows, get medical help at once.',
    'See a GP within days.',
    'A suspected large tear needs an urgent check.',
    'These are emergency signs.',
  ])('is found: %s', (text) => {
    expect(ordersIn(text)).not.toEqual([]);
  });

  it.each([
    'Most hip pain is not an emergency.',
    'Treated by the emergency department and orthopaedics.',
    'Surgery is usually done on the day of arrival or the next.',
    'The pain may ease within days.',
    'Today you read about discs.',
    'Rest brings relief at once for some people.',
    'Book a visit with a doctor or a physiotherapist.',
    'Hours matter, so the warning signs come first.',
  ])('is not seen in: %s', (text) => {
    expect(ordersIn(text)).toEqual([]);
  });

  it('is told sentence by sentence, whatever stands around it', () => {
    expect(ordersIn('Old words. Call 999. Other words:\nget help today\nPlain words.')).toEqual([
      'Call 999.',
      'get help today',
    ]);
  });

  it('belongs in red flags and nowhere else, captions and steps included', () => {
    const order = 'Call 999.';
    const sections = [{ kind: 'symptoms' as const, body: prose('Old words.', order), urgentSigns: [], figures: [] }];
    expect(emergencyOrders(aCause({ sections, worse: [order] }))).toEqual([
      { field: 'sections.0.body', sentence: order },
      { field: 'worse.0', sentence: order },
    ]);
    expect(emergencyOrders(aRedFlag({ action: order, explanation: prose(order) }))).toEqual([]);
  });
});
