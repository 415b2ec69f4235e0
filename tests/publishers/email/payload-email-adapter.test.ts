import { afterEach, describe, expect, it } from 'vitest';
import type { Payload } from 'payload';
import PostalMime from 'postal-mime';
import { payloadEmailAdapter } from '../../../publishers/email/payload-email-adapter.ts';
import { createTransport } from '../../../publishers/email/transport/transport.ts';
import { startSmtp, type Behaviour, type TestSmtp } from './smtp.ts';

describe('Payload’s own mail', () => {
  let smtp: TestSmtp;
  afterEach(() => smtp.close());
  const start = async (behaviour: Behaviour = {}) => {
    smtp = await startSmtp(behaviour);
    const transport = createTransport(smtp.url, { outboxDir: '/nowhere' });
    return payloadEmailAdapter(transport, 'Imprimatur <course@example.org>')({ payload: {} as Payload });
  };

  it('goes out through the same transport', async () => {
    const adapter = await start();
    const html = '<p>Reset: <a href="https://example.org/reset">here</a></p>';
    await adapter.sendEmail({ to: 'editor@example.com', subject: 'Reset your password', html });
    const mail = await PostalMime.parse(smtp.received[0]!.raw);
    expect(mail).toMatchObject({ subject: 'Reset your password', to: [{ address: 'editor@example.com' }] });
    expect(mail.text).toContain('https://example.org/reset');
  });

  it('says so when it was not accepted', async () => {
    const adapter = await start({ recipient: () => ({ code: 550, text: 'no' }) });
    await expect(adapter.sendEmail({ to: 'editor@example.com', subject: 'x', html: 'x' })).rejects.toThrow();
  });
});
