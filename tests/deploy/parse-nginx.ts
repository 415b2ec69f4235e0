/** One directive of an nginx configuration; `block` is null for a simple one. */
export interface Directive {
  name: string;
  args: string[];
  block: Directive[] | null;
}

/** Just enough of nginx's syntax to ask what a file says. Throws on unbalanced braces and missing semicolons. */
export function parseNginx(text: string): Directive[] {
  const tokens = tokensOf(text);
  const directives = readBlock(tokens, false);
  return directives;
}

interface Token {
  kind: 'word' | ';' | '{' | '}';
  text: string;
}

const PATTERN = /\s+|#[^\n]*|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([;{}])|([^\s;{}"'#][^\s;{}]*)/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const at = PATTERN.lastIndex;
    const match = PATTERN.exec(text);
    if (!match) throw new SyntaxError(`cannot read nginx at ${at}: ${text.slice(at, at + 40)}`);
    const [, double, single, sign, bare] = match;
    const word = double ?? single ?? bare;
    if (sign !== undefined) tokens.push({ kind: sign as ';' | '{' | '}', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  return tokens;
}

function readBlock(tokens: Token[], nested: boolean): Directive[] {
  const directives: Directive[] = [];
  for (let words: string[] = []; ;) {
    const token = tokens.shift();
    if (!token || token.kind === '}') {
      if (words.length > 0) throw new SyntaxError(`no semicolon after ${words.join(' ')}`);
      if (!token === nested) throw new SyntaxError('braces are not balanced');
      return directives;
    }
    if (token.kind === 'word') {
      words.push(token.text);
      continue;
    }
    const [name = '', ...args] = words;
    directives.push({ name, args, block: token.kind === '{' ? readBlock(tokens, true) : null });
    words = [];
  }
}
