/** Pages that are still written with the class names of before. */
export const BRIDGE = `
.summary{font-size:1.2rem;line-height:1.5}
.eyebrow,.meta,.byline,p.also{font-size:.9rem;color:var(--soft)}
.emergency-now{--c:var(--now);--t:#f22}
.care.emergency-now>:is(h2,h3){background:var(--fill);color:#fff;font-size:1.3rem}
.same-day{--c:var(--day);--t:#fa0}
.urgent-days{--c:var(--soon);--t:#27f}
.care-lines>.can-wait{--c:var(--go)}
.care-lists{display:grid;gap:1rem;align-items:start}
.care-lists>.care{margin:0}
.whom{font-weight:700}
.box{--b:color-mix(in srgb,var(--t,#27f) 9%,var(--card));border-left:5px solid var(--c,var(--soft));border-radius:0 8px 8px 0;background:var(--b);padding:.8rem 1.1rem;max-width:46rem}
.box>*+*{margin-top:.5em}
.box :is(h2,h3){font:700 1.2rem/1.3 var(--sans)}
.red{--c:var(--now);--t:#f22}
.amber{--c:var(--day);--t:#fa0}
.badge{display:inline-block;padding:.05em .6em;border:1px solid;border-radius:5px;font-size:.85rem;font-weight:600}
.list>li{padding:.9rem 0;border-top:1px solid var(--line)}
.list .name{font-weight:600}
.list ul{list-style:disc;padding-left:1.15rem;margin-top:.4rem}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
.cards>li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem}
.facts>:is(dt,dd){padding:.4rem 1.1rem}
.facts>dd{padding-top:0}
.drawing figure{margin:0}
.exercises{counter-reset:e}
.exercises>li{counter-increment:e;border-top:1px solid var(--line);padding:1.25rem 0;display:grid;gap:.75rem 1.75rem}
.exercises h3::before{content:counter(e)". ";color:var(--link)}
.exercises dl>div,.medicine>div{margin-top:.6rem}
:is(.exercises,.medicine) dt{font-weight:600;color:inherit}
.dose{font-weight:600}
.stop{border-left:5px solid var(--day);padding-left:.8rem}
.medicine{border-top:1px solid var(--line);padding:1.25rem 0 .5rem;max-width:46rem}
.entry>*{max-width:46rem}
:where(.entry>div)>*+*{margin-top:1em}
.entry section{margin-top:3rem}
.entry>.toc{display:block}
.about{padding-top:1.25rem;border-top:2px solid var(--link)}
.about h2{font:700 1.05rem/1.3 var(--sans)}
@media (min-width:40em){.care-lists.wide{grid-template-columns:repeat(auto-fit,minmax(20rem,1fr))}.exercises>.drawn{grid-template-columns:repeat(2,minmax(0,1fr))}.drawn>:first-child{grid-column:1/-1}.facts:has(>dt){grid-template-columns:12rem 1fr}.facts>dd{padding-top:.4rem}}
@media (max-width:39.99em){
thead+tbody tr{display:block;padding:.7rem 0;border-bottom:1px solid var(--line)}
[role=table] thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead+tbody :is(th,td){display:block;border:0;padding:.12rem 0}
[data-name]::before{content:attr(data-name)": ";color:var(--soft);font-size:.94rem}}
@media (min-width:64em){.entry{display:grid;grid-template-columns:minmax(0,46rem) minmax(0,1fr);column-gap:4.5rem}.entry>*{grid-column:1;margin:0}.entry>.toc{grid-column:2;grid-row:1/span 2}}
@media print{.on-screen,body:has(#exercises:target) :is(.entry>div:first-child>:not(h1),.entry section:not(#exercises)){display:none}.exercises>li,.medicine>div{break-inside:avoid}}
`;
