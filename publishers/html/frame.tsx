import { Fragment, type ReactNode } from 'react';
import type { EmergencyNumber } from '../../model/emergency-numbers.ts';
import { EmergencyChoices } from './emergency-choices.tsx';
import { SITE_NAME } from '../wording/site-name.ts';

export interface NavLink {
  href: string;
  label: string;
}

/** Where a page says what must not wait: “Get help now” leads there, and to the home page's from all others. */
export const HELP_ID = 'get-help';

/** The four ways into the site. */
const MAIN: readonly (NavLink & { className?: string })[] = [
  { href: '/#guides', label: 'Guides' },
  { href: '/find', label: 'Pain map' },
  { href: '/a-z', label: 'A to Z' },
  { href: '/corrections', label: 'Corrections', className: 'lg' },
];

const ABOUT: readonly NavLink[] = [
  { href: '/a-z', label: 'A to Z' },
  { href: '/find', label: 'Pain map' },
  { href: '/corrections', label: 'Corrections' },
  { href: '/editorial-policy', label: 'Editorial policy' },
  { href: '/clinicians', label: 'Clinicians' },
  { href: '/feed.json', label: 'JSON Feed' },
  { href: '/feed.xml', label: 'Atom feed' },
];

/** Links as the items of a list. */
export const NavItems = ({ links }: { links: readonly NavLink[] }): ReactNode =>
  links.map(({ href, label }) => (
    <li key={href}>
      <a href={href}>{label}</a>
    </li>
  ));

/** The band at the top of every page; it marks the link to `path`. Below 640 px the field is a link. */
export function Header({ path, help }: { path: string | null; help: string }): ReactNode {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href="/">
          <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
            <circle cx="12" cy="12" r="10.5" />
            <path d="M7 12.4l3.4 3.3L17 8.6" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {SITE_NAME}
        </a>
        <nav aria-label="Main">
          <ul>
            {MAIN.map(({ href, label, className }) => (
              <li key={href} className={className}>
                <a href={href} aria-current={href === path ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
            <li className="sm">
              <a href="/search">Search</a>
            </li>
          </ul>
        </nav>
        <a className="help" href={help}>
          Get help now
        </a>
        <SearchField label="Search" />
      </div>
    </header>
  );
}

/** The field that asks `/search`; `words` on its button, else a glass. */
export function SearchField(props: {
  label: string;
  className?: string;
  words?: string;
  value?: string;
  placeholder?: string;
}): ReactNode {
  const { label, className = '', words, value, placeholder } = props;
  return (
    <form className={`find ${className}`.trim()} action="/search" role="search" aria-label={label}>
      <input type="search" name="q" aria-label={label} maxLength={200} defaultValue={value} placeholder={placeholder} />
      {words === undefined ? (
        <button type="submit" aria-label="Search">
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path
              d="M12 12l4.5 4.5M13 7.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.2"
              strokeLinecap="round"
            />
          </svg>
        </button>
      ) : (
        <button type="submit">{words}</button>
      )}
    </form>
  );
}

/** What holds for every page: whom to call, general information, and the ways behind the pages. */
export function Footer({ emergency, path }: { emergency: readonly EmergencyNumber[]; path: string | null }): ReactNode {
  return (
    <footer>
      <div className="wrap">
        <div className="flow">
          <p>
            <b>
              In an emergency call your local emergency number:{' '}
              {emergency.map(({ number }, i) => (
                <Fragment key={number}>
                  {i > 0 && (i === emergency.length - 1 ? ' or ' : ', ')}
                  <a href={`tel:${number}`}>{number}</a>
                </Fragment>
              ))}
              .
            </b>{' '}
            Do not wait for an appointment.
          </p>
          {path !== null && <EmergencyChoices path={path} />}
          <p>
            {SITE_NAME} gives general information only. It cannot tell you what you have, and it does not replace the
            advice of a doctor, a pharmacist or another health professional who knows you.
          </p>
        </div>
        <nav aria-label="About this site">
          <ul>
            <NavItems links={ABOUT} />
          </ul>
        </nav>
      </div>
    </footer>
  );
}
