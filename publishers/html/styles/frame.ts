/** What stands around every page: notice, header, way back, title, contents, footer. */
export const FRAME = `
.wrap{max-width:73rem;margin:auto;padding:0 var(--gap)}
.skip{position:absolute;left:-99em}
.skip:focus{left:0;background:var(--card)}
.demo{background:#fa02;font-size:.85rem;padding:.4em 0}
.top{background:var(--card);border-bottom:1px solid var(--line)}
.top .wrap,.top ul,.crumb ol,.trust,.also,footer ul,.chips{display:flex;flex-wrap:wrap}
.top .wrap{align-items:center;gap:.35rem 1.1rem;padding-block:.7rem}
.brand{display:flex;gap:.5rem;align-items:center;font:700 1.3rem var(--serif);color:inherit}
.brand svg{width:1.7rem;color:var(--link)}
.top ul{gap:0 1.2rem;font-size:.95rem}
.top li a{display:block;padding:.3em 0;color:inherit}
.top li a:is(:hover,[aria-current]){box-shadow:0 2px var(--link)}
.top .help{color:var(--now);font-weight:700;margin-left:auto}
.top .find{order:2;flex:0 1 15rem}
.crumb{font-size:.9rem;padding-top:1rem}
.crumb ol{gap:0 .5em}
.crumb li+li::before{content:"/ "}
.page{padding-bottom:4rem}
main:focus-visible,.hit:focus-visible{outline:0;box-shadow:none}
.head{padding:1.1rem 0 .4rem}
.head>:not(.trust){max-width:50rem}
.trust,footer ul{gap:.2rem 1.4rem}
.trust li{display:flex;gap:.45em}
.trust svg{width:1em;flex:none;color:var(--link)}
footer .wrap,.cols,.in,.duo,.grid,.map,.facts,.split,.hits,.steps>li,.hero{display:grid}
.cols{gap:2.5rem 3.5rem}
.cols>*,.split>*,.find>*{min-width:0}
.fold+.grid{margin-top:2rem}
.toc{font-size:.95rem;display:none}
.toc h2{font:600 .9rem/2 var(--sans)}
.toc ul{border-left:2px solid var(--line)}
.toc a{display:block;padding:.3em .9em;color:var(--soft)}
footer{border-top:1px solid var(--line);background:var(--sunk);font-size:.92rem;padding:2rem 0 3rem}
footer .wrap{gap:1.5rem}
@media (max-width:39.99em){.brand{font-size:1.05rem;gap:.3rem}.top .help{font-size:.9rem}.lede{font-size:1.05rem}.top nav{order:2;width:100%}.head,.crumb{padding-top:.5rem}.crumb+.page>.head>.kick{display:none}}
@media (max-width:55.99em){.top .find{display:none}}
@media (min-width:64em){
.cols{grid-template-columns:minmax(0,1fr) 14rem}
.cols>:is(.toc,.refine){order:1}
.toc{display:block;position:sticky;top:1.5rem;align-self:start}
footer .wrap{grid-template-columns:2fr 1fr}}
`;
