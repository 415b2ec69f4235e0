import { generate, parse, type CssNode, type Rule, type Selector } from 'css-tree';

/** What a document must have in it for a selector to match anything. */
interface Needs {
  /** `section`, `.care`, `[aria-current]`, `[type=email]`, `[id=main]` */
  marks: string[];
  /** of each group, one must be there: `:is()`, `:where()`, `:has()` */
  oneOf: Needs[][];
}

interface SplitRule {
  selectors: { text: string; needs: Needs }[];
  block: string;
}

/** A style sheet in parts: each rule on its own, those of one condition together behind all that have none. */
export interface SplitSheet {
  rules: SplitRule[];
  conditions: { prelude: string; rules: SplitRule[] }[];
  /** at-rules without a selector, as they are */
  always: string;
  /** attributes that a selector asks for, as marks */
  attributes: ReadonlySet<string>;
}

/** Narrow before wide, then what may overrule both. A condition that is not here cannot be put in order: it throws. */
const CONDITIONS = [
  'screen and (prefers-color-scheme:dark)',
  '(max-width:39.99em)',
  '(max-width:55.99em)',
  '(min-width:40em)',
  '(min-width:56em)',
  '(min-width:64em)',
  '(forced-colors:active)',
  'print',
];

/** Parses a sheet once. Throws for what it cannot read: a rule must not be lost in silence. */
export function splitSheet(css: string): SplitSheet {
  const sheet: SplitSheet & { attributes: Set<string> } = {
    rules: [],
    conditions: CONDITIONS.map((prelude) => ({ prelude, rules: [] })),
    always: '',
    attributes: new Set(),
  };
  const tree = parse(withShortNames(css), { onParseError: (error) => fail(error.message) });
  if (tree.type !== 'StyleSheet') return fail('not a style sheet');
  for (const node of tree.children) {
    if (node.type === 'Rule') sheet.rules.push(splitRule(node));
    else if (node.type === 'Atrule') {
      const prelude = node.prelude ? generate(node.prelude) : '';
      const rules = [...(node.block?.children ?? [])].filter((child) => child.type === 'Rule');
      const condition = sheet.conditions.find((known) => known.prelude === prelude);
      if (rules.length === 0) sheet.always += generate(node);
      else if (condition) condition.rules.push(...rules.map(splitRule));
      else fail(`@${node.name} ${prelude} has no place`);
    } else fail(`a ${node.type} outside a rule`);
  }
  for (const rule of [...sheet.rules, ...sheet.conditions.flatMap(({ rules }) => rules)])
    for (const { needs } of rule.selectors) attributesOf(needs).forEach((mark) => sheet.attributes.add(mark));
  return sheet;
}

/**
 * Custom properties by letters, in the order in which they come: their names are for who writes the sheet. A letter
 * first: `--0` is a name to browsers, and none to the validator of the W3C.
 */
function withShortNames(css: string): string {
  const names = [...new Set(css.match(/--[a-z]+/g))];
  const short = new Map(
    names.map((name, i) => [name, `--${String.fromCharCode(97 + (i % 26))}${i < 26 ? '' : Math.floor(i / 26)}`]),
  );
  return css.replace(/--[a-z]+/g, (name) => short.get(name) ?? name);
}

/** The rules of a sheet that can match something in this document, minified. */
export function pruned({ rules, conditions, always, attributes }: SplitSheet, html: string): string {
  const marks = marksOf(html, attributes);
  const kept = (all: SplitRule[]) => all.map((rule) => keptOf(rule, marks)).join('');
  const conditional = conditions.map((condition) => {
    const inside = kept(condition.rules);
    return inside && `@media ${condition.prelude}{${inside}}`;
  });
  return [kept(rules), always, ...conditional].join('');
}

function keptOf({ selectors, block }: SplitRule, marks: ReadonlySet<string>): string {
  const kept = selectors.filter(({ needs }) => isMet(needs, marks)).map(({ text }) => text);
  return kept.length === 0 ? '' : kept.join(',') + block;
}

const isMet = ({ marks, oneOf }: Needs, present: ReadonlySet<string>): boolean =>
  marks.every((mark) => present.has(mark)) &&
  oneOf.every((group) => group.some((alternative) => isMet(alternative, present)));

/** Elements, classes and the attributes asked for. Words that look like markup only add to them. */
function marksOf(html: string, attributes: ReadonlySet<string>): Set<string> {
  const marks = new Set<string>();
  for (const [, element, classes] of html.matchAll(/<([a-z][a-z0-9]*)|\sclass="([^"]*)"/g)) {
    if (element !== undefined) marks.add(element);
    else for (const name of (classes ?? '').split(' ')) marks.add(`.${name}`);
  }
  for (const mark of attributes) {
    const [name = '', value] = mark.slice(1, -1).split('=');
    if (html.includes(value === undefined ? ` ${name}` : ` ${name}="${value}"`)) marks.add(mark);
  }
  return marks;
}

function splitRule({ prelude, block }: Rule): SplitRule {
  if (prelude.type !== 'SelectorList') return fail('a rule whose selector cannot be read');
  const selectors = [...prelude.children].map((selector) => ({ text: generate(selector), needs: needsOf(selector) }));
  return { selectors, block: generate(block) };
}

function needsOf(selector: CssNode): Needs {
  const needs: Needs = { marks: [], oneOf: [] };
  if (selector.type !== 'Selector') return needs;
  for (const part of selector.children) {
    if (part.type === 'TypeSelector' && part.name !== '*') needs.marks.push(part.name);
    if (part.type === 'ClassSelector') needs.marks.push(`.${part.name}`);
    if (part.type === 'IdSelector') needs.marks.push(`[id=${part.name}]`);
    if (part.type === 'AttributeSelector') needs.marks.push(attributeMark(part));
    if (part.type === 'PseudoClassSelector' && ['is', 'where', 'has'].includes(part.name))
      needs.oneOf.push(alternativesOf(part).map(needsOf));
  }
  return needs;
}

type PartOf<Kind extends CssNode['type']> = Extract<CssNode, { type: Kind }>;

const attributeMark = ({ name, matcher, value }: PartOf<'AttributeSelector'>): string =>
  matcher === '=' && value
    ? `[${name.name}=${value.type === 'Identifier' ? value.name : value.value}]`
    : `[${name.name}]`;

const alternativesOf = ({ children }: PartOf<'PseudoClassSelector'>): Selector[] =>
  [...(children ?? [])].flatMap((list) =>
    list.type === 'SelectorList' ? [...list.children].filter((one) => one.type === 'Selector') : [],
  );

const attributesOf = ({ marks, oneOf }: Needs): string[] => [
  ...marks.filter((mark) => mark.startsWith('[')),
  ...oneOf.flat().flatMap(attributesOf),
];

function fail(what: string): never {
  throw new Error(`Style sheet: ${what}.`);
}
