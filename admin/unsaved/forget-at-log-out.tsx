'use client';
import { useAuth, useConfig } from '@payloadcms/ui';
import { usePathname } from 'next/navigation.js';
import { useEffect, type ReactNode } from 'react';
import { forgetWordsOf, isLogOut } from './unsaved-words.ts';
import { browserKeep, told } from './use-kept.ts';

/**
 * Around every page of the desk: whoever logs out leaves no unsaved words in this browser. On the page that logs out
 * and not before: there the form is gone, so that it keeps nothing anew, and whoever was asked about leaving and
 * stayed still has what was kept.
 */
export function ForgetAtLogOut({ children }: { children: ReactNode }) {
  const { user } = useAuth();
  const { admin, routes } = useConfig().config;
  const isOut = isLogOut(usePathname(), routes.admin, admin.routes.logout);
  const account = user?.id;
  useEffect(() => {
    const keep = browserKeep();
    if (!isOut || keep === null || account === undefined) return;
    forgetWordsOf(keep, account);
    told();
  }, [account, isOut]);
  return children;
}
