import { DateTime } from 'luxon';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { isRead } from '../../http/methods.ts';
import type { EmailContext } from '../email-context.ts';
import { erase, pause, resume, unsubscribe, wantNothing } from '../preferences.ts';
import type { Enrolment } from '../store/enrolments.ts';
import { methodNotAllowed, personalPage, PostButton, refuse, unknownToken } from './answers.tsx';
import { readFormBody } from './form-body.ts';
import { LESSONS_ONLY, NOTHING } from './leaving-words.ts';

const schema = z.object({ action: z.enum(['pause', 'resume', 'unsubscribe', 'nothing', 'erase']) });
type Action = z.infer<typeof schema>['action'];

const VERBS: Record<Action, (context: EmailContext, uid: string) => Promise<unknown>> = {
  pause,
  resume,
  unsubscribe,
  nothing: wantNothing,
  erase,
};

/** Pause, resume, stop, erase: what a person may do with their enrolment without logging in. */
export async function preferencesRoute(context: EmailContext, request: Request, token: string): Promise<Response> {
  const uid = context.tokens.read('preferences', token);
  const enrolment = uid === null ? null : await context.store.enrolments.byUid(uid);
  if (uid === null || !enrolment) return unknownToken(request, context);
  if (request.method === 'POST') return take(context, request, uid);
  if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD, POST');
  return personalPage(request, context, {
    title: 'Your course',
    children: <Preferences enrolment={enrolment} />,
  });
}

async function take(context: EmailContext, request: Request, uid: string): Promise<Response> {
  const body = await readFormBody(request);
  const parsed = body.status === 'ok' ? schema.safeParse(body.fields) : null;
  if (!parsed?.success) {
    return refuse(request, context, {
      code: body.status === 'refused' ? body.code : 'invalid-request',
      title: 'We did not understand that',
      text: 'Go back and press one of the buttons.',
    });
  }
  await VERBS[parsed.data.action](context, uid);
  if (parsed.data.action === 'erase') {
    return personalPage(request, context, {
      title: 'Your data is erased',
      children: (
        <p className="lede">
          Your address, your courses and the mails we sent are gone. Only an address that does not exist, or whose
          reader complained, stays on the list of addresses that must not be written to.
        </p>
      ),
    });
  }
  return new Response(null, {
    status: 303,
    headers: { Location: new URL(request.url).pathname, 'Cache-Control': 'no-store' },
  });
}

const STATUS: Record<Enrolment['status'], string> = {
  requested: 'You asked for this course but have not confirmed it yet.',
  active: 'You are taking this course.',
  paused: 'You have paused this course. No lessons come until you resume it.',
  finished: 'You have had all lessons of this course.',
  unsubscribed: 'You have stopped this course.',
  ended: 'We have ended this course.',
};

function Preferences({ enrolment }: { enrolment: Enrolment }): ReactNode {
  const { status, courseTitle, email } = enrolment;
  const isRunning = status === 'active' || status === 'paused';
  return (
    <>
      <p className="lede">
        “{courseTitle}”, sent to {email}. {STATUS[status]}
      </p>
      {status === 'active' && enrolment.nextDueAt && <p>The next lesson is due on {localTime(enrolment)}.</p>}
      {status === 'active' && <PostButton label="Pause" action="pause" />}
      {status === 'paused' && <PostButton label="Resume" action="resume" />}
      {status === 'active' && enrolment.heldBack && (
        <p>The next lesson is held back while a clinician looks at it again. It comes by itself when it may.</p>
      )}
      {isRunning && <PostButton label={LESSONS_ONLY} action="unsubscribe" />}
      {enrolment.nothingMore ? (
        <p>No mail comes to you, not even a correction.</p>
      ) : (
        <PostButton label={NOTHING} action="nothing" />
      )}
      <h2>Erase your data</h2>
      <p>
        This ends every course that you take with this address and deletes the address, your consent and the record of
        the mails we sent. It cannot be undone.
      </p>
      <PostButton label="Erase my data" action="erase" />
    </>
  );
}

const localTime = ({ nextDueAt, timeZone }: Enrolment): string =>
  nextDueAt
    ? DateTime.fromJSDate(nextDueAt, { zone: timeZone }).setLocale('en-GB').toFormat("cccc d LLLL 'at' HH:mm") +
      ` (${timeZone})`
    : '';
