/**
 * What channels tell the process log, one line each: ids, kinds and codes. Never an address, a token, a subject or
 * text of an entry: whoever reads logs may see none of them. This list is all there is.
 */
export interface ChannelEvents {
  'mail-accepted': Tried;
  'mail-deferred': Tried;
  'mail-rejected': Tried;
  /** nobody knows whether it arrived */
  'mail-uncertain': Tried;
  'mail-suppressed': Mail;
  /** taken up, and put back until `until` */
  'mail-held': Mail & { until: string };
  /** a person's word on a mail that a restore held */
  'mail-released': Mail;
  'mail-discarded': Mail;
  /** the server is left alone for a while */
  'mail-server-paused': { code: string };
  'mail-server-resumed': { code: string };
  /** the next lesson may not go out now */
  'lesson-held-back': { enrolment: string; code: HeldCode };
  /** nothing can be planned for it; it is looked at once a day */
  'enrolment-set-aside': { enrolment: string; failures: number };
  'enrolment-changed': {
    enrolment: string;
    status: 'active' | 'paused' | 'finished' | 'ended' | 'unsubscribed' | 'wants-nothing' | 'erased';
  };
  'corrections-planned': { seq: number; count: number };
  'sign-up-limited': { by: 'network' | 'mailbox' | 'course'; course: string };
  /** the effects of the log up to this position are taken */
  followed: { channel: string; seq: number };
}

export type HeldCode = 'course-past-review' | 'no-entry-live' | 'sign-not-live' | 'lesson-gone' | 'earlier-held';

interface Mail {
  delivery: string;
  enrolment: string;
  kind: string;
}

/** `code`: the reply of the mail server, or how the try ended without one. */
type Tried = Mail & { tries: number; code: string };

type ChannelEvent = {
  [Name in keyof ChannelEvents]: { event: Name } & ChannelEvents[Name];
}[keyof ChannelEvents];

export type LogEvent = (event: ChannelEvent) => void;

/** How each is logged: `warn` is for what a person should look at when there are many. */
export const EVENT_LEVELS: Readonly<Record<keyof ChannelEvents, 'info' | 'warn'>> = {
  'mail-accepted': 'info',
  'mail-deferred': 'info',
  'mail-rejected': 'warn',
  'mail-uncertain': 'warn',
  'mail-suppressed': 'info',
  'mail-held': 'info',
  'mail-released': 'info',
  'mail-discarded': 'info',
  'mail-server-paused': 'warn',
  'mail-server-resumed': 'info',
  'lesson-held-back': 'info',
  'enrolment-set-aside': 'warn',
  'enrolment-changed': 'info',
  'corrections-planned': 'info',
  'sign-up-limited': 'warn',
  followed: 'info',
};
