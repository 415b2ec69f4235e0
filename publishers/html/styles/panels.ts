/** Panels, key facts, lists of events, forms. */
export const PANELS = `
.panel{background:var(--sunk);border:0;overflow:visible;padding:var(--gap)}
.split{display:grid;gap:1.4rem 2.5rem}
.split>*{margin:0;min-width:0}
.facts{display:grid}
.facts>div:not(.mini){padding:.7rem 1.1rem;box-shadow:0 0 0 .5px var(--line)}
.facts dd{font-weight:600;line-height:1.4}
.facts dd.s{font-weight:400}
.facts li+li{margin-top:.2em}
.log>li>*+*{margin-top:.3em}
.h3{font:700 1.2rem/1.3 var(--sans)}
code{font:.85em ui-monospace,Menlo,"Liberation Mono",monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:1rem;border-radius:8px;background:var(--sunk)}
button,.button{display:inline-block;min-height:2.75rem;padding:.4em 1.1em;border:2px solid var(--link);border-radius:8px;background:var(--link);color:var(--on);font:600 1rem/1.5 var(--sans);text-decoration:none;cursor:pointer}
:is(button,.button):hover{text-decoration:underline}
input,select{width:100%;min-height:2.75rem;padding:.4em .7em;border:2px solid var(--edge);border-radius:8px;background:var(--card);color:inherit;font:1rem var(--sans)}
label{display:block;font-weight:600}
:is([type=checkbox],[type=radio]){width:1.4rem;height:1.4rem;min-height:0;flex:none;vertical-align:-.3rem;accent-color:var(--link)}
.check{display:flex;gap:.7em;font-weight:400}
[aria-invalid]{border-color:var(--now)}
.error{color:var(--now);font-weight:700}
.find{display:flex}
.find>*{min-width:0;margin:0}
.find input{border-radius:8px 0 0 8px;border-right:0}
.find button{border-radius:0 8px 8px 0;padding:.4em .8em}
@media (min-width:40em){.facts:not(.mapfacts){grid-template-columns:1fr 1fr}.split{grid-template-columns:1.1fr 1fr;align-items:start}}
@media print{form{display:none!important}}
`;
