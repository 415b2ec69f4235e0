'use client';
import { Button, useAuth, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import type { PutBack as Answer } from '../../editorial/trash/put-back.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import { ask } from '../accounts/ask.ts';
import type { Refusal } from '../workflow/problem.ts';
import { PutBackDialog } from './put-back-dialog.tsx';
import './put-back.css';

interface PutBackProps {
  /** of the row in the trash */
  id: number | string;
  title: string;
  collection: EntryCollection;
}

/** Asks, puts a deleted draft back, and goes on to the entry. No button for whoever may not edit such an entry. */
export function PutBack({ id, title, collection }: PutBackProps) {
  const { permissions } = useAuth();
  const { config } = useConfig();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const open = () => {
    setRefusal(null);
    setIsOpen(true);
  };
  const take = async (body: Record<string, unknown>) => {
    setBusy(true);
    const said = await ask(`${config.routes.api}/deleted-drafts/${id}/put-back`, body);
    setBusy(false);
    if ('refusal' in said) {
      setRefusal(said.refusal);
      return;
    }
    const entry = said.answer as Answer;
    router.push(`${config.routes.admin}/collections/${entry.collection}/${entry.id}`);
  };

  if (!permissions?.collections?.[collection]?.update) return null;
  return (
    <>
      <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={open}>
        Put back…
      </Button>
      {isOpen && (
        <PutBackDialog
          title={title}
          busy={busy}
          refusal={refusal}
          onTake={(body) => void take(body)}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** The same on the page of one draft in the trash. */
export function PutBackHere() {
  const { id } = useDocumentInfo();
  const title = useFormFields(([fields]) => fields.title?.value);
  const type = useFormFields(([fields]) => fields.type?.value);
  if (id === undefined || !isType(type)) return null;
  return (
    <div className="put-back">
      <PutBack id={id} title={typeof title === 'string' ? title : ''} collection={COLLECTION_OF[type]} />
    </div>
  );
}

const isType = (value: unknown): value is EntryType => ENTRY_TYPES.some((type) => type === value);
