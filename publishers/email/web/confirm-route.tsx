import type { ReactNode } from 'react';
import { isRead } from '../../http/methods.ts';
import { confirm, readConfirmation } from '../confirm.ts';
import type { EmailContext } from '../email-context.ts';
import { methodNotAllowed, personalPage, PostButton, unknownToken } from './answers.tsx';

/** GET shows a button and changes nothing, because scanners follow links; POST confirms. */
export async function confirmRoute(context: EmailContext, request: Request, token: string): Promise<Response> {
  const uid = context.tokens.read('confirm', token);
  if (uid === null) return unknownToken(request, context);
  if (request.method === 'POST') return take(context, request, uid);
  if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD, POST');
  const enrolment = await readConfirmation(context, uid);
  if (!enrolment) return unknownToken(request, context);
  if (enrolment.can === 'already') return already(context, request, enrolment.courseTitle);
  if (enrolment.can === 'expired') return expired(context, request);
  return personalPage(request, context, {
    title: 'Do you want this course?',
    children: (
      <>
        <p className="lede">
          Press the button, and the first lesson of “{enrolment.courseTitle}” is sent to {enrolment.email}{' '}
          {enrolment.held ? 'as soon as it may go out: a clinician is looking at it again' : 'at once'}.
        </p>
        <PostButton label="Yes, start the course" />
        <p className="s">If you did not ask for it, close this page: nothing more will come.</p>
      </>
    ),
  });
}

async function take(context: EmailContext, request: Request, uid: string): Promise<Response> {
  const done = await confirm(context, uid);
  switch (done.result) {
    case 'unknown':
      return unknownToken(request, context);
    case 'expired':
      return expired(context, request);
    case 'course-gone':
      return page(context, request, 410, 'This course is no longer given', 'It was withdrawn. No mail will come.');
    case 'already':
      return already(context, request, done.enrolment.courseTitle);
    case 'confirmed':
      return personalPage(request, context, {
        title: 'You are in',
        children: done.held ? (
          <p className="lede">
            The first lesson of “{done.enrolment.courseTitle}” is held back while a clinician looks at it again. You
            need not do anything: it comes by itself when it may go out.
          </p>
        ) : (
          <p className="lede">The first lesson of “{done.enrolment.courseTitle}” is on its way to your inbox.</p>
        ),
      });
  }
}

const already = (context: EmailContext, request: Request, title: string) =>
  page(context, request, 200, 'You have already confirmed', `The lessons of “${title}” come by themselves.`);

const expired = (context: EmailContext, request: Request) =>
  page(
    context,
    request,
    410,
    'This link no longer works',
    'It works for 7 days, and only once. Fill in the form on the course page again.',
  );

function page(context: EmailContext, request: Request, status: number, title: string, text: string): Promise<Response> {
  const children: ReactNode = <p className="lede">{text}</p>;
  return personalPage(request, context, { title, status, children });
}
