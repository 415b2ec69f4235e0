/** Panels, key facts, lists of events, forms. */
export const PANELS = `
.panel{border-radius:10px;background:var(--sunk);padding:var(--gap)}
.split{gap:1.4rem 2.5rem}
.facts>div{padding:.7rem 1.1rem;box-shadow:0 0 0 .5px var(--line)}
.facts dd{line-height:1.4}
.h3{font:700 1.2rem/1.3 var(--sans)}
code{font-size:.85em;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:1rem;border-radius:8px;background:var(--sunk)}
button,.button,input,select{min-height:2.75rem;padding:.4em .8em;border:2px solid var(--edge);border-radius:8px;background:var(--card);color:inherit;font:1rem/1.5 var(--sans)}
button,.button{display:inline-block;border-color:var(--link);background:var(--link);color:var(--on);font-weight:600;cursor:pointer}
:is(button,.button,.call a,.toc a,.chips a):hover{text-decoration:underline}
input,select{width:100%}
label{display:block;font-weight:600}
:is([type=checkbox],[type=radio]){width:1.4rem;height:1.4rem;min-height:0;flex:none;vertical-align:-.3rem;accent-color:var(--link)}
.check{display:flex;gap:.7em;font-weight:400}
[aria-invalid]{border-color:var(--now)}
.error{color:var(--now);font-weight:700}
@media (min-width:40em){.mapfacts{grid-template-columns:13rem 1fr}.split{grid-template-columns:1.1fr 1fr;align-items:start}}
`;
