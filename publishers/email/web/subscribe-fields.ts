import { z } from 'zod';
import { parseAddress, type AddressIssue, type MailAddress } from '../address.ts';
import { isTimeZone } from '../../../model/local-time.ts';

export interface FormIssue {
  field: 'email' | 'timeZone' | 'consent';
  code: AddressIssue | 'unknown-time-zone' | 'consent-missing';
  message: string;
}

/** What the person typed, to fill the form in again. */
export interface FormValues {
  email: string;
  timeZone: string;
  consent: boolean;
}

export type ParsedForm =
  | { status: 'ok'; address: MailAddress; timeZone: string; values: FormValues }
  | { status: 'issues'; issues: FormIssue[]; values: FormValues };

const ADDRESS_MESSAGES: Record<AddressIssue, string> = {
  missing: 'Enter your email address.',
  'control-character': 'The email address has a line break or another hidden character in it. Type it in again.',
  'too-long': 'The email address is too long. Check it for a mistake.',
  'local-part-not-ascii':
    'The part before the @ has a letter that mail servers often cannot carry, such as ü. Enter an address with plain letters.',
  'not-an-address': 'This is not an email address. It should look like name@example.com.',
};

const schema = z.object({
  email: z.string().max(1000).catch(''),
  timeZone: z.string().max(100).catch(''),
  consent: z
    .union([z.literal(true), z.enum(['yes', 'on', 'true', '1'])])
    .transform(() => true)
    .catch(false),
});

/** Reads the fields of the subscribe form; all issues at once. Fields it does not know are ignored. */
export function parseSubscribeForm(fields: Record<string, unknown>): ParsedForm {
  const values = schema.parse(fields);
  const address = parseAddress(values.email);
  const issues: FormIssue[] = [];
  if ('issue' in address)
    issues.push({ field: 'email', code: address.issue, message: ADDRESS_MESSAGES[address.issue] });
  if (!isTimeZone(values.timeZone)) {
    issues.push({ field: 'timeZone', code: 'unknown-time-zone', message: 'Choose your time zone from the list.' });
  }
  if (!values.consent) {
    issues.push({
      field: 'consent',
      code: 'consent-missing',
      message: 'Tick the box if you want the lessons by email.',
    });
  }
  if ('issue' in address || issues.length > 0) return { status: 'issues', issues, values };
  return { status: 'ok', address, timeZone: values.timeZone, values };
}

/** The sentence beside the box; kept with the enrolment as it stood. */
export const consentWording = (courseTitle: string): string =>
  `Yes, send me the lessons of “${courseTitle}” by email. I can stop at any time with one click in every mail.`;
