/**
 * What axe finds on pages that Payload draws and that neither our configuration nor our styles reach, each with where it
 * is told upstream. A barrier that is not here fails the test; so does one that is gone.
 */
export interface KnownBarrier {
  /** rule of axe */
  rule: string;
  /** which elements */
  selector: string;
  upstream: string;
}

/** Accessibility of the admin as a whole: what has no thread of its own. */
const OVERALL = 'https://github.com/payloadcms/payload/issues/1227';
const HIDDEN_INDICATORS = 'https://github.com/payloadcms/payload/issues/18139';
const UNNAMED_SELECTS = 'https://github.com/payloadcms/payload/issues/18140';
/** Mended in Payload 4, and asked for in 3 in its pull request 17432. */
const UNNAMED_ROWS = 'https://github.com/payloadcms/payload/issues/17376';

export const KNOWN_BARRIERS: readonly KnownBarrier[] = [
  { rule: 'landmark-one-main', selector: 'html', upstream: OVERALL },
  { rule: 'region', selector: ':is(.template-default, .template-minimal, .login__brand) *', upstream: OVERALL },
  { rule: 'landmark-no-duplicate-banner', selector: '.app-header', upstream: OVERALL },
  { rule: 'landmark-unique', selector: '.app-header', upstream: OVERALL },
  { rule: 'aria-command-name', selector: '[aria-roledescription="sortable"]', upstream: OVERALL },
  { rule: 'aria-hidden-focus', selector: ':is(.dropdown-indicator, .clear-indicator)', upstream: HIDDEN_INDICATORS },
  { rule: 'aria-input-field-name', selector: '.ContentEditable__root', upstream: OVERALL },
  { rule: 'button-name', selector: '.popup-button', upstream: OVERALL },
  { rule: 'button-name', selector: '.toolbar-popup__button', upstream: OVERALL },
  { rule: 'aria-command-name', selector: '.popup-button', upstream: OVERALL },
  { rule: 'button-name', selector: '.relationship-add-new__add-button', upstream: OVERALL },
  { rule: 'button-name', selector: '.date-time-picker__clear-button', upstream: OVERALL },
  { rule: 'label', selector: '.react-datepicker__input-container input', upstream: OVERALL },
  // A group inside a group is a third heading, whatever stands above it.
  { rule: 'heading-order', selector: '.group-field__title', upstream: OVERALL },
  { rule: 'label', selector: '.rs__input, .rs__control input', upstream: UNNAMED_SELECTS },
  { rule: 'label-title-only', selector: '.rs__input', upstream: UNNAMED_SELECTS },
  { rule: 'label-title-only', selector: '#select-all', upstream: UNNAMED_ROWS },
  { rule: 'label', selector: 'td input[type="checkbox"]', upstream: UNNAMED_ROWS },
  { rule: 'list', selector: '.doc-tabs__tabs', upstream: OVERALL },
  { rule: 'nested-interactive', selector: ':is(.rs__multi-value, .popup-button)', upstream: OVERALL },
];
