import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { LogEvent } from '../channel-events.ts';
import type { ChannelContext, FollowingPublisher, WebPublisher } from '../publisher.ts';
import type { RequestCounts } from '../../model/limits.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import type { EmailContext } from './email-context.ts';
import { followCorrections } from './corrections.ts';
import { decideHeld, heldMails, waitingCorrections } from './decide-held.ts';
import { holdAfterRestore, type AfterRestore } from './hold-after-restore.ts';
import type { ReadersLeft } from './left/left-file.ts';
import type { LeftLine } from './left/left-lines.ts';
import { letGoAgain, type LetGo } from './left/let-go-again.ts';
import { inGroups } from './in-groups.ts';
import { createMailServerBreaker } from './mail-server-breaker.ts';
import type { MailTransport } from './mail-transport.ts';
import { createMailRenderer } from './render-mail.ts';
import { prepareDue, runDue, type PassReport } from './run-due.ts';
import type { Turn } from './record-turn.ts';
import { sendDue, type Halt } from './send-due.ts';
import { parseAddress, senderOf } from './address.ts';
import { takeComplaint } from './preferences.ts';
import type { SignUpLimits } from './sign-up-policy.ts';
import type { Delivery } from './store/delivery.ts';
import { createEmailStore } from './store/store.ts';
import type { WhichHeld } from './which-held.ts';
import { createTokenCodec } from './tokens.ts';
import { createRespond } from './web/respond.ts';
import { EMAIL_PATHS } from './web/paths.ts';

export interface EmailPublisherOptions extends ChannelContext {
  payload: Payload;
  transport: MailTransport;
  /** of sign-ups, shared by all processes */
  counts: RequestCounts;
  signUpLimits: SignUpLimits;
  trustedProxies: number;
  /** who leaves is kept there too */
  left: ReadersLeft;
  /** PAYLOAD_SECRET; the keys of the tokens are derived from it */
  secret: string;
  /** an address, or a name and an address in angle brackets */
  mailFrom: string;
  /** of the sender; stands in every mail */
  postalAddress: string;
  /** milliseconds in which a mail is made, or put off; 20,000 unless told */
  makeWithinMs?: number;
  /** a new UUID; version 7 unless told */
  random?: () => string;
  /** is told what happened to enrolments and deliveries */
  log?: LogEvent;
  /** is told every error that did not stop the pass or became a 500 */
  onError?: (error: unknown) => void;
}

export type EmailPublisher = Omit<WebPublisher, 'name'> &
  Omit<FollowingPublisher, 'name'> & {
    name: 'email';
    /** Takes over what dead workers left and plans lessons that are due. Throws when the database cannot be asked. */
    prepareDue(): Promise<unknown>;
    /**
     * Sends what is due, until nothing is or `halt` asks for it; `onTurn` hears each second that it goes on. Throws
     * when the database cannot be asked.
     */
    sendDue(halt?: Halt, onTurn?: () => void): Promise<Turn[]>;
    /** For a ledger that was put back: what may have gone out since the backup waits for a person. */
    holdAfterRestore(since: Date): Promise<AfterRestore>;
    /** After that: lets go again whoever left since, as it is known outside the database. */
    letGoAgain(lines: readonly LeftLine[], since: Date): Promise<LetGo>;
    /** What waits so. */
    heldMails(which?: WhichHeld): Promise<Delivery[]>;
    /** Corrections that wait for nobody but a worker: shown beside what is held. */
    waitingCorrections(): Promise<Delivery[]>;
    /** A person's word on it. Answers how many mails it was about. */
    decideHeld(which: WhichHeld, decision: 'release' | 'discard'): Promise<number>;
    /** The reader at this address called our mail unwanted. Throws TypeError for what is no address. */
    takeComplaint(address: string): Promise<boolean>;
    /** Both, one after the other: for scripts and tests. */
    runDue(): Promise<PassReport>;
  };

const MAKE_WITHIN_MS = 20_000;

/** The email course channel: web pages for subscribers, lessons when they are due, corrections along the log. */
export function createEmailPublisher(options: EmailPublisherOptions): EmailPublisher {
  const { payload, secret, siteUrl, postalAddress, demo, emergency, mailFrom } = options;
  const releaseLog = createReleaseLog(payload);
  const heads = inGroups(async (asked: null[]) => {
    const head = await releaseLog.head();
    return asked.map(() => head);
  });
  const context: EmailContext = {
    ...options,
    store: createEmailStore(payload),
    // Asked of each mail, of all that ask at one time once.
    releaseLog: { ...releaseLog, head: () => heads(null) },
    renderer: createMailRenderer({ siteUrl, postalAddress, demo, emergency }),
    tokens: createTokenCodec(secret),
    sender: senderOf(mailFrom),
    breaker: createMailServerBreaker(),
    makeWithinMs: options.makeWithinMs ?? MAKE_WITHIN_MS,
    random: options.random ?? uuidv7,
    log: options.log ?? (() => undefined),
    onError: options.onError ?? (() => undefined),
  };
  return {
    name: 'email',
    paths: EMAIL_PATHS,
    respond: createRespond(context),
    follow: (since, upTo) => followCorrections(context, since, upTo),
    prepareDue: () => prepareDue(context),
    sendDue: (halt, onTurn) => sendDue(context, halt, onTurn),
    holdAfterRestore: (since) => holdAfterRestore(context, since),
    letGoAgain: (lines, since) => letGoAgain(context, lines, since),
    waitingCorrections: () => waitingCorrections(context),
    heldMails: (which) => heldMails(context, which),
    decideHeld: (which, decision) => decideHeld(context, which, decision),
    async takeComplaint(text) {
      const address = parseAddress(text);
      if ('issue' in address) throw new TypeError(`${text}: ${address.issue}`);
      return takeComplaint(context, address);
    },
    runDue: () => runDue(context),
  };
}
