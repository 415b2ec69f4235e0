import { traverseFields, type CollectionConfig } from 'payload';

const AS_TEXT = '/admin/json-text.tsx#JsonText';

/**
 * Shows every JSON field as text: Payload's own loads its editor from a public host, which would be told who works
 * here. Nobody edits such a field; what is in it, the system wrote.
 */
export function jsonAsText(collections: CollectionConfig[]): CollectionConfig[] {
  for (const { fields } of collections) {
    traverseFields({
      fields,
      callback: ({ field }) => {
        if (field.type !== 'json') return;
        field.admin = { ...field.admin, components: { ...field.admin?.components, Field: AS_TEXT } };
      },
    });
  }
  return collections;
}
