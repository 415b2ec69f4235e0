/** What a preview can show of an entry: its page, a lesson by mail that uses it, its item in the feed. */
export const CHANNELS_SHOWN = ['page', 'mail', 'feed'] as const;
export type ChannelShown = (typeof CHANNELS_SHOWN)[number];
