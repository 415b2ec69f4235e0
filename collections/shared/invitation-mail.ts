import { markup } from '../../publishers/html/markup.ts';

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
  const link = `${siteUrl}/admin/reset/${token}`;
  const [hello, why, choose, ...rest] = [
    `Dear ${to.name},`,
    `${from} made an account for you at Imprimatur, where the texts of ${siteUrl} are written and reviewed.`,
    'Choose your password here:',
    `The link works once, until ${momentOf(until)}. Nobody else knows your password, and nobody will ask you for it.`,
    'If you did not expect this, do nothing: without a password nobody can use the account.',
  ];
  const { text: html } = markup`<p>${hello}</p>
<p>${why}</p>
<p>${choose}<br><a href="${link}">${link}</a></p>
${rest.map((paragraph) => markup`<p>${paragraph}</p>`)}`;
  return {
    subject: 'Your account at Imprimatur',
    html,
    text: [hello, why, `${choose}\n${link}`, ...rest].join('\n\n'),
  };
}

interface Mail {
  subject: string;
  html: string;
  text: string;
}

const momentOf = (moment: Date): string =>
  `${moment.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
