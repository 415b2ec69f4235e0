import { describe, expect, it } from 'vitest';
import { toRefusal, UNREACHABLE } from '../../../admin/workflow/problem.ts';

describe('a refusal', () => {
  it('carries the code and the issues of the problem', () => {
    const issues = [{ code: 'sources-missing', severity: 'error', field: 'sources', message: 'Name one.' }];
    expect(toRefusal({ code: 'requirements-not-met', detail: 'Name one.', issues })).toEqual({
      code: 'requirements-not-met',
      message: 'Name one.',
      issues,
    });
  });

  it('says in its own words that someone was faster', () => {
    expect(toRefusal({ code: 'stale-revision', detail: 'x' }).message).toContain('meanwhile');
  });

  it('does not trust what is not a problem', () => {
    for (const body of [null, 'no', 3, {}, { code: 4 }, []]) expect(toRefusal(body)).toBe(UNREACHABLE);
  });
});
