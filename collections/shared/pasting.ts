import { createServerFeature } from '@payloadcms/richtext-lexical';

/** What pasting keeps of Word and of web pages (`admin/editor/paste-feature.tsx`). */
export const Pasting = createServerFeature({
  key: 'pasting',
  feature: { ClientFeature: '/admin/editor/paste-feature.tsx#PasteFeatureClient' },
});
