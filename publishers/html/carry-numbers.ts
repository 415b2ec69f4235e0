import { EMERGENCY_CHOICES, numbersChosen, type EmergencyChoice } from '../../model/emergency-numbers.ts';
import type { EmergencyNumber } from '../../model/emergency-numbers.ts';
import { withNumbers } from '../addresses.ts';
import type { ChannelContext } from '../publisher.ts';

type OfOneReader = Pick<ChannelContext, 'emergency' | 'pages'>;

/**
 * What a channel renders with for whoever asks this: with `?numbers=gb` the numbers of their own choice, and answers
 * kept under names of their own. What is no choice is not heard.
 */
export function forReader<Context extends OfOneReader>(context: Context, request: Request): Context {
  const asked = new URL(request.url).searchParams.get('numbers');
  const choice = EMERGENCY_CHOICES.find((known) => known === asked);
  if (choice === undefined) return context;
  const { pages } = context;
  return {
    ...context,
    emergency: numbersChosen(choice),
    pages: { ...pages, get: (name, tracked, render) => pages.get(withNumbers(name, choice), tracked, render) },
  };
}

/** The path of a page, for a reader who has these numbers: with their choice, if they made one. */
export function carried(path: string, emergency: readonly EmergencyNumber[] | undefined): string {
  const choice = chosenIn(emergency);
  return choice === null || !leadsToPage(path) ? path : withNumbers(path, choice);
}

/** The same page whose links and forms keep the choice of a reader who made one. */
export function carryNumbers(html: string, emergency: readonly EmergencyNumber[] | undefined): string {
  const choice = chosenIn(emergency);
  if (choice === null) return html;
  const at = html.indexOf('<body');
  return html.slice(0, at) + inBody(html.slice(at), choice);
}

const chosenIn = (emergency: readonly EmergencyNumber[] | undefined): EmergencyChoice | null =>
  emergency?.[0]?.chosen ?? null;

/** A text never holds what is looked for: its quotation marks are written `&quot;`. */
function inBody(body: string, choice: EmergencyChoice): string {
  const on = (href: string) => (leadsToPage(href) ? withNumbers(href, choice).replaceAll(/&(?!amp;)/g, '&amp;') : href);
  return body
    .replace(/(<a [^>]*?href=")(\/[^"]*)"/g, (_, before: string, href: string) => `${before}${on(href)}"`)
    .replace(/<form [^>]*>/g, (form) => {
      const action = / action="(\/[^"]*)"/.exec(form)?.[1];
      if (action === undefined || !leadsToPage(action)) return form;
      return form.includes('method="post"')
        ? form.replace(` action="${action}"`, ` action="${on(action)}"`)
        : `${form}<input type="hidden" name="numbers" value="${choice}"/>`;
    });
}

/** A file has an ending, a page has none, whichever channel has it. A link of the choice itself is left as it is. */
const leadsToPage = (href: string): boolean =>
  !href.startsWith('//') && !/\.\w+$/.test(href.replace(/[?#].*$/, '')) && !/[?;&]numbers=/.test(href);
