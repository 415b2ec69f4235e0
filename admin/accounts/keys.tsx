'use client';
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import { LocalTime } from '../dashboard/local-time.tsx';
import { ask } from './ask.ts';
import { keysIn, type Key } from './keys.ts';
import { MakeKey } from './make-key.tsx';
import './accounts.css';

/** The keys of an account that still act. Its person makes and ends them; an admin ends those of others. */
export function Keys() {
  const { id } = useDocumentInfo();
  const { user } = useAuth();
  const { config } = useConfig();
  const [keys, setKeys] = useState<Key[] | null>(null);
  const [refusal, setRefusal] = useState('');
  const api = `${config.routes.api}/api-keys`;

  const load = useCallback(async () => {
    if (id === undefined) return;
    const said = await ask(`${api}?where[owner][equals]=${id}&sort=-createdAt&limit=100`);
    if ('answer' in said) setKeys(keysIn(said.answer, new Date()));
    else setRefusal(said.refusal.message);
  }, [api, id]);
  useEffect(() => {
    const first = setTimeout(() => void load());
    return () => clearTimeout(first);
  }, [load]);
  if (id === undefined) return null;

  const end = async (key: Key) => {
    setRefusal('');
    const said = await ask(`${api}/${key.id}/revoke`, {});
    if ('refusal' in said) setRefusal(said.refusal.message);
    await load();
  };

  return (
    <section className="account-panel" aria-label="API keys">
      <h2>API keys</h2>
      <p className="account-note">
        For scripts. They act as this account, but approve and renew nothing, and end with its password.
      </p>
      {keys?.length === 0 && <p>No keys.</p>}
      <ul className="account-keys">
        {keys?.map((key) => (
          <li key={key.id}>
            <div>
              <strong>{key.name}</strong> <code>{key.begins}…</code>
              <div className="account-note">
                Made <LocalTime at={key.createdAt} />, ends <LocalTime at={key.expiresAt} />
              </div>
              <div className="account-note">
                {key.lastUsedAt ? (
                  <>
                    Last used <LocalTime at={key.lastUsedAt} />
                  </>
                ) : (
                  'Not used yet'
                )}
              </div>
            </div>
            <Button
              type="button"
              size="small"
              margin={false}
              buttonStyle="secondary"
              aria-label={`End ${key.name}`}
              onClick={() => end(key)}
            >
              End
            </Button>
          </li>
        ))}
      </ul>
      {refusal && (
        <p className="account-refusal" role="alert">
          {refusal}
        </p>
      )}
      {user?.id === id && <MakeKey api={api} onMade={load} />}
    </section>
  );
}
