'use client';
import { TextField } from '@payloadcms/ui';

/** Asked for on the page where the first account is made. A field of its own: Payload's forms lock what is not stored. */
export function SetupToken() {
  const description = 'The server printed it when it started: its log has it.';
  return <TextField path="setupToken" field={{ name: 'setupToken', label: 'Set-up token', admin: { description } }} />;
}
