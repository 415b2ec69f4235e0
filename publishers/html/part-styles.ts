/**
 * Styles of parts that few pages have, in sheets of their own: a page carries those whose mark is in it. Each is allowed
 * by its hash, as the style of every page is (`styles.ts`).
 */
const PARTS: readonly { mark: RegExp; source: string }[] = [
  {
    mark: /class="care/,
    source: `
.care{background:var(--card);border:2px solid var(--tone);border-radius:.6rem;overflow:hidden;margin:0 0 1rem}
.care>h2,.care>h3{margin:0;padding:.6rem 1rem;background:var(--tone);color:#fff;font:700 1.2rem/1.3 var(--sans)}
.in{padding:.9rem 1rem}
.in>:last-child{margin-bottom:0}
main .signs{list-style:none;padding:0;max-width:none}
.signs>li{margin:0;padding:.55rem 0 .55rem 1.4rem;border-top:1px solid var(--line)}
.signs>li:first-child{border:0;padding-top:0}
.signs>li::before{content:"";position:absolute;margin:.5em 0 0 -1.3rem;width:.6rem;height:.6rem;border-radius:2px;background:var(--tone)}
.signs a{font-weight:700}
.signs p{margin:.2rem 0 0}
.orders{display:grid;gap:0 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));margin-top:.3rem;font-size:.97rem}
.orders h4{margin:.5rem 0 .1rem}
.orders ul{margin:0;padding-left:1.1rem}
.orders li{margin:0 0 .2rem}
.signs summary{cursor:pointer;padding:.5rem 0;font-weight:600;color:var(--link)}
.care-lists{display:grid;gap:0 1rem;align-items:start}
.care .whom{font-weight:700}
main .care-lines{list-style:none;padding:0;max-width:46rem}
.care-lines li{margin:0 0 .5rem;padding:.45rem .8rem;border:1px solid var(--tone);border-left-width:.3rem;border-radius:5px;background:var(--card)}
.emergency-now{--tone:var(--now)}
.same-day{--tone:#8f3d00}
.urgent-days{--tone:#6b4a00}
.can-wait{--tone:#3f4d50}
@media (min-width:40em){
.care-lists.wide{grid-template-columns:repeat(auto-fit,minmax(20rem,1fr))}}
@media print{
.care details::details-content{content-visibility:visible}
.care{break-inside:avoid}}`,
  },
  {
    mark: /<su[bp]>/,
    source: `
sup,sub{line-height:0;font-size:.75em}
sup a{display:inline-block;min-width:1.5rem;padding:.75rem 0;margin:-.75rem -.3rem;text-align:center;text-decoration:none;font-weight:600}
.back{display:inline-block;min-width:1.5rem;text-align:center;text-decoration:none}
:is(sup a,.sources li):target{background:var(--amber-bg)}`,
  },
  {
    mark: /class="(?:drawing|exercises|medicine|stop|dose)"/,
    source: `
.drawing figure{margin:0}
.exercises{list-style:none;padding:0;counter-reset:e}
main .exercises{max-width:46rem}
.exercises>li{counter-increment:e;border-top:1px solid var(--line);padding:1.25rem 0;margin:0;display:grid;gap:.75rem 1.75rem}
.exercises h3,.medicine h3{margin:0 0 .25rem}
.exercises h3::before{content:counter(e)". ";color:var(--brand)}
.exercises dl{margin:0}
.exercises dl>div,.medicine>div{margin:0 0 .6rem}
.exercises dt{font-weight:600}
.exercises dd{margin:0}
.dose{font-weight:600;margin:0 0 .5rem}
.stop{border-left:.3rem solid var(--amber);padding-left:.8rem}
.stop dt,.stop h4{color:var(--amber)}
.medicine{border-top:1px solid var(--line);padding:1.25rem 0 .5rem;max-width:46rem}
.medicine h4{margin:0 0 .2rem}
@media (min-width:40em){
.exercises>.drawn{grid-template-columns:repeat(2,minmax(0,1fr))}
.drawn>:first-child{grid-column:1/-1}}
@media print{
.on-screen,body:has(#exercises:target) :is(.entry>div:first-child>:not(h1),.entry section:not(#exercises)){display:none}
.exercises>li,.medicine>div{break-inside:avoid}}`,
  },
  {
    mark: /class="words"/,
    source: `
.word{color:inherit;text-decoration:underline dotted .08em;text-underline-offset:.2em}
.words{margin:0;max-width:46rem}
.words>div{border-top:1px solid var(--line);padding:.55rem 0}
.words>div:target{background:var(--amber-bg)}
.words dt{font-weight:600}
.words dfn{font-style:normal}
.words dd{margin:0}`,
  },
  {
    mark: /<table/,
    source: `
.scroll{overflow-x:auto;max-width:46rem;margin:1.25rem 0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.55rem .8rem .55rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-size:.94rem;border-bottom:2px solid var(--edge)}
tr{break-inside:avoid}
@media screen and (max-width:39.99em){
thead{position:absolute;clip-path:inset(50%)}
thead+tbody tr{display:block;padding:.7rem 0;border-bottom:1px solid var(--line)}
thead+tbody :is(th,td){display:block;border:0;padding:.12rem 0}
[data-name]::before{content:attr(data-name)": ";color:var(--soft);font-size:.94rem}}`,
  },
];

const SHEETS = PARTS.map(({ mark, source }) => ({ mark, sheet: source.replaceAll('\n', '') }));

/** Every sheet that a page may carry. */
export const PART_STYLES: readonly string[] = SHEETS.map(({ sheet }) => sheet);

/** The sheets that these words of a page need. */
export const partStylesOf = (html: string): string[] =>
  SHEETS.filter(({ mark }) => mark.test(html)).map(({ sheet }) => sheet);
