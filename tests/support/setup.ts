// Loaded before anything else: importing the rich-text editor in plain Node races with lexical's own modules.
await import('lexical');

export {};
