import type { LogEvent } from '../channel-events.ts';
import type { ChannelContext } from '../publisher.ts';
import type { RequestCounts } from '../../model/limits.ts';
import type { ReleaseLog } from '../../release-log/read-rows.ts';
import type { ReadersLeft } from './left/left-file.ts';
import type { MailServerBreaker } from './mail-server-breaker.ts';
import type { MailTransport } from './mail-transport.ts';
import type { MailRenderer } from './render-mail.ts';
import type { Sender } from './address.ts';
import type { SignUpLimits } from './sign-up-policy.ts';
import type { EmailStore } from './store/store.ts';
import type { TokenCodec } from './tokens.ts';

/** What every part of the channel works with. */
export interface EmailContext extends ChannelContext {
  store: EmailStore;
  /** the log itself, for questions that the library's 250 ms of age are too old for */
  releaseLog: ReleaseLog;
  renderer: MailRenderer;
  transport: MailTransport;
  counts: RequestCounts;
  signUpLimits: SignUpLimits;
  /** proxies before the server whose word on the client's address is taken */
  trustedProxies: number;
  breaker: MailServerBreaker;
  /** milliseconds in which a mail is made, or put off so that others have their turn */
  makeWithinMs: number;
  tokens: TokenCodec;
  /** who left, outside the database */
  left: ReadersLeft;
  /** PAYLOAD_SECRET */
  secret: string;
  mailFrom: string;
  sender: Sender;
  postalAddress: string;
  /** a new UUID */
  random: () => string;
  log: LogEvent;
  onError: (error: unknown) => void;
}
