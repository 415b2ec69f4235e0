import type { ReactNode } from 'react';
import { clinicianPath, correctionsPath, proofPath } from '../../addresses.ts';
import type { FeedLink } from '../../html/head.tsx';
import { renderMovedTo } from '../../html/messages.tsx';
import { renderPage } from '../../html/page.tsx';
import { publicAnswer } from '../../html/rendered.ts';
import { renderWithdrawn } from '../../html/withdrawn.tsx';
import type { Rendered } from '../../http/representation.ts';
import { CORRECTIONS_LEDE, CORRECTIONS_TITLE, gradeLabel } from '../../wording/corrections.ts';
import { clinicianName } from '../../wording/reviewers.ts';
import { ifProved, IntegrityError } from '../../../release-log/integrity.ts';
import { aboutClinician } from '../json-ld/web-page.ts';
import type { ReadingContext } from '../view.ts';
import { approvalPage, Clinician, Clinicians, readClinician } from './clinician-page.tsx';
import { Corrections, correctionsPage, readCorrections } from './corrections-page.tsx';
import type { EditorialPolicy } from './editorial-policy.ts';
import { EditorialPolicyPage } from './policy-page.tsx';
import { Proof } from './proof-page.tsx';
import type { TrustRoute } from './routes.ts';

/** What to render and the name that it is kept under. */
interface Answer {
  key: string;
  render: () => Promise<Rendered>;
}

interface TrustContext extends ReadingContext {
  /** log position of the library */
  head: number;
  /** null where nobody handed one in: there is no page about it then */
  policy: EditorialPolicy | null;
}

/** What these addresses answer; null where nothing is there. Each is kept under the address that it has, whatever was asked. */
export async function trustAnswer(route: TrustRoute, context: TrustContext): Promise<Answer | null> {
  switch (route.kind) {
    case 'clinicians':
      return { key: '/clinicians', render: () => renderClinicians(context) };
    case 'clinician':
      return clinicianAnswer(route, context);
    case 'editorial-policy': {
      const { policy } = context;
      return policy && { key: '/editorial-policy', render: () => renderPolicy(policy, context) };
    }
    case 'corrections':
      return correctionsAnswer(route, context);
    case 'proof':
      return proofAnswer(route, context);
  }
}

interface Drawn {
  title: string;
  description: string;
  path: string;
  children: ReactNode;
  parent?: { href: string; label: string };
  feeds?: readonly FeedLink[];
  jsonLd?: ReturnType<typeof aboutClinician>;
}

async function page(context: ReadingContext, { parent, ...drawn }: Drawn): Promise<Rendered> {
  const { siteUrl, demo, emergency } = context;
  const breadcrumbs = [{ href: '/', label: 'Home' }, ...(parent ? [parent] : [])];
  return publicAnswer(await renderPage({ siteUrl, demo, emergency, breadcrumbs, ...drawn }));
}

const renderClinicians = (context: TrustContext): Promise<Rendered> =>
  page(context, {
    title: 'Clinicians',
    description: 'The clinicians who approved what readers find here.',
    path: '/clinicians',
    children: <Clinicians all={context.library.clinicians()} />,
  });

function clinicianAnswer(route: TrustRoute & { kind: 'clinician' }, context: TrustContext): Answer | null {
  const clinician = context.library.clinicianAt(route.slug);
  if (!clinician) return null;
  const { slug } = clinician.profile;
  if (slug !== route.slug) {
    const to = { path: clinicianPath(slug), title: clinician.profile.name };
    return { key: clinicianPath(route.slug), render: () => renderMovedTo(to, context) };
  }
  const { page: asked, pages } = approvalPage(context.library, clinician, route.page);
  return {
    key: clinicianPath(slug, asked),
    render: async () => {
      const shown = await readClinician(context.library, clinician, asked);
      const name = clinicianName(clinician.profile);
      return page(context, {
        title: asked === 1 ? name : `${name}, page ${asked} of ${pages}`,
        description: `What ${name} approved, and when.`,
        path: clinicianPath(slug, asked),
        parent: { href: '/clinicians', label: 'Clinicians' },
        jsonLd: aboutClinician(clinician.profile, context.siteUrl),
        children: <Clinician shown={shown} isStruckOff={context.struckOff?.().has(clinician.profile.uid) ?? false} />,
      });
    },
  };
}

const renderPolicy = (policy: EditorialPolicy, context: TrustContext): Promise<Rendered> =>
  page(context, {
    title: 'Editorial policy',
    description:
      'Who approves what readers find here, what counts as a change that can hurt, and what happens when something was wrong.',
    path: '/editorial-policy',
    children: <EditorialPolicyPage policy={policy} />,
  });

const FEEDS: readonly FeedLink[] = [
  { href: '/corrections.json', type: 'application/feed+json', title: CORRECTIONS_TITLE },
  { href: '/corrections.xml', type: 'application/atom+xml', title: CORRECTIONS_TITLE },
];

function correctionsAnswer(route: TrustRoute & { kind: 'corrections' }, context: TrustContext): Answer {
  const { grade } = route;
  const { page: asked, pages } = correctionsPage(context.library, grade, route.page);
  const path = correctionsPath(grade, asked);
  return {
    key: path,
    render: async () => {
      const list = await readCorrections(context.library, grade, asked);
      const title = grade === null ? CORRECTIONS_TITLE : `${CORRECTIONS_TITLE}: ${gradeLabel[grade].toLowerCase()}`;
      return page(context, {
        title: asked === 1 ? title : `${title}, page ${asked} of ${pages}`,
        description: CORRECTIONS_LEDE,
        path,
        feeds: FEEDS,
        children: <Corrections list={list} />,
      });
    },
  };
}

async function proofAnswer({ seq }: TrustRoute & { kind: 'proof' }, context: TrustContext): Promise<Answer | null> {
  const { library, head, siteUrl } = context;
  const row = seq <= head ? await library.release(seq) : null;
  if (!row) return null;
  // Whether it was replaced or withdrawn nobody can tell while what came last of its entry cannot be read.
  const now = library.live(row.uid) ?? library.withdrawn(row.uid);
  if (!now) throw new IntegrityError(seq, 'the last row of its entry cannot be read');
  const key = proofPath(seq);
  const name = row.kind === 'withdrawn' ? now.title : row.title;
  const gone = row.kind === 'released' ? library.withdrawnAfter(row.uid, seq) : null;
  if (gone) return { key, render: () => renderWithdrawn(gone, context) };
  return {
    key,
    render: async () =>
      page(context, {
        title: `Proof of release ${seq}: ${name}`,
        description:
          'Who approved this text, its place in the log, its hashes and its signature, and how to check them.',
        path: key,
        children: (
          <Proof
            row={row}
            name={name}
            isLive={library.live(row.uid)?.seq === seq}
            hasPrevious={await mayBeRead(seq - 1, library)}
            siteUrl={siteUrl}
          />
        ),
      }),
  };
}

/** Whether a position has a page of proof: its row verifies, and its text was not withdrawn. */
async function mayBeRead(seq: number, library: ReadingContext['library']): Promise<boolean> {
  const row = seq > 0 ? await ifProved(library.release(seq)) : null;
  return row !== null && (row.kind === 'withdrawn' || library.withdrawnAfter(row.uid, seq) === null);
}
