import { answerExpert } from '../../../../../admin/experts/respond.tsx';
import { createRequestCounts } from '../../../../../collections/shared/request-counts.ts';
import { servicesOf } from '../../../../../editorial/records/services.ts';
import { EXPERT_LIMIT } from '../../../../../policy.ts';
import { clientOf } from '../../../../../publishers/http/client.ts';
import { system } from '../../../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

interface Asked {
  params: Promise<{ token: string; part?: string[] }>;
}

/** The page of somebody outside who was asked about one text. It is no channel: nothing of it is public. */
async function answer(request: Request, { params }: Asked): Promise<Response> {
  const { payload, env } = await system();
  const { token, part = [] } = await params;
  return answerExpert(request, [token, ...part], {
    payload,
    counts: createRequestCounts(payload, env.payloadSecret, servicesOf(payload).now),
    limit: EXPERT_LIMIT,
    client: clientOf(request.headers.get('x-forwarded-for'), env.trustedProxies),
  });
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
