import type { ReactNode } from 'react';

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

/** The band at the top of every page. */
export function Header({ siteName, nav = DEFAULT_NAV }: { siteName: string; nav?: NavLink[] | undefined }): ReactNode {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href="/">
          <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.6">
            <circle cx="16" cy="16" r="13.5" />
            <path d="M10 16.5l4.5 4.5 8-9.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {siteName}
        </a>
        {nav.length > 0 && (
          <nav aria-label="Main">
            <ul>
              {nav.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** What holds for every page: general information, and whom to call. */
export function Footer({ siteName }: { siteName: string }): ReactNode {
  return (
    <footer className="bottom">
      <div className="wrap">
        <p>
          <strong>In an emergency</strong> call your local emergency number: <a href="tel:112">112</a>,{' '}
          <a href="tel:911">911</a> or <a href="tel:999">999</a>. Do not wait for an appointment.
        </p>
        <p>
          {siteName} gives general information only. It cannot tell you what you have, and it does not replace the
          advice of a doctor, a pharmacist or another health professional who knows you.
        </p>
      </div>
    </footer>
  );
}
