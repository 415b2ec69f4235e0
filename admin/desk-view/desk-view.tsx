import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps, TypedUser } from 'payload';
import type { ReactNode } from 'react';

/**
 * Whoever is logged in. Payload shows a view of ours to anybody: without a login it is answered by the way to one,
 * and comes back here.
 */
export function staffOf({ initPageResult: { req } }: AdminViewServerProps): TypedUser {
  const { admin } = req.payload.config.routes;
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(req.pathname)}`);
  return req.user;
}

/** A view of the desk inside Payload's own frame: menu, head, account. For the staff alone. */
export function DeskView({ children, ...props }: AdminViewServerProps & { children: ReactNode }) {
  const { initPageResult, params, searchParams } = props;
  const { req, permissions, visibleEntities, locale } = initPageResult;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      user={staffOf(props)}
      req={req}
      permissions={permissions}
      visibleEntities={visibleEntities}
      // In the order in which Payload's own pages have them.
      viewActions={req.payload.config.admin.components.actions.toReversed()}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      {/* Payload has none. */}
      <main>{children}</main>
    </DefaultTemplate>
  );
}
