import { staffMail } from '../../publishers/html/staff-mail.ts';

interface Invitation {
  siteUrl: string;
  /** of the link */
  token: string;
  to: { name: string };
  /** the name of whoever made the account */
  from: string;
  until: Date;
}

/** The mail that leads a new colleague to their first password. */
export function invitationMail({ siteUrl, token, to, from, until }: Invitation): Mail {
  const mail = staffMail({
    hello: `Dear ${to.name},`,
    why: [
      `${from} made an account for you at Imprimatur, where the texts of ${new URL(siteUrl).host} are written and reviewed. It is yours as soon as you have chosen a password.`,
    ],
    button: 'Choose your password',
    link: `${siteUrl}/admin/reset/${token}`,
    rest: [
      `The link works once, until ${momentOf(until)}. You are logged in then, and see what waits for you. Later you log in at ${siteUrl}/admin.`,
      `Too late, or lost? Ask ${from} to send the invitation again.`,
      'Nobody else knows your password, and nobody will ask you for it. If you did not expect this mail, do nothing: without a password nobody can use the account.',
    ],
  });
  return { subject: 'Your account at Imprimatur: choose a password', ...mail };
}

interface Mail {
  subject: string;
  html: string;
  text: string;
}

const momentOf = (moment: Date): string =>
  `${moment.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
