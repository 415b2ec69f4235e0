'use client';
import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { SameNote } from './same-note.tsx';
import { useSame } from './use-same.ts';

/** On the form of a figure: other figures with the same file, as soon as one is chosen. */
export function SameFigure() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const file: unknown = useFormFields(([fields]) => fields.file?.value);
  const [hashed, setHashed] = useState<{ file: File; sha256: string } | null>(null);
  useEffect(() => {
    let isOver = false;
    if (file instanceof File)
      void sha256Of(file).then((sha256) => {
        if (!isOver) setHashed({ file, sha256 });
      });
    return () => {
      isOver = true;
    };
  }, [file]);
  const sha256 = hashed !== null && hashed.file === file ? hashed.sha256 : null;
  const not = id === undefined ? '' : `&not=${encodeURIComponent(id)}`;
  const same = useSame(sha256 === null ? null : `${config.routes.api}/media/same?sha256=${sha256}${not}`);
  return <SameNote same={same} collection="media" what="picture" />;
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
