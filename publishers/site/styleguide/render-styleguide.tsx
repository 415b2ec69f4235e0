import { renderPage, type PageSettings } from '../../html/page.tsx';
import { publicAnswer } from '../../html/rendered.ts';
import type { Rendered } from '../../http/representation.ts';
import { Finding } from './finding.tsx';
import { Reading } from './reading.tsx';
import { Urgency } from './urgency.tsx';

/** Every component in every state, in words that say nothing: for whoever changes a style, never for readers. */
export async function renderStyleguide({ siteUrl, demo, emergency }: PageSettings): Promise<Rendered> {
  const title = 'Style guide';
  const children = (
    <>
      <Reading />
      <Urgency />
      <Finding />
    </>
  );
  return publicAnswer(
    await renderPage({
      siteUrl,
      demo,
      emergency,
      title,
      description: title,
      path: null,
      breadcrumbs: [{ href: '/', label: 'Home' }],
      children,
    }),
  );
}
