/**
 * Care cards: how fast, which signs, what to do. \`.now\`, \`.day\`, \`.soon\` and none set the level: \`--c\` is its colour,
 * \`--b\` its tint. \`.care-lines\` says the same in one line for a sign inside the text.
 */
export const CARE = `
.care,.card,.facts,figure>a{border:1px solid var(--line);border-radius:10px;background:var(--card)}
.care,figure>a{overflow:clip}
.care{--c:var(--go);--b:#0a52;border:2px solid var(--c)}
.now{--c:var(--now);--b:#f222}
.day{--c:var(--day);--b:#fa02}
.soon{--c:var(--soon);--b:#27f2}
.care>:is(h2,h3){padding:.6em 1rem;background:var(--b);color:var(--c);font:700 1.2rem/1.3 var(--sans)}
.now>:is(h2,h3){background:var(--fill);color:#fff}
.in{align-items:start;gap:1rem 2rem;padding:1rem}
.slim .in{align-items:center}
.signs>li,.log>li,.steps>li,.fold,.words>div{border-top:1px solid var(--line);padding:1rem 0}
.signs>li,.words>div{padding:.5em 0}
.signs>li{margin-left:1.2em;list-style:square}
.signs>li:first-child{border:0;padding-top:0}
.signs>li::marker{color:var(--c)}
.act{padding:1rem;border-radius:8px;background:var(--b)}
.act :is(h3,h4){font-size:1rem;color:var(--c)}
.call,.find{display:flex;gap:.4rem}
.call{margin:.6em 0}
.call li{flex:1}
.call a{display:block;min-height:2.75rem;padding:.35em .2em;border-radius:8px;background:var(--fill);color:#fff;text-align:center;font:700 1.2rem/1.25 var(--sans)}
small{display:block;font-weight:400}
.call small{color:inherit;font-size:.75rem;white-space:nowrap}
.duo{gap:1rem}
.care-lines>li,.note{border-left:5px solid var(--c);border-radius:0 8px 8px 0;background:var(--b);padding:.6rem 1rem}
summary{padding:.6em 0;color:var(--link);cursor:pointer}
.orders{display:grid;gap:.5rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));font-size:.97rem}
.tag{display:inline-block;padding:.05em .6em;border:1px solid;border-radius:5px;background:var(--b,#8881);color:var(--c,inherit);font-size:.85rem}
@media (min-width:40em){.now>.in,.wide>.in{grid-template-columns:5fr 4fr}.duo,.facts{grid-template-columns:1fr 1fr}.two>ul{columns:2}}
@media (forced-colors:active){.care>:is(h2,h3){border-bottom:2px solid}.call a,.n{border:1px solid}}
@media print{.care,.call a,.ev,.n{print-color-adjust:exact}}
`;
