import { htmlRepresentation } from '../../html/rendered.ts';
import { NO_STORE } from '../../http/caching.ts';
import { isRead } from '../../http/methods.ts';
import { respondWith } from '../../http/representation.ts';
import type { EmailContext } from '../email-context.ts';
import { recallLesson } from '../lesson-material.ts';
import { methodNotAllowed, unknownToken } from './answers.tsx';

/** A mail brings its styles with it, inline; nothing else may load or run. */
const HEADERS = {
  'Cache-Control': NO_STORE,
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** The lesson as it was sent, made again from the releases that were in it, under what was corrected since. */
export async function lessonRoute(context: EmailContext, request: Request, token: string): Promise<Response> {
  if (!isRead(request)) return methodNotAllowed(request, context, 'GET, HEAD');
  const uid = context.tokens.read('lesson', token);
  const delivery = uid === null ? null : await context.store.deliveries.byUid(uid);
  const [course, ...entries] = delivery?.kind === 'lesson' ? delivery.contents : [];
  if (!delivery || !course) return unknownToken(request, context);
  const material = await recallLesson(await context.library(), {
    courseSeq: course.seq,
    lessonKey: delivery.lessonKey,
    entrySeqs: entries.map(({ seq }) => seq),
  });
  if (!material) return unknownToken(request, context);
  const later = (await context.store.laterReleases(delivery.contents)).filter(
    ({ kind, changeKind }) => kind === 'withdrawn' || changeKind === 'safety' || changeKind === 'major',
  );
  const html = await context.renderer.lessonPage(material, later);
  return respondWith(request, htmlRepresentation(html), { headers: HEADERS });
}
