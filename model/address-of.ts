/** Letters that are no other letter with a mark on it. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l' };

/** The longest address that is proposed: longer ones break in mails and on paper. */
const MOST = 60;

/**
 * The web address that a title suggests: its words in lower-case letters and digits, whole words up to 60 characters.
 * Empty where a title has no such word.
 */
export function addressOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøđðþł]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  let address = words[0]?.slice(0, MOST) ?? '';
  for (const word of words.slice(1)) {
    if (address.length + 1 + word.length > MOST) break;
    address += `-${word}`;
  }
  return address;
}

const TRIES = 30;

/** What an address is called when it, or another of these, is taken already: the address itself, then numbered from 2. */
export const numbered = (address: string): string[] => [
  address,
  ...Array.from({ length: TRIES - 1 }, (_, i) => `${address}-${i + 2}`),
];
