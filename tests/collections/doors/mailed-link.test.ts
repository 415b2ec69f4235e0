import { describe, expect, it } from 'vitest';
import { invitationMail } from '../../../collections/shared/invitation-mail.ts';
import { readMailedLink } from '../../../collections/shared/mailed-link.ts';
import { digestOfToken } from '../../../collections/shared/reset-tokens.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';
import { apiOf } from '../../support/rest.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the mail of an invitation', () => {
  const until = new Date('2026-12-03T11:34:00Z');
  const mail = invitationMail({
    ...{ siteUrl: 'https://health.example.org', token: 'A'.repeat(43), until, from: 'Dr <Boss>' },
    to: { name: 'Ada' },
  });

  it('says until when, what happens then, and what to do when it is too late, in both forms', () => {
    const link = `https://health.example.org/admin/reset/${'A'.repeat(43)}`;
    expect(mail.text).toContain(`Choose your password:\n${link}\n`);
    expect(mail.html).toContain(`<a href="${link}"`);
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('until 3 December 2026 at 11:34 UTC');
      expect(form).toContain('You are logged in then');
      expect(form).toContain('to send the invitation again');
      expect(form).toContain('texts of health.example.org are');
    }
    expect(mail.html).toContain('Dr &lt;Boss&gt; made an account');
  });
});

describe.each(DATABASES)('a mailed link on %s', (database) => {
  const { system } = newsroomOn(database);
  const { rest } = apiOf(system);
  const read = (token: string) => readMailedLink(system.payload, token);
  const anAccount = async (name: string, over: Record<string, unknown>) => {
    const { payload } = system;
    const { id, email } = await aColleague(payload, { name, role: 'editor' });
    const token = `token-of-${name}`;
    const data = { resetPasswordToken: digestOfToken(token), ...over };
    await payload.db.updateOne({ collection: 'users', id, data });
    return { token, email };
  };
  // Payload asks the clock of the machine.
  const inADay = () => new Date(Math.max(Date.now(), system.now().getTime()) + DAY).toISOString();

  it('says whose password it is, until it was used', async () => {
    const until = inADay();
    const { token, email } = await anAccount('Ada', { invitation: 'sent', resetPasswordExpiration: until });
    expect(await read(token)).toEqual({ state: 'open', invitation: true, name: 'Ada', email, until });
    const body = { token, password: 'nine quiet herons wade here' };
    expect((await rest('POST', '/api/users/reset-password', { body })).status).toBe(200);
    system.setNow(new Date(Math.max(Date.now(), system.now().getTime()) + 1000));
    expect(await read(token)).toEqual({ state: 'ended', invitation: false });
    // So the page knows to say that it has ended, and not that the password is wrong.
    const again = await rest('POST', '/api/users/reset-password', { body });
    expect([again.status, again.json?.code]).toEqual([403, 'not-allowed']);
  });

  it('says that an invitation has ended, which only an admin can send again', async () => {
    const past = new Date(system.now().getTime() - DAY).toISOString();
    const { token } = await anAccount('Late', { invitation: 'sent', resetPasswordExpiration: past });
    expect(await read(token)).toEqual({ state: 'ended', invitation: true });
  });

  it('tells nothing to who has the digest, or none', async () => {
    const { token } = await anAccount('Other', { resetPasswordExpiration: inADay() });
    for (const guess of [digestOfToken(token), '', `${token}x`])
      expect(await read(guess)).toEqual({ state: 'unknown' });
  });
});
