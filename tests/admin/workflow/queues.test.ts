import { describe, expect, it } from 'vitest';
import { queuesFor, toListQuery, toWhere, wasEditedBy } from '../../../admin/dashboard/queues.ts';
import { ROLES } from '../../../model/lifecycle.ts';

const NOW = new Date('2026-06-01T12:00:00.000Z');

describe('the desk', () => {
  it('shows everyone every queue, and first what they act on', () => {
    for (const role of ROLES) expect(new Set(queuesFor(role, NOW).map(({ key }) => key)).size).toBe(6);
    expect(queuesFor('reviewer', NOW)[0]?.key).toBe('in-review');
    expect(queuesFor('editor', NOW)[0]?.key).toBe('changes-requested');
  });

  it('asks for reviews that are due within sixty days', () => {
    const due = queuesFor('admin', NOW).find(({ key }) => key === 'review-due');
    expect(toWhere(due?.conditions ?? [])).toEqual({
      and: [{ reviewDue: { less_than_equal: '2026-07-31T12:00:00.000Z' } }],
    });
  });

  it('knows which entries an account has changed, from the row as it is stored', () => {
    const editors = [{ actor: '7', person: 'clinician:one' }];
    expect(wasEditedBy(editors, '7')).toBe(true);
    expect(wasEditedBy(editors, '8')).toBe(false);
    expect(wasEditedBy([{ actor: null, person: null }], null)).toBe(false);
    expect(wasEditedBy(null, '7')).toBe(false);
  });

  it('links to the same rows that it shows', () => {
    const query = new URLSearchParams(
      toListQuery({ conditions: [['state', 'equals', 'in-review']], sort: 'updatedAt' }),
    );
    expect(query.get('where[or][0][and][0][state][equals]')).toBe('in-review');
    expect(query.get('sort')).toBe('updatedAt');
  });
});
