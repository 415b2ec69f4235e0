'use client';
import type { ReviewedMember } from '../../editorial/change-sets/read-set.ts';
import { StateBadge } from '../workflow/state-badge.tsx';
import { TYPE_WORDS } from '../workflow/words.ts';
import { TYPE_OF } from '../../model/entries/types.ts';

interface MembersTableProps {
  members: readonly ReviewedMember[];
  admin: string;
  /** null where nothing can be left out */
  leaveOut: ((member: ReviewedMember) => unknown) | null;
}

/** Where each entry of a set stands. */
export function MembersTable({ members, admin, leaveOut }: MembersTableProps) {
  return (
    <div className="change-set__scroll">
      <table className="change-set__members">
        <caption className="desk-unseen">Entries of this change set</caption>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">State</th>
            <th scope="col">Approvals</th>
            {leaveOut && <th scope="col">Set</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const { collection, id, title, state, isStale, approvals, refusal } = member;
            return (
              <tr key={`${collection}/${id}`}>
                <th scope="row">
                  <a href={`${admin}/collections/${collection}/${id}`}>{title || 'Untitled'}</a>
                  <small>
                    {TYPE_WORDS[TYPE_OF[collection]]}
                    {isStale && ' · changed since'}
                    {/* Of a role that approves nothing there is nothing to say in each row. */}
                    {state === 'in-review' && refusal && refusal.code !== 'not-allowed' ? ` · ${refusal.message}` : ''}
                  </small>
                </th>
                <td>{state ? <StateBadge state={state} /> : 'gone'}</td>
                <td>
                  {approvals.given} of {approvals.needed}
                </td>
                {leaveOut && (
                  <td>
                    <button type="button" className="change-set__link" onClick={() => leaveOut(member)}>
                      Leave out<span className="desk-unseen"> {title}</span>
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
