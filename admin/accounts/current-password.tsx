'use client';
import { PasswordField, useAuth, useDocumentInfo } from '@payloadcms/ui';

/**
 * The password that somebody has now: asked for when they change it, or their address. Never stored. On the form of
 * somebody else there is nothing to change: `accounts.css` takes Payload's button away too.
 */
export function CurrentPassword() {
  const { id } = useDocumentInfo();
  const { user } = useAuth();
  if (user?.id !== id) return <span className="account-of-another" hidden />;
  const label = 'Current password, to change it or your address';
  return <PasswordField path="currentPassword" field={{ name: 'currentPassword', label }} />;
}
