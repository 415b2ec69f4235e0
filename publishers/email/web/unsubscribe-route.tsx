import { isRead } from '../../http/methods.ts';
import type { EmailContext } from '../email-context.ts';
import { unsubscribe } from '../preferences.ts';
import { methodNotAllowed, personalPage, PostButton, unknownToken } from './answers.tsx';

/**
 * GET shows a button. POST ends the course, whether a person pressed it or a mail program posted
 * `List-Unsubscribe=One-Click` (RFC 8058): no cookie, no page in between, 200 each time.
 */
export async function unsubscribeRoute(context: EmailContext, request: Request, token: string): Promise<Response> {
  const uid = context.tokens.read('unsubscribe', token);
  if (uid === null) return unknownToken(request, context);
  if (request.method === 'POST') {
    const done = await unsubscribe(context, uid);
    return done ? gone(context, request, done.courseTitle) : unknownToken(request, context);
  }
  if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD, POST');
  const enrolment = await context.store.enrolments.byUid(uid);
  if (!enrolment) return unknownToken(request, context);
  if (enrolment.status === 'unsubscribed') return gone(context, request, enrolment.courseTitle);
  return personalPage(request, context, {
    title: 'Stop this course?',
    children: (
      <>
        <p className="summary">
          No more mail of “{enrolment.courseTitle}” will come to {enrolment.email}.
        </p>
        <PostButton label="Yes, unsubscribe" />
        <p>
          Only need a break?{' '}
          <a href={`/preferences/${context.tokens.make('preferences', uid)}`}>Pause the course instead</a>.
        </p>
      </>
    ),
  });
}

const gone = (context: EmailContext, request: Request, title: string): Promise<Response> =>
  personalPage(request, context, {
    title: 'You are unsubscribed',
    children: (
      <>
        <p className="summary">No more mail of “{title}” will come, corrections of earlier lessons included.</p>
        <p>The pages of this site always have the current text.</p>
      </>
    ),
  });
