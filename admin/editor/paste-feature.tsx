'use client';
import { createClientFeature } from '@payloadcms/richtext-lexical/client';
import { COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { toast } from '@payloadcms/ui';
import { useEffect } from 'react';
import { cleanClipboard } from './clean-clipboard.ts';

/** What the editor itself puts on the clipboard, whole. */
const OWN = 'application/x-lexical-editor';
/** On a clipboard that was cleaned here. */
const CLEANED = 'application/x-imprimatur-cleaned';

function PastePlugin() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const given = event instanceof ClipboardEvent ? event.clipboardData : null;
          const html = given?.getData('text/html') ?? '';
          if (!given || html === '' || [OWN, CLEANED].some((type) => given.types.includes(type))) return false;
          const cleaned = cleanClipboard(html, (text) => new DOMParser().parseFromString(text, 'text/html'));
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', cleaned.html);
          clipboardData.setData('text/plain', given.getData('text/plain'));
          clipboardData.setData(CLEANED, 'yes');
          event.preventDefault();
          editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData, cancelable: true }));
          if (cleaned.dropped.length > 0) toast.warning(`Pasted without ${cleaned.dropped.join(', ')}.`);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  return null;
}

/** Pasting keeps the structure of what comes from Word and from web pages, and says what it dropped. */
export const PasteFeatureClient = createClientFeature({ plugins: [{ Component: PastePlugin, position: 'normal' }] });
