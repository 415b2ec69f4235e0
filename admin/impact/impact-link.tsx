'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useRef } from 'react';
import type { Impact } from '../../editorial/impact/read-impact.ts';
import { ask } from '../change-sets/ask.ts';

/**
 * On the form of a shared document: the way to what a change of it touches, before it is saved; and once it was saved,
 * straight there where it touches anything.
 */
export function ImpactLink() {
  const { id, collectionSlug, data } = useDocumentInfo();
  const { config } = useConfig();
  const router = useRouter();
  const { admin, api } = config.routes;
  const savedAt: unknown = data?.updatedAt;
  const opened = useRef<{ id: unknown; savedAt: unknown }>({ id, savedAt });
  useEffect(() => {
    const before = opened.current;
    opened.current = { id, savedAt };
    if (id === undefined || before.id !== id || before.savedAt === undefined || before.savedAt === savedAt) return;
    void ask<Impact>(`${api}/${collectionSlug}/${id}/impact`).then((asked) => {
      if ('answer' in asked && asked.answer.total > 0) router.push(`${admin}/impact/${collectionSlug}/${id}`);
    });
  }, [admin, api, collectionSlug, id, router, savedAt]);
  if (id === undefined) return null;
  return (
    <p className="field-type">
      <a href={`${admin}/impact/${collectionSlug}/${id}`}>What a change touches: entries, lessons, readers</a>
    </p>
  );
}
