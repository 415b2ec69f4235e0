import { carried, forReader } from '../../html/carry-numbers.ts';
import { failed } from '../../html/failures.tsx';
import { renderNotFound } from '../../html/messages.tsx';
import { failureProblem } from '../../http/failure.ts';
import { problem } from '../../http/problem.ts';
import { respondWith } from '../../http/representation.ts';
import { readLibrary } from '../../../release-log/readable-library.ts';
import type { EmailContext } from '../email-context.ts';
import { wantsJson } from './answers.tsx';
import { confirmRoute } from './confirm-route.tsx';
import { createCourseRoutes } from './course-routes.tsx';
import { lessonRoute } from './lesson-route.ts';
import { preferencesRoute } from './preferences-route.tsx';
import { unsubscribeRoute } from './unsubscribe-route.tsx';

type Route = (context: EmailContext, request: Request, token: string) => Promise<Response>;

const TOKEN_ROUTES: Record<string, Route> = {
  confirm: confirmRoute,
  unsubscribe: unsubscribeRoute,
  preferences: preferencesRoute,
  lessons: lessonRoute,
};

/** Answers the channel's web addresses (docs/addresses.md). Never throws: what goes wrong becomes a 500 or 503. */
export function createRespond(options: EmailContext): (request: Request) => Promise<Response> {
  const ofAnybody: EmailContext = { ...options, library: () => readLibrary(options.library) };

  const route = async (context: EmailContext, request: Request): Promise<Response> => {
    const [folder = '', name, rest, ...tooMuch] = segmentsOf(new URL(request.url).pathname);
    if (folder === 'courses' && name && tooMuch.length === 0) {
      const courses = createCourseRoutes(context);
      if (rest === undefined) return courses.page(request, name);
      if (rest === 'subscribe') return courses.subscribe(request, name);
    }
    const byToken = TOKEN_ROUTES[folder];
    return byToken && name && rest === undefined ? byToken(context, request, name) : notFound(context, request);
  };

  const notFound = async (context: EmailContext, request: Request): Promise<Response> => {
    if (wantsJson(request)) return problem('not-found', 'There is nothing at this address.');
    const rendered = await renderNotFound(context);
    return respondWith(request, rendered.representation, rendered);
  };

  return async (request) => {
    const context = forReader(ofAnybody, request);
    try {
      // Where the log cannot be read nothing else is asked: a question to a database that hangs waits for it.
      await context.library();
      return withChoice(await route(context, request), context);
    } catch (error) {
      context.onError(error);
      return wantsJson(request) ? failureProblem(error) : failed(request, context, error);
    }
  };
}

/** Where it leads on, a reader's own emergency numbers go with them. */
function withChoice(response: Response, { emergency }: EmailContext): Response {
  const location = response.headers.get('location');
  if (location !== null) response.headers.set('Location', carried(location, emergency));
  return response;
}

/** The decoded parts of a path; none of them when one is not valid percent-encoding. */
function segmentsOf(pathname: string): string[] {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return [];
  }
}
