import { pathOf } from '../../addresses.ts';
import { renderMoved, renderNotFound } from '../../html/messages.tsx';
import { renderWithdrawn } from '../../html/withdrawn.tsx';
import { htmlRepresentation, publicAnswer } from '../../html/rendered.ts';
import { clientOf } from '../../http/client.ts';
import { isRead } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { respondWith } from '../../http/representation.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { trackReads } from '../../../release-log/track-reads.ts';
import type { CourseContent } from '../../../model/entries/course.ts';
import type { EmailContext } from '../email-context.ts';
import { beginsHeld, liveCourse, type LessonMaterial } from '../lesson-material.ts';
import { countSignUp } from '../sign-up-limits.ts';
import { subscribe } from '../subscribe.ts';
import { methodNotAllowed, personalPage, refuse, wantsJson } from './answers.tsx';
import { readFormBody } from './form-body.ts';
import { renderCourse } from './render-course.tsx';
import { consentWording, parseSubscribeForm } from './subscribe-fields.ts';

type Course = LessonMaterial['course'];
type Handler = (request: Request, slug: string) => Promise<Response>;

/** The course page and its form. */
export function createCourseRoutes(context: EmailContext): { page: Handler; subscribe: Handler } {
  const held = (library: Library, course: CourseContent) => beginsHeld(library, course, context.now());
  const page: Handler = async (request, slug) => {
    if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD');
    const tracked = trackReads(await context.library());
    const found = await find(context, request, slug, tracked.library);
    if ('response' in found) return found.response;
    const { row, content } = found.course;
    const rendered = await context.pages.get(pathOf(row), tracked, async () =>
      publicAnswer(await renderCourse(context, { row, course: content, held: await held(tracked.library, content) })),
    );
    return respondWith(request, rendered.representation, rendered);
  };

  const take: Handler = async (request, slug) => {
    if (isRead(request)) return checkInbox(request, context);
    if (request.method !== 'POST') return methodNotAllowed(request, context, 'GET, HEAD, POST');
    const found = await find(context, request, slug, await context.library());
    if ('response' in found) return found.response;
    return takeForm(context, request, found.course);
  };

  return { page, subscribe: take };
}

const REFUSALS = {
  'body-too-large': { title: 'That was too much', text: 'The form takes 16 KB at most.' },
  'unsupported-media-type': { title: 'We cannot read that', text: 'Send the form, or JSON.' },
  'invalid-request': { title: 'We cannot read that', text: 'The body is not a JSON object.' },
};

async function takeForm(context: EmailContext, request: Request, course: Course): Promise<Response> {
  const body = await readFormBody(request);
  if (body.status === 'refused') return refuse(request, context, { code: body.code, ...REFUSALS[body.code] });
  const form = parseSubscribeForm(body.fields);
  if (form.status === 'issues') {
    if (wantsJson(request))
      return problem('invalid-request', 'The form has mistakes in it.', { extra: { issues: form.issues } });
    const { row, content } = course;
    const { html, headers } = await renderCourse(context, {
      row,
      course: content,
      held: await beginsHeld(await context.library(), content, context.now()),
      issues: form.issues,
      values: form.values,
    });
    return respondWith(request, htmlRepresentation(html), { status: 400, headers });
  }
  const { uid } = course.row;
  const { title } = course.content;
  const client = clientOf(request.headers.get('x-forwarded-for'), context.trustedProxies);
  const counted = await countSignUp(context, { client, mailbox: form.address.address, courseUid: uid });
  if (counted.status !== 'within') context.log({ event: 'sign-up-limited', by: counted.status, course: uid });
  if ('retryAfterSeconds' in counted) return tooMany(context, request, counted.retryAfterSeconds);
  if (counted.status === 'within')
    await subscribe(context, {
      course: { uid, title },
      address: form.address,
      timeZone: form.timeZone,
      consentWording: consentWording(title),
    });
  if (wantsJson(request)) {
    return Response.json({ status: 'check-your-inbox' }, { status: 202, headers: { 'Cache-Control': 'no-store' } });
  }
  // See Other: loading the page again must not send the form again (RFC 9110 §15.4.4).
  const location = `${pathOf(course.content)}/subscribe`;
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}

const tooMany = (context: EmailContext, request: Request, seconds: number): Promise<Response> =>
  refuse(request, context, {
    code: 'too-many-requests',
    title: 'Too many requests just now',
    text: 'Courses were asked for more often than we take. Nothing is wrong with your address. Please try again in an hour.',
    headers: { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' },
  });

/** The same for every address, known or not, so that nobody can find out who takes a course. */
const checkInbox = (request: Request, context: EmailContext): Promise<Response> =>
  personalPage(request, context, {
    title: 'Check your inbox',
    children: (
      <>
        <p className="lede">
          If the address can get the course, a mail is on its way to it. Press the button in that mail, and the course
          begins.
        </p>
        <p>No mail after 10 minutes? Look in the spam folder, or fill in the form again.</p>
      </>
    ),
  });

type Found = { course: Course } | { response: Response };

/** The live course at this address, or the answer that the site gives for any other page. */
async function find(context: EmailContext, request: Request, slug: string, library: Library): Promise<Found> {
  const settings = { library, siteUrl: context.siteUrl, demo: context.demo, emergency: context.emergency };
  const found = library.find('course', slug);
  const course = found?.status === 'live' ? await liveCourse(library, found.entry.uid) : null;
  if (course) return { course };
  if (request.method === 'POST' && found?.status === 'moved') return { response: movedTo(found.entry) };
  if (wantsJson(request) && found?.status !== 'moved') return { response: problemFor(found) };
  const rendered = await (found?.status === 'withdrawn'
    ? renderWithdrawn(found.entry, settings)
    : found?.status === 'moved'
      ? renderMoved(found.entry, settings)
      : renderNotFound(settings));
  return { response: await respondWith(request, rendered.representation, rendered) };
}

const problemFor = (found: ReturnType<Library['find']>): Response =>
  found?.status === 'withdrawn'
    ? problem('gone', 'The course was withdrawn.')
    : problem('not-found', 'There is no such course.');

/** 308 keeps the method and the form (RFC 9110 §15.4.9). */
const movedTo = (course: LibraryEntry): Response =>
  new Response(null, { status: 308, headers: { Location: `${pathOf(course)}/subscribe` } });
