import { isRead } from '../../http/methods.ts';
import type { EmailContext } from '../email-context.ts';
import { unsubscribe, wantNothing } from '../preferences.ts';
import type { Enrolment } from '../store/enrolments.ts';
import { methodNotAllowed, personalPage, PostButton, unknownToken } from './answers.tsx';
import { readFormBody } from './form-body.ts';
import { LESSONS_ONLY, NOTHING } from './leaving-words.ts';

/**
 * GET shows two buttons. POST ends the lessons, whether a person pressed the first or a mail program posted
 * `List-Unsubscribe=One-Click` (RFC 8058): no cookie, no page in between, 200 each time. Only who asks for it gets
 * no correction of what they were sent either.
 */
export async function unsubscribeRoute(context: EmailContext, request: Request, token: string): Promise<Response> {
  const uid = context.tokens.read('unsubscribe', token);
  if (uid === null) return unknownToken(request, context);
  if (request.method === 'POST') {
    const done = (await asksForNothing(request)) ? await wantNothing(context, uid) : await unsubscribe(context, uid);
    return done ? gone(context, request, done) : unknownToken(request, context);
  }
  if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD, POST');
  const enrolment = await context.store.enrolments.byUid(uid);
  if (!enrolment) return unknownToken(request, context);
  if (enrolment.status === 'unsubscribed') return gone(context, request, enrolment);
  return personalPage(request, context, {
    title: 'Stop this course?',
    children: (
      <>
        <p className="lede">
          No more lessons of “{enrolment.courseTitle}” will come to {enrolment.email}.
        </p>
        <PostButton label={LESSONS_ONLY} />
        <PostButton label={NOTHING} action="nothing" />
        <p>
          Only need a break?{' '}
          <a href={`/preferences/${context.tokens.make('preferences', uid)}`}>Pause the course instead</a>.
        </p>
      </>
    ),
  });
}

/** Whatever else a body holds, or one that cannot be read, ends the lessons. */
async function asksForNothing(request: Request): Promise<boolean> {
  const body = await readFormBody(request);
  return body.status === 'ok' && body.fields.action === 'nothing';
}

const gone = (context: EmailContext, request: Request, { courseTitle, nothingMore }: Enrolment): Promise<Response> =>
  personalPage(request, context, {
    title: 'You are unsubscribed',
    children: nothingMore ? (
      <>
        <p className="lede">No more mail will come, of no course, corrections of earlier lessons included.</p>
        <p>The pages of this site always have the current text.</p>
      </>
    ) : (
      <>
        <p className="lede">
          No more lessons of “{courseTitle}” will come. Should something in a lesson that we sent you turn out to be
          wrong, we tell you in one mail.
        </p>
        <p>You do not want that either, nor any other course?</p>
        <PostButton label={NOTHING} action="nothing" />
      </>
    ),
  });
