import { EMERGENCY_CHOICES, type EmergencyChoice } from '../../model/emergency-numbers.ts';
import { withNumbers } from '../addresses.ts';
import { htmlRepresentation } from '../html/rendered.ts';
import type { Rendered } from '../http/representation.ts';
import { isPagePath } from './routes.ts';

/** `?numbers=gb`: whose emergency numbers stand first. What is no choice is not heard. */
export function numbersAskedFor(search: URLSearchParams): EmergencyChoice | null {
  const asked = search.get('numbers');
  return EMERGENCY_CHOICES.find((choice) => choice === asked) ?? null;
}

/** The same answer whose links and forms keep the choice on the pages of the site, and on those alone. */
export function carryNumbers(rendered: Rendered, choice: EmergencyChoice): Rendered {
  const { representation, status, headers } = rendered;
  if (!representation.contentType.startsWith('text/html')) return rendered;
  const { Location } = headers;
  return {
    representation: htmlRepresentation(inBody(representation.identity.toString('utf8'), choice)),
    status,
    headers: Location === undefined ? headers : { ...headers, Location: withNumbers(Location, choice) },
  };
}

/** A text never holds what is looked for: its quotation marks are written `&quot;`. */
function inBody(html: string, choice: EmergencyChoice): string {
  const at = html.indexOf('<body');
  const body = html
    .slice(at)
    .replace(/(<a [^>]*?href=")(\/[^"]*)"/g, (link, before: string, href: string) =>
      leadsToPage(href) ? `${before}${withNumbers(href, choice).replaceAll(/&(?!amp;)/g, '&amp;')}"` : link,
    )
    .replace(/<form [^>]*action="(\/[^"]*)"[^>]*>/g, (form, action: string) =>
      leadsToPage(action) && !form.includes('method="post"')
        ? `${form}<input type="hidden" name="numbers" value="${choice}"/>`
        : form,
    );
  return html.slice(0, at) + body;
}

/** Also a link of the choice itself is left as it is. */
const leadsToPage = (href: string): boolean => isPagePath(href.replace(/[?#].*$/, '')) && !/[?;&]numbers=/.test(href);
