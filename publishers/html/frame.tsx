import { Fragment, type ReactNode } from 'react';
import type { EmergencyNumber } from '../../model/emergency-numbers.ts';
import { SITE_NAME } from '../wording/site-name.ts';

export interface NavLink {
  href: string;
  label: string;
}

const DEFAULT_NAV: NavLink[] = [
  { href: '/#get-help', label: 'Get help now' },
  { href: '/#guides', label: 'Guides' },
  { href: '/#causes', label: 'Causes' },
  { href: '/#treatments', label: 'Treatments' },
];

/** Links as the items of a list. */
export const NavItems = ({ links }: { links: NavLink[] }): ReactNode =>
  links.map(({ href, label }) => (
    <li key={href}>
      <a href={href}>{label}</a>
    </li>
  ));

/** The band at the top of every page. */
export function Header({ nav = DEFAULT_NAV }: { nav?: NavLink[] | undefined }): ReactNode {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href="/">
          <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.6">
            <circle cx="16" cy="16" r="13.5" />
            <path d="M10 16.5l4.5 4.5 8-9.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {SITE_NAME}
        </a>
        {nav.length > 0 && (
          <nav aria-label="Main">
            <ul>
              <NavItems links={nav} />
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** What holds for every page: general information, and whom to call. */
export function Footer({ emergency }: { emergency: readonly EmergencyNumber[] }): ReactNode {
  return (
    <footer className="bottom">
      <div className="wrap">
        <p>
          <strong>In an emergency</strong> call your local emergency number:{' '}
          {emergency.map(({ number }, i) => (
            <Fragment key={number}>
              {i > 0 && (i === emergency.length - 1 ? ' or ' : ', ')}
              <a href={`tel:${number}`}>{number}</a>
            </Fragment>
          ))}
          . Do not wait for an appointment.
        </p>
        <p>
          {SITE_NAME} gives general information only. It cannot tell you what you have, and it does not replace the
          advice of a doctor, a pharmacist or another health professional who knows you.
        </p>
      </div>
    </footer>
  );
}
