import { describe, expect, it } from 'vitest';
import { askRestore } from '../../../admin/timeline/ask-restore.ts';

const asked = (status: number, body: string) =>
  askRestore('/api/causes/1/restore-as-draft', {}, () => Promise.resolve(new Response(body, { status })));

describe('an old state that was made the draft', () => {
  it('names what is not as it was', async () => {
    expect(await asked(200, '{"differs":["Sources","Figures"]}')).toEqual({ differs: ['Sources', 'Figures'] });
    expect(await asked(200, '{"differs":[]}')).toEqual({ differs: [] });
  });

  it.each([
    [403, '{"code":"not-allowed","detail":"Editors and reviewers start a revision."}', 'not-allowed'],
    [200, '{}', 'unreachable'],
    [200, 'null', 'unreachable'],
    [502, '<p>A proxy speaks.</p>', 'unreachable'],
  ])('is not told of where the answer is %i %s', async (status, body, code) => {
    expect(await asked(status, body)).toMatchObject({ refusal: { code } });
  });
});
