'use client';
import { PasswordField } from '@payloadcms/ui';

/** The password that somebody has now: asked for when they change it, or their address. Never stored. */
export function CurrentPassword() {
  return <PasswordField path="currentPassword" field={{ name: 'currentPassword', label: 'Current password' }} />;
}
