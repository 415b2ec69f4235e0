'use client';
import { Button, useStepNav } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import type { Role } from '../../model/lifecycle.ts';
import { counted } from '../workflow/words.ts';
import { NewSet } from './new-set.tsx';
import { TouchedEntries } from './touched-entries.tsx';
import { keyOf, useImpact } from './use-impact.ts';
import '../change-sets/change-sets.css';

interface ImpactPageProps {
  collection: string;
  id: string;
  role: Role;
  api: string;
  admin: string;
}

/** What follows from a changed source, figure, word, place or red flag: the passages first, then one set of them. */
export function ImpactPage({ collection, id, role, api, admin }: ImpactPageProps) {
  const { impact, refusal, more } = useImpact(`${api}/${collection}/${encodeURIComponent(id)}/impact`);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { setStepNav } = useStepNav();
  const title = impact?.about.title ?? '';
  useEffect(() => {
    setStepNav([
      // Until it is known the way there would be a link without a name.
      ...(title === '' ? [] : [{ label: title, url: `${admin}/collections/${collection}/${id}` }]),
      { label: 'What follows from a change' },
    ]);
  }, [admin, collection, id, setStepNav, title]);
  if (!impact)
    return (
      <div className="impact">
        <h1>What follows</h1>
        <p role="status">{refusal ? refusal.message : 'Loading …'}</p>
      </div>
    );
  const { about, entries, total, lessons, readers, next, changesRevisions } = impact;
  const look = entries.filter(({ needs }) => needs === 'look');
  // Only a draft that readers do not have can be submitted.
  const possible = entries.filter(({ isChanged }) => isChanged);
  const chosen = possible.filter((entry) => !left.has(keyOf(entry)));
  const toggle = (key: string) => {
    setLeft((was) => {
      const now = new Set(was);
      if (!now.delete(key)) now.add(key);
      return now;
    });
  };
  return (
    <div className="impact">
      <h1>{about.title}: what follows from a change</h1>
      <p>
        <a href={`${admin}/collections/${about.collection}/${about.id}`}>Back to it</a>
      </p>
      <ul className="impact__stats">
        <li>
          <b>{look.length}</b> {look.length === 1 ? 'entry' : 'entries'} whose words rest on it
        </li>
        <li>
          <b>{total}</b> {total === 1 ? 'entry uses' : 'entries use'} it
        </li>
        <li>
          <b>{lessons.reduce((sum, one) => sum + one.lessons, 0)}</b> email lessons send one of them
        </li>
        <li>
          <b>{readers}</b> readers were mailed one of them
        </li>
      </ul>
      {refusal && (
        <p className="change-set__alert" role="alert">
          {refusal.message}
        </p>
      )}
      {total === 0 ? (
        <p>No entry uses it. Nothing follows.</p>
      ) : (
        <div className="impact__panes">
          <section aria-labelledby="impact-where">
            <h2 id="impact-where">Where it is used</h2>
            <TouchedEntries entries={entries} left={left} toggle={toggle} admin={admin} mayChoose={changesRevisions} />
            {next !== null && (
              <Button buttonStyle="secondary" size="small" onClick={() => void more()}>
                Show more ({entries.length} of {total} shown)
              </Button>
            )}
          </section>
          <div className="change-set__head">
            {WHO_MAY['submit-for-review'].includes(role) && changesRevisions && (
              <NewSet
                about={about}
                chosen={chosen}
                leftOut={possible.filter((entry) => left.has(keyOf(entry)))}
                api={api}
                admin={admin}
              />
            )}
            <section className="impact__set" aria-labelledby="impact-until">
              <h2 id="impact-until">Until then</h2>
              <p>
                {changesRevisions
                  ? 'Readers keep the approved text as it was. Nothing changes by itself.'
                  : 'These entries show the care card itself: they follow when the red flag is released, without a review of their own.'}
              </p>
              {lessons.length > 0 && (
                <ul>
                  {lessons.map(({ course, title, lessons: count }) => (
                    <li key={course}>
                      {title}: {counted(count, 'lesson')}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
        </div>
      )}
    </div>
  );
}
