import { Link } from '@payloadcms/ui';
import type { Payload } from 'payload';
import './desk-links.css';

/** Views of the desk that are no collection, in the order of the menu. */
const LINKS = [
  { path: '/notices', label: 'Notices' },
  { path: '/schedule', label: 'Schedule' },
  { path: '/reports', label: 'Reports' },
] as const;

/** Below the menu of collections: the views that Payload does not know of. */
export function DeskLinks({ payload }: { payload: Payload }) {
  const { admin } = payload.config.routes;
  return (
    <nav className="desk-links" aria-label="Editorial desk">
      {LINKS.map(({ path, label }) => (
        <Link key={path} href={`${admin}${path}`} className="nav__link" prefetch={false}>
          <span className="nav__link-label">{label}</span>
        </Link>
      ))}
    </nav>
  );
}
