'use client';
import { TYPE_WORDS } from '../words.ts';
import type { LiveEntries } from './ask-live-entries.ts';
import { Labelled } from './inputs.tsx';

/** Where readers of a withdrawn entry are led. Without the list the entry can be withdrawn all the same. */
export function ReplacedBy({ entries, except }: { entries: LiveEntries; except: string }) {
  const others = typeof entries === 'string' ? [] : entries.filter(({ uid }) => uid !== except);
  return (
    <>
      <Labelled label="Replaced by" help="Readers are led there.">
        {(ids) => (
          <select {...ids} name="replacedBy" defaultValue="" aria-busy={entries === 'asking'}>
            <option value="">{entries === 'asking' ? 'Loading…' : 'Nothing'}</option>
            {Object.entries(TYPE_WORDS).map(([type, label]) => (
              <optgroup key={type} label={label}>
                {others
                  .filter((entry) => entry.type === type)
                  .map(({ uid, title }) => (
                    <option key={uid} value={uid}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Labelled>
      <div role="alert">
        {entries === 'unknown' && (
          <p className="workflow__issues workflow__issues--error">
            The list of what readers have cannot be had. You can withdraw without naming a replacement, or close this
            and try again.
          </p>
        )}
      </div>
    </>
  );
}
