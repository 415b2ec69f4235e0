'use client';
import { FormSubmit, SaveButton, useDocumentInfo, useForm } from '@payloadcms/ui';

/** Saves an account. A new one goes without the password that Payload's form asks for: its person chooses it. */
export function SaveAccount() {
  const { id } = useDocumentInfo();
  const { submit } = useForm();
  if (id !== undefined) return <SaveButton />;
  const invite = () => void submit({ skipValidation: true, overrides: { password: '', 'confirm-password': '' } });
  return (
    <FormSubmit buttonId="action-save" size="medium" type="button" onClick={invite}>
      Create and invite
    </FormSubmit>
  );
}
