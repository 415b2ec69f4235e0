import type { CSSProperties } from 'react';

/** The site's colours as a mail can carry them: inline for light, one media query for dark. */
const COLOURS = {
  page: '#f4f1ea',
  card: '#ffffff',
  ink: '#1b2a2e',
  soft: '#4a5a5f',
  line: '#dcd7cc',
  brand: '#0b5a58',
  link: '#0a5f73',
  red: '#a3181f',
  redPage: '#fdf0ed',
  go: '#23603a',
  goPage: '#ecf4ee',
  amberPage: '#ffe9b0',
  amberInk: '#2b2100',
} as const;

const SANS = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SERIF = "Charter,Georgia,'Times New Roman',serif";

const box = (page: string, edge: string): CSSProperties => ({
  backgroundColor: page,
  borderLeft: `6px solid ${edge}`,
  padding: '16px 18px 4px',
});
const label = (colour: string): CSSProperties => ({
  color: colour,
  fontSize: 14,
  lineHeight: '20px',
  fontWeight: 700,
  margin: '0 0 6px',
});

export const STYLES = {
  body: { margin: 0, padding: '0', backgroundColor: COLOURS.page, fontFamily: SANS },
  container: { width: '100%', maxWidth: 640, margin: '0 auto' },
  card: { backgroundColor: COLOURS.card, padding: '28px 24px 8px' },
  brandBar: { backgroundColor: COLOURS.brand, padding: '14px 24px' },
  brand: { color: '#ffffff', fontFamily: SERIF, fontSize: 20, fontWeight: 700, lineHeight: '26px', margin: 0 },
  eyebrow: { color: COLOURS.soft, fontSize: 14, lineHeight: '20px', fontWeight: 600, margin: '0 0 8px' },
  h1: { color: COLOURS.ink, fontFamily: SERIF, fontSize: 30, lineHeight: '36px', fontWeight: 700, margin: '0 0 18px' },
  h2: { color: COLOURS.ink, fontFamily: SERIF, fontSize: 23, lineHeight: '29px', fontWeight: 700, margin: '0 0 8px' },
  h3: { color: COLOURS.ink, fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '16px 0 4px' },
  text: { color: COLOURS.ink, fontSize: 16, lineHeight: '25px', margin: '0 0 14px' },
  list: { color: COLOURS.ink, fontSize: 16, lineHeight: '25px', margin: '0 0 14px', paddingLeft: 22 },
  item: { margin: '0 0 6px' },
  table: { width: '100%', borderCollapse: 'collapse', margin: '0 0 14px' },
  cell: {
    color: COLOURS.ink,
    fontSize: 15,
    lineHeight: '22px',
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '6px 8px',
    border: `1px solid ${COLOURS.line}`,
  },
  cite: { fontSize: 12, lineHeight: 0 },
  soft: { color: COLOURS.soft, fontSize: 14, lineHeight: '21px', margin: '0 0 10px' },
  link: { color: COLOURS.link, textDecoration: 'underline' },
  rule: { border: 0, borderTop: `1px solid ${COLOURS.line}`, margin: '26px 0 22px' },
  figure: { margin: '0 0 14px' },
  picture: {
    display: 'block',
    width: '100%',
    maxWidth: 480,
    height: 'auto',
    margin: '0 0 6px',
    borderRadius: 8,
    backgroundColor: '#ffffff',
    color: COLOURS.soft,
    fontSize: 14,
    lineHeight: '20px',
  },
  redBox: { ...box(COLOURS.redPage, COLOURS.red), margin: '0 0 18px' },
  redLabel: label(COLOURS.red),
  goBox: { ...box(COLOURS.goPage, COLOURS.go), margin: '22px 0 18px' },
  goLabel: label(COLOURS.go),
  demo: { backgroundColor: COLOURS.amberPage, padding: '12px 24px' },
  demoText: { color: COLOURS.amberInk, fontSize: 14, lineHeight: '20px', fontWeight: 700, margin: 0 },
  button: {
    backgroundColor: COLOURS.brand,
    color: '#ffffff',
    fontSize: 17,
    fontWeight: 700,
    lineHeight: '24px',
    padding: '14px 26px',
    borderRadius: 6,
    textDecoration: 'none',
  },
  footer: { padding: '20px 24px 32px' },
} as const satisfies Record<string, CSSProperties>;

/** Mail programs that know `prefers-color-scheme` get the site's dark scheme; the others invert or leave it. */
export const DARK_SCHEME = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{overflow-wrap:anywhere}
@media (max-width:480px){.pad{padding-left:18px!important;padding-right:18px!important}h1{font-size:26px!important;line-height:32px!important}}
@media (prefers-color-scheme:dark){
body,body>table>tbody>tr>td{background:#121a1c!important}
.card{background:#1a2427!important}
p,li,ul,ol,h1,h2,h3,h4,span,.data td,.data th{color:#e7ecea!important}
.data td,.data th{border-color:#324145!important}
.soft{color:#aebbbb!important}
a:not(.button){color:#86cfdd!important}
.rule{border-color:#324145!important}
.red{background:#2c1b1b!important;border-color:#ffa79d!important}
.redlabel{color:#ffa79d!important}
.go{background:#15291b!important;border-color:#8fd3a3!important}
.golabel{color:#8fd3a3!important}
.brand{background:#0f4a49!important}
.demo p{color:#2b2100!important}
}`.replaceAll('\n', '');
