'use client';
import type { Progress } from '../../editorial/jobs/verb-job.ts';
import { counted } from '../workflow/words.ts';

const DOING: Record<string, string> = {
  'submit-for-review': 'Submitting',
  approve: 'Approving',
  release: 'Releasing',
  'renew-review': 'Renewing',
  reassign: 'Asking',
};

/** How an act on many entries goes, and what it came to; told to whoever hears the page, too. */
export function ActProgress({ progress, admin }: { progress: Progress | null; admin: string }) {
  const isOpen = progress?.state === 'open';
  return (
    <div className="act-progress">
      <p role="status">{progress ? words(progress) : ''}</p>
      {isOpen && (
        <progress
          max={Math.max(1, progress.total)}
          value={progress.done}
          aria-label={`${DOING[progress.verb] ?? 'Working'}: entries done`}
        />
      )}
      {progress && !isOpen && progress.refused.length > 0 && (
        <ul className="act-progress__refused">
          {progress.refused.map(({ collection, id, title, message }) => (
            <li key={`${collection}/${id}`}>
              <a href={`${admin}/collections/${collection}/${id}`}>{title || 'Untitled'}</a>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function words({ state, verb, done, total, refused, isChecking }: Progress): string {
  const entries = counted(total, 'entry', 'entries');
  switch (state) {
    case 'open':
      return isChecking
        ? `Looking whether all ${entries} may take this …`
        : `${DOING[verb] ?? 'Working'}: ${done} of ${entries}. You may leave this page.`;
    case 'stopped':
      if (refused.length === 0) return 'It failed and has stopped; the log of the server says why.';
      return verb === 'release'
        ? `Nothing was released: ${counted(refused.length, 'entry', 'entries')} may not. Readers keep what they have.`
        : `Stopped: ${counted(refused.length, 'entry', 'entries')} may not take this.`;
    case 'done':
      return refused.length > 0
        ? `${total - refused.length} of ${entries} done; ${refused.length} refused:`
        : `Done: ${entries}.`;
  }
}
