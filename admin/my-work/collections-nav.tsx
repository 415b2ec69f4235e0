import { Link } from '@payloadcms/ui';
import type { SanitizedPermissions } from 'payload';

export interface CollectionsNavProps {
  /** as Payload's menu has them: what this person may see, by group */
  navGroups: readonly { label: string; entities: readonly { slug: string; label: unknown }[] }[];
  permissions: SanitizedPermissions;
  admin: string;
}

/** All that the desk keeps, under the day's work: for whoever has the menu closed. */
export function CollectionsNav({ navGroups, permissions, admin }: CollectionsNavProps) {
  return (
    <nav className="work-collections" aria-labelledby="collections-title">
      <h2 id="collections-title">Everything on the desk</h2>
      <dl>
        {navGroups.map(({ label: group, entities }) => (
          <div key={group}>
            <dt>{group}</dt>
            {entities.map(({ slug, label: given }) => {
              const label = typeof given === 'string' ? given : slug;
              const list = `${admin}/collections/${slug}`;
              return (
                <dd key={slug}>
                  <Link href={list} prefetch={false}>
                    {label}
                  </Link>
                  {permissions.collections?.[slug]?.create && (
                    <Link className="work-collections__new" href={`${list}/create`} prefetch={false}>
                      New<span className="desk-unseen"> under {label}</span>
                    </Link>
                  )}
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </nav>
  );
}
