import { MinimalTemplate } from '@payloadcms/next/templates';
import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { readMailedLink, type MailedLink } from '../../collections/shared/mailed-link.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { ChoosePasswordForm } from './choose-password-form.tsx';
import './accounts.css';

/** Where a mailed link leads: to the password of one account, or to what can be done about a link that has ended. */
export async function ChoosePassword({ initPageResult, params }: AdminViewServerProps) {
  const { payload, user } = initPageResult.req;
  const { admin } = payload.config.routes;
  const token = params?.segments?.[1];
  if (user) return <LoggedIn admin={admin} email={user.email} />;
  const link = await readMailedLink(payload, typeof token === 'string' ? token : '');
  if (link.state !== 'open') return <Ended admin={admin} link={link} />;
  const { invitation, name, email, until } = link;
  return (
    <Page title={invitation ? `Welcome, ${name}` : 'Choose a new password'}>
      <p>
        {invitation ? 'Choose the password' : 'It is'} for <strong>{email}</strong>. You are logged in then.
      </p>
      <ChoosePasswordForm token={String(token)} email={email} admin={admin} api={payload.config.routes.api} />
      <p className="account-note">
        This page works once, until <LocalTime at={until} />.
      </p>
    </Page>
  );
}

const Page = ({ title, children }: { title: string; children: ReactNode }) => (
  <MinimalTemplate className="reset-password">
    <main className="account-choose">
      <h1>{title}</h1>
      {children}
    </main>
  </MinimalTemplate>
);

const LoggedIn = ({ admin, email }: { admin: string; email: string }) => (
  <Page title="You are logged in">
    <p>
      You are logged in as <strong>{email}</strong>. You change your own password on{' '}
      <Link href={`${admin}/account`}>your account</Link>.
    </p>
    <p>
      Is the link for another account? <Link href={`${admin}/logout`}>Log out</Link> first, then open it again.
    </p>
  </Page>
);

function Ended({ admin, link }: { admin: string; link: Exclude<MailedLink, { state: 'open' }> }) {
  if (link.state === 'ended' && link.invitation)
    return (
      <Page title="This invitation has ended">
        <p>It was not accepted in time. Ask whoever made your account, or any admin, to send the invitation again.</p>
      </Page>
    );
  const isKnown = link.state === 'ended';
  return (
    <Page title={isKnown ? 'This link has ended' : 'This link leads nowhere'}>
      <p>
        {isKnown
          ? 'It works once, and for a limited time. If you chose a password with it, log in with that.'
          : 'A newer mail may have taken its place: use the link in the last one. Or it was cut off: copy the whole address.'}
      </p>
      <p>
        <Link href={`${admin}/login`}>Log in</Link>, or <Link href={`${admin}/forgot`}>ask for a new link</Link>.
      </p>
      <p className="account-note">
        You were invited and never chose a password? Ask an admin to send the invitation again.
      </p>
    </Page>
  );
}
