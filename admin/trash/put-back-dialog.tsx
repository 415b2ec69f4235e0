'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { Labelled, textOf } from '../workflow/dialogs/inputs.tsx';
import { VerbDialog, type DialogProps } from '../workflow/dialogs/verb-dialog.tsx';
import '../workflow/workflow.css';

type PutBackDialogProps = Pick<DialogProps, 'busy' | 'refusal' | 'onTake' | 'onClose'> & { title: string };

/** Asks for what a refusal says is needed, and for nothing before. */
export function PutBackDialog({ title, onTake, ...shell }: PutBackDialogProps) {
  const [needs, setNeeds] = useState({ slug: false, withoutMissing: false });
  const code = shell.refusal?.code;
  if (code === 'slug-taken' && !needs.slug) setNeeds({ ...needs, slug: true });
  if (code === 'requirements-not-met' && !needs.withoutMissing) setNeeds({ ...needs, withoutMissing: true });
  return (
    <VerbDialog
      {...shell}
      fields={[]}
      title="Put back"
      onSubmit={(form) =>
        onTake({
          ...(needs.slug ? { slug: textOf(form, 'slug') ?? '' } : {}),
          ...(needs.withoutMissing ? { withoutMissing: form.get('withoutMissing') !== null } : {}),
        })
      }
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Put back
        </Button>
      }
    >
      <p>“{title || 'Untitled'}” becomes a draft again, by the people who wrote it. Its review begins anew.</p>
      {needs.slug && (
        <Labelled label="Another web address" help="Its own is taken meanwhile." required>
          {(ids) => <input {...ids} type="text" name="slug" maxLength={100} required />}
        </Labelled>
      )}
      {needs.withoutMissing && (
        <label className="verb-dialog__choice">
          <input type="checkbox" name="withoutMissing" required />
          <span>Put it back without what is no longer there</span>
        </label>
      )}
    </VerbDialog>
  );
}
