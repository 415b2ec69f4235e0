'use client';
import { Logout, useAuth } from '@payloadcms/ui';
import { forgetWordsOf } from './unsaved-words.ts';
import { browserKeep } from './use-kept.ts';

/** Payload's own way out; whoever takes it leaves no unsaved words in this browser. */
export function LogOut() {
  const { user } = useAuth();
  const forget = () => {
    const keep = browserKeep();
    if (keep && user) forgetWordsOf(keep, user.id);
  };
  return (
    <span onClickCapture={forget}>
      <Logout />
    </span>
  );
}
