import { describe, expect, it } from 'vitest';
import { chosenMembers } from '../../../admin/bulk/chosen-members.ts';

const [old, live] = ['a'.repeat(64), 'b'.repeat(64)];
const rows = [
  { id: 1, title: 'Sore hip', revision: old, liveRevision: live },
  { id: 2, title: 'Sore knee', revision: old, liveRevision: null },
  { id: 3, title: 'Stiff neck' },
];

describe('entries chosen in a list', () => {
  it('are approved at the revision that the list was drawn with', () => {
    expect(chosenMembers('approve', 'causes', [1, 2], rows)).toEqual({
      members: [1, 2].map((id) => ({ collection: 'causes', id, revision: old })),
      leftOut: [],
    });
  });

  it('are renewed at the revision that readers have, and those that they have not are named', () => {
    expect(chosenMembers('renew-review', 'causes', [1, 2], rows)).toEqual({
      members: [{ collection: 'causes', id: 1, revision: live }],
      leftOut: ['Sore knee'],
    });
  });

  it('are named where the list knows no revision of them, or not them', () => {
    expect(chosenMembers('approve', 'causes', [3, 4], rows)).toEqual({
      members: [],
      leftOut: ['Stiff neck', 'Untitled'],
    });
  });
});
