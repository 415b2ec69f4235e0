'use client';
import { useFormFields, usePayloadAPI } from '@payloadcms/ui';

/** A citation as the editor shows it inside a line: the short name of its source. */
export function CitationLabel() {
  const id = useFormFields(([fields]) => fields.source?.value);
  const isChosen = typeof id === 'string' || typeof id === 'number';
  const url = isChosen ? `/api/sources/${id}` : '';
  const [answer] = usePayloadAPI(url, { initialParams: { depth: 0 } });
  const { slug } = answer.data as { slug?: string };
  return <span title="Citation">[{slug ?? (isChosen ? '…' : 'no source')}]</span>;
}
