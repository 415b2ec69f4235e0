import { putIn, type Marks } from '../marks.ts';
import { TOKEN_LENGTH, type TokenPurpose } from '../tokens.ts';

/** The addresses in a mail that belong to one person. */
export type PersonalLinks = Record<TokenPurpose, string>;

const FOLDERS: Record<TokenPurpose, string> = {
  confirm: 'confirm',
  unsubscribe: 'unsubscribe',
  preferences: 'preferences',
  lesson: 'lessons',
};
const PURPOSES = ['confirm', 'unsubscribe', 'preferences', 'lesson'] as const;

/** As long as a token, so that lines are wrapped alike with either (transport/pattern.ts). */
const placeholderOf = (purpose: TokenPurpose) => `--${purpose}-token--`.padEnd(TOKEN_LENGTH, '-');

/** Links of a mail that is rendered once for everyone; `personalise` puts the tokens in. */
export const sharedLinks = (siteUrl: string): PersonalLinks => linksWith(siteUrl, placeholderOf);

/** Links with real tokens. */
const linksWith = (siteUrl: string, tokenOf: (purpose: TokenPurpose) => string): PersonalLinks => ({
  confirm: `${siteUrl}/${FOLDERS.confirm}/${tokenOf('confirm')}`,
  unsubscribe: `${siteUrl}/${FOLDERS.unsubscribe}/${tokenOf('unsubscribe')}`,
  preferences: `${siteUrl}/${FOLDERS.preferences}/${tokenOf('preferences')}`,
  lesson: `${siteUrl}/${FOLDERS.lesson}/${tokenOf('lesson')}`,
});

/** Puts one person's tokens into a text that was rendered for everyone. */
export function personalise(text: string, tokens: Record<TokenPurpose, string>): string {
  return putIn(text, marksOf(tokens));
}

/** What stands in a shared text, and the token that goes in its place. */
export const marksOf = (tokens: Record<TokenPurpose, string>): Marks =>
  Object.fromEntries(PURPOSES.map((purpose) => [placeholderOf(purpose), tokens[purpose]]));
