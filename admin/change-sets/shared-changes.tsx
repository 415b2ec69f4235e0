'use client';
import { ChangeBody } from '../workflow/change-body.tsx';
import { counted } from '../workflow/words.ts';
import type { ReviewedMember } from '../../editorial/change-sets/read-set.ts';
import type { SharedChange } from './groups.ts';

const WEIGHTS = { safety: 'Safety', meaning: 'Meaning', wording: 'Wording' } as const;

/** Each difference once, with the entries that have it. */
export function SharedChanges({ groups, of, api }: { groups: readonly SharedChange[]; of: number; api: string }) {
  if (groups.length === 0) return <p>No entry differs from what readers have.</p>;
  return (
    <ol className="change-set__changes">
      {groups.map(({ change, members }) => (
        <li key={change.key}>
          <h3>
            <span className={`change-set__weight change-set__weight--${change.weight}`}>{WEIGHTS[change.weight]}</span>{' '}
            {change.label}
          </h3>
          <div className="change-set__diff">
            <ChangeBody change={change} entryUrl={urlOf(api, members[0])} />
          </div>
          <p className="change-set__in">
            {members.length === of && of > 1
              ? `The same in all ${counted(of, 'entry', 'entries')} shown`
              : `In ${counted(members.length, 'entry', 'entries')}: ${members.map(({ title }) => title || 'Untitled').join(', ')}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Pictures are the same in each entry: any may show them. */
const urlOf = (api: string, member: ReviewedMember | undefined): string =>
  member ? `${api}/${member.collection}/${member.id}` : api;
