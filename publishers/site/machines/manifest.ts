import { SITE_NAME } from '../../wording/site-name.ts';
import { ICON_SIZES } from '../icons.ts';

/**
 * https://www.w3.org/TR/appmanifest/: name and icons for a reader who puts the site on the first screen of a phone. It
 * stays a page in a browser, with its address: whose page a medical text is has to be seen.
 */
export const manifestText = (): string =>
  JSON.stringify({
    name: SITE_NAME,
    short_name: SITE_NAME,
    lang: 'en',
    start_url: '/',
    display: 'browser',
    theme_color: '#0b5d58',
    background_color: '#ffffff',
    icons: ICON_SIZES.map((size) => ({
      src: `/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      // The sign keeps within the middle: a phone may cut the corners as it likes.
      purpose: 'any maskable',
    })),
  });
