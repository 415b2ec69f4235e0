/** Chips that filter, reasons of a result, steps of an exercise, the top of the home page. */
export const FINDING = `
.chips{gap:.5rem}
.chips :is(a,span){display:block;padding:.28em .85em;border:1px solid var(--edge);border-radius:99px;background:var(--card);font-size:.95rem}
.chips ::first-letter{text-transform:uppercase}
.chips [aria-current]{background:var(--link);color:var(--on);border-color:var(--link)}
.az :is(a,span){min-width:2.6rem;text-align:center}
.az span{color:var(--soft);border-style:dashed}
.found{margin-top:2.2rem}
.names{column-width:19rem;gap:2.5rem}
.names li{padding:.28rem 0}
.why{margin-bottom:.5em}
.why li{display:flex;gap:.5em;align-items:baseline}
.why svg{width:.9em;flex:none;color:var(--go)}
.hits{gap:1rem}
.steps{counter-reset:s}
.steps>li{counter-increment:s;gap:1rem 1.8rem}
.steps h3::before{content:counter(s)". ";color:var(--link)}
.ex-fig{background:#fff;border-radius:10px;fill:none;stroke:#5b6b6b;stroke-width:15;stroke-linecap:round;stroke-linejoin:round}
.hd{fill:#5b6b6b;stroke:none}
.gh{fill:#d5dbd8;stroke:none}
.g{stroke:#d5dbd8}
.w{stroke:#0b5d58}
.fl{stroke:#c3cbc8;stroke-width:2}
.ar{stroke:#a3131b;stroke-width:4}
.ch{stroke:#a9b3b0;stroke-width:4}
.hero{gap:2rem 3rem;padding-top:2.2rem;align-items:center}
.hero .lede{margin-top:.7em}
.hero .chips{margin-top:1rem}
.big{margin-top:1.4rem;max-width:34rem}
.big input{flex:1}
.herocard{display:grid;text-align:center}
.herocard b{font-size:1.15rem;text-decoration:underline}
.herocard svg{flex:0 1 11rem;width:auto;min-width:0}
@media (min-width:40em){.steps>li:has(figure){grid-template-columns:14rem 1fr}}
@media (min-width:56em){.hero{grid-template-columns:1.2fr 1fr}}
@media (forced-colors:active){.chips [aria-current]{outline:2px solid Highlight}}
`;
