/** Cards that lead on and the evidence meter: 3 parts good, 2 moderate, 1 limited, hatched advised against. */
export const CARDS = `
.grid{gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.card{position:relative;padding:1rem 1.1rem}
.card:hover{border-color:var(--link)}
.card :is(h3,h4) a::after{content:"";position:absolute;inset:0}
.card .over{position:relative}
.also{gap:0 1em}
.columns{columns:16rem;gap:3rem}
.columns>li{padding:.35em 0}
.n{display:inline-grid;place-items:center;flex:none;width:1.75rem;height:1.75rem;border-radius:50%;background:var(--link);color:var(--on);font:700 .9rem var(--sans)}
.ev{display:inline-flex;align-items:center;gap:.6em;font-size:.95rem}
.ev::before{content:"";flex:none;width:3.9rem;height:.6rem;border-radius:2px;background:linear-gradient(90deg,var(--link) var(--p,0%),var(--line) 0);-webkit-mask:repeating-linear-gradient(90deg,#000 0 31%,#0000 0 34.5%)}
.e3{--p:100%}
.e2{--p:67%}
.e1{--p:33%}
.ex{color:var(--now)}
.ex::before{background:repeating-linear-gradient(135deg,var(--now) 0 2px,#0000 2px 5px)}
@media (forced-colors:active){.ev{forced-color-adjust:none;color:CanvasText;--link:CanvasText;--now:CanvasText;--line:Canvas}}
`;
