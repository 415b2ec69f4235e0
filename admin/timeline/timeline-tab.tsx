'use client';
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { timelinePath } from './timeline-path.ts';

/** In the place of Payload's tab of versions. */
export function TimelineTab() {
  const { id, collectionSlug } = useDocumentInfo();
  const { config } = useConfig();
  if (id === undefined || !collectionSlug) return null;
  const to = timelinePath(config.routes.admin, { collection: collectionSlug, id });
  return (
    <Button el="link" to={to} buttonStyle="tab" className="doc-tab" margin={false} size="medium">
      <span className="doc-tab__label">Timeline</span>
    </Button>
  );
}
