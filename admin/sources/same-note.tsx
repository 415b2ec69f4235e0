'use client';
import { useConfig } from '@payloadcms/ui';
import type { Same } from '../../model/source-identity.ts';
import '../workflow/workflow.css';

/** Names what seems to be here already, with the way to it. Saving goes on as before. */
export function SameNote({ same, collection, what }: { same: readonly Same[]; collection: string; what: string }) {
  const { config } = useConfig();
  return (
    <div role="status">
      {same.length > 0 && (
        <div className="workflow__issues workflow__issues--warning">
          <strong>This {what} seems to be here already.</strong> Use that one, so that a change of it reaches every
          entry:
          <ul>
            {same.map(({ id, title, by }) => (
              <li key={String(id)}>
                <a
                  href={`${config.routes.admin}/collections/${collection}/${String(id)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {title || 'Without a title'}
                </a>{' '}
                (the same {by})
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
