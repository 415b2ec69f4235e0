import { createLocalReq, type Payload } from 'payload';
import { answerExpertLink } from '../../editorial/experts/answer-link.ts';
import { linkOfToken } from '../../editorial/experts/link-row.ts';
import { readRevisionOf } from '../../editorial/experts/read-links.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { expertLinkState } from '../../editorial/rules/expert-links.ts';
import { CodedError, ERROR_STATUS, type ErrorCode } from '../../model/errors.ts';
import type { Limit, RequestCounts } from '../../model/limits.ts';
import { networkOf } from '../../publishers/http/client.ts';
import { ExpertForm, GivenAnswer } from './expert-form.tsx';
import { expertPage } from './expert-page.tsx';
import type { Fields } from './answer-fields.tsx';
import { expertOffers, expertPreview } from './expert-preview.ts';
import { readExpertForm } from './form-body.ts';
import { COMMENT, KeptAnswer } from './kept-answer.tsx';

export interface ExpertDoor {
  payload: Payload;
  counts: RequestCounts;
  limit: Limit;
  /** as the request says; null when nobody can know */
  client: string | null;
}

/**
 * /expert/{token} by the parts of its address, and below it what it shows of the channels: GET and HEAD show, and change nothing, for mail scanners follow links; POST takes the answer, once.
 * No login, no cookie, and nothing else is reached by the token. What somebody typed they get back with whatever is
 * refused. Never throws.
 */
export async function answerExpert(
  request: Request,
  [token = '', ...below]: readonly string[],
  door: ExpertDoor,
): Promise<Response> {
  let typed: Fields = {};
  try {
    const { method } = request;
    if (below.length > 0) return await showBelow(request, token, below, door);
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      return await refused('method-not-allowed', 'It answers GET, HEAD and POST.', { Allow: 'GET, HEAD, POST' });
    // Before anything can fail: what cannot be taken is shown again.
    if (method === 'POST') typed = await readExpertForm(request);
    const wait = await door.counts.count('expert', networkOf(door.client), door.limit);
    if (wait !== null)
      return await refused('too-many-requests', 'Please try again later.', { 'Retry-After': String(wait) }, typed);
    return method === 'POST' ? await take(typed, token, door) : await show(token, door);
  } catch (error) {
    if (error instanceof CodedError) return refused(error.code, error.message, {}, typed);
    door.payload.logger.error({ err: error, msg: 'a page for an outside expert failed' });
    return refused('internal-error', 'Nothing was saved. Please try again in a few minutes.', {}, typed);
  }
}

/** What the text looks like in the channels. Pictures are counted apart: a page has many. */
async function showBelow(request: Request, token: string, below: readonly string[], door: ExpertDoor) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refused('method-not-allowed', 'It answers GET and HEAD.', { Allow: 'GET, HEAD' });
  const { most, minutes } = door.limit;
  const limit = below[0] === 'figures' ? { most: most * FIGURES_OF_A_PAGE, minutes } : door.limit;
  const wait = await door.counts.count(
    `expert-${below[0] === 'figures' ? 'figures' : 'preview'}`,
    networkOf(door.client),
    limit,
  );
  if (wait !== null) return refused('too-many-requests', 'Please try again later.', { 'Retry-After': String(wait) });
  const req = await createLocalReq({}, door.payload);
  const found = await linkOfToken(req, token);
  if (!found) return refused('invalid-token', UNKNOWN);
  const state = expertLinkState(found.link, servicesOf(door.payload).now());
  if (state === 'answered') return refused('gone', 'You have answered: the text is not shown any more.');
  if (state !== 'open' || !found.text) return refused('gone', ENDED[state]);
  return (
    (await expertPreview(
      req,
      { token, link: found.link, text: found.text },
      below,
      new URL(request.url).searchParams,
    )) ?? refused('not-found', 'There is nothing at this address.')
  );
}

const FIGURES_OF_A_PAGE = 20;

async function show(
  token: string,
  { payload }: ExpertDoor,
  again?: { typed: Fields; faults: Fields },
): Promise<Response> {
  const req = await createLocalReq({}, payload);
  const found = await linkOfToken(req, token);
  if (!found) return refused('invalid-token', UNKNOWN);
  const { link, text } = found;
  const state = expertLinkState(link, servicesOf(payload).now());
  if (state === 'answered')
    return expertPage({ status: 200, title: 'Your answer', children: <GivenAnswer link={link} /> });
  const current = await readRevisionOf(req, link.entry);
  if (state !== 'open' || !text || current === null) return refused('gone', ENDED[state], {}, again?.typed);
  const hasChanged = current !== link.revision;
  const offers = await expertOffers(req, { token, link, text });
  return expertPage({
    status: again ? ERROR_STATUS['invalid-request'] : 200,
    title: link.title === '' ? 'A text for your opinion' : link.title,
    children: <ExpertForm link={link} text={text} hasChanged={hasChanged} offers={offers} {...again} />,
  });
}

async function take(typed: Fields, token: string, door: ExpertDoor): Promise<Response> {
  const comments = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(COMMENT) ? [[name.slice(COMMENT.length), value] as const] : [],
  );
  const { name, credentials, verdict, words } = typed;
  const given = { name, credentials, verdict, words, comments: Object.fromEntries(comments) };
  try {
    const refusal = await answerExpertLink({ payload: door.payload, token, given });
    if (refusal) return await show(token, door, { typed, faults: refusal.faults });
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'wrong-state') throw error;
    return refused('wrong-state', 'This link takes one answer, and has it. Nothing was changed.', {}, typed);
  }
  // So that a reload shows the answer and sends nothing.
  return new Response(null, {
    status: 303,
    headers: { Location: `/expert/${token}`, 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' },
  });
}

const UNKNOWN = 'This link does not work. It may have been cut short on its way: copy the whole address.';
const ENDED = {
  open: 'The text that you were asked about is no longer there. Ask whoever sent you the link.',
  revoked: 'Whoever sent you this link has ended it. Ask them if you should still look.',
  expired: 'The time for this link is over. Ask whoever sent it for a new one.',
};

const refused = (
  code: ErrorCode,
  text: string,
  headers: Record<string, string> = {},
  typed: Fields = {},
): Promise<Response> => {
  const status = ERROR_STATUS[code];
  // Where nobody was asked, nothing is said back.
  const isKept = code !== 'invalid-token' && Object.keys(typed).length > 0;
  return expertPage({
    status,
    title: TITLES[code] ?? 'This did not work',
    children: (
      <>
        <p className="lead">{text}</p>
        {isKept && <KeptAnswer typed={typed} maySend={status === 429 || status >= 500} />}
      </>
    ),
    headers,
  });
};

const TITLES: Partial<Record<ErrorCode, string>> = {
  'invalid-token': 'This link does not work',
  gone: 'This link has ended',
  'not-found': 'This link has ended',
  'wrong-state': 'You have answered already',
  'too-many-requests': 'Too many requests',
  'body-too-large': 'That is too long',
};
