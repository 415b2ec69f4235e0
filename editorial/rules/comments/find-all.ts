/**
 * Where `words` begin in `text`, from the left, at most `most` times. Linear whatever the two hold (Knuth, Morris and
 * Pratt 1977): the search of the language itself takes the product of their lengths for words like `aaa…b`.
 */
export function findAll(text: string, words: string, most: number): number[] {
  const found: number[] = [];
  if (words === '' || words.length > text.length) return found;
  const back = fallbacks(words);
  const first = words.charAt(0);
  let matched = 0;
  for (let i = 0; i < text.length && found.length < most; i += 1) {
    if (matched === 0) {
      i = text.indexOf(first, i);
      if (i < 0) return found;
    }
    const code = text.charCodeAt(i);
    while (matched > 0 && words.charCodeAt(matched) !== code) matched = back[matched - 1] ?? 0;
    if (words.charCodeAt(matched) === code) matched += 1;
    if (matched < words.length) continue;
    found.push(i - words.length + 1);
    matched = back[matched - 1] ?? 0;
  }
  return found;
}

/** How much of the words still matches when the next character does not, for each length. */
function fallbacks(words: string): Int32Array {
  const back = new Int32Array(words.length);
  let matched = 0;
  for (let i = 1; i < words.length; i += 1) {
    const code = words.charCodeAt(i);
    while (matched > 0 && words.charCodeAt(matched) !== code) matched = back[matched - 1] ?? 0;
    if (words.charCodeAt(matched) === code) matched += 1;
    back[i] = matched;
  }
  return back;
}
