/**
 * The whole style of every page. It is inlined and allowed by its hash, so it costs no request; the
 * colours keep WCAG 2.2 AA contrast in both schemes.
 */
const SOURCE = `
:root{color-scheme:light dark;
--bg:#faf8f4;--card:#fff;--ink:#1b2a2e;--soft:#4a5a5f;--line:#dcd7cc;--edge:#7b8784;
--brand:#0b5a58;--on-brand:#fff;--tint:#e8f1ee;--link:#0a5f73;--seen:#5f3a86;
--red:#a3181f;--red-bg:#fdf0ed;--red-line:#e5b5ae;--amber:#7a4600;--amber-bg:#fff4dc;--amber-line:#e4c78d;
--now:#a3181f;
--green:#1d5c33;--green-bg:#e6f3e9;--focus:#0b3fbf;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
--serif:"Iowan Old Style",Charter,"Sitka Text",Cambria,"Noto Serif",Georgia,serif}
@media (prefers-color-scheme:dark){:root{
--bg:#121a1c;--card:#1a2427;--ink:#e7ecea;--soft:#aebbbb;--line:#324145;--edge:#7f9092;
--brand:#0f4a49;--on-brand:#f2f8f6;--tint:#1b2f30;--link:#86cfdd;--seen:#c9b0ea;
--red:#ffa79d;--red-bg:#2c1b1b;--red-line:#6d3633;--amber:#f2c879;--amber-bg:#2a2315;--amber-line:#66542a;
--green:#95d8a8;--green-bg:#17291d;--focus:#ffd24a}}
@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--bg);color:var(--ink);font:1.0625rem/1.6 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.2;margin:0;text-wrap:balance}
h1,h2{font-family:var(--serif);font-weight:700;letter-spacing:-.012em}
h1{font-size:clamp(1.8rem,1.2rem + 3.4vw,3.1rem);line-height:1.1}
h2{font-size:clamp(1.5rem,1.35rem + .7vw,1.8rem);margin:2.75rem 0 .75rem}
h3{font-size:1.15rem;margin:1.75rem 0 .4rem}
h4{margin:1.25rem 0 .3rem}
p,ul,ol,dl{margin:0 0 1rem}
p{text-wrap:pretty}
ul,ol{padding-left:1.35rem}
li{margin:0 0 .4rem}
li::marker{color:var(--edge)}
li>ul,li>ol{margin:.4rem 0}
a{color:var(--link);text-decoration-thickness:.07em;text-underline-offset:.17em}
a:visited{color:var(--seen)}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:3px}
main{outline:0}
.wrap{width:100%;max-width:72rem;margin:0 auto;padding:0 1.15rem}
.skip{position:absolute;left:-99rem;background:var(--card);padding:.7rem 1.1rem}
.skip:focus{left:.5rem;top:.5rem}
.demo{background:#ffd86b;color:#2b2100;border-bottom:1px solid #b88a00;font-size:.95rem;line-height:1.45}
.demo p{margin:0;padding:.65rem 0}
.top{background:var(--brand);color:var(--on-brand)}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 2rem;padding-top:.7rem;padding-bottom:.7rem}
.top a{color:inherit;text-decoration:none;padding:.35rem 0}
.top a:hover{text-decoration:underline}
.top :focus-visible{outline-color:#ffd24a}
.brand{font:700 1.4rem/1.2 var(--serif);display:inline-flex;align-items:center;gap:.55rem}
.brand svg{width:1.6rem;height:1.6rem}
.top ul,.crumbs ol,.toc ul,.list,.cards,.steps{list-style:none;padding:0}
.top ul{display:flex;flex-wrap:wrap;gap:0 clamp(.85rem,3vw,1.4rem);margin:0}
.top li{margin:0}
.top li a{display:block}
.crumbs ol{display:flex;flex-wrap:wrap;gap:0 .5rem;margin:0;padding:1rem 0 0;font-size:.92rem}
.crumbs li{margin:0}
.crumbs li+li::before{content:"›";margin-right:.5rem;color:var(--edge)}
.crumbs a,.toc a{display:inline-block;padding:.15rem 0}
main{padding:1.75rem 0 3.5rem}
.hero{margin-top:-1.75rem;padding:2rem 0 1rem;background:var(--tint);box-shadow:0 0 0 100vmax var(--tint);clip-path:inset(0 -100vmax)}
main p,main ul,main ol,main dl{max-width:65ch}
.summary{font-size:1.22rem;line-height:1.5;margin:1rem 0}
.eyebrow{font-size:.92rem;font-weight:600;color:var(--soft);margin:0 0 .4rem}
.byline{margin:.8rem 0 1rem}
.entry>div>.box:first-child{margin-top:0}
p.also{margin:.6rem 0 0;color:var(--soft)}
.error{color:var(--red);font-weight:700;border-left:.4rem solid;padding-left:.8rem;margin:.8rem 0 .5rem}
.error a{color:inherit}
.box{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--brand);border-radius:.35rem;padding:1.15rem 1.25rem;margin:1.5rem 0;max-width:46rem}
.box>:last-child{margin-bottom:0}
.box h2,.box h3{margin:0 0 .6rem}
.box h2{font-size:1.35rem}
.box h3:not(:first-child){margin-top:1.15rem}
.red{background:var(--red-bg);border-color:var(--red-line);border-left-color:var(--red)}
.amber{background:var(--amber-bg);border-color:var(--amber-line);border-left-color:var(--amber)}
.amber h2,.amber h3{color:var(--amber)}
.tint{background:var(--tint);border-color:transparent;border-left-color:var(--brand)}
.help{margin:1.5rem 0;max-width:46rem}
.help.wide{max-width:none}
.help h2{margin:0 0 .8rem;font-size:1.35rem;color:var(--red)}
.help.wide h2{font-size:clamp(1.5rem,1.35rem + .7vw,1.8rem)}
.action{margin:1.25rem 0;max-width:46rem}
.badge{display:inline-block;border:1px solid currentColor;border-radius:.9rem;padding:.05rem .7rem;font-size:.88rem;font-weight:600;line-height:1.5;color:var(--soft);background:var(--card)}
.good,.moderate{color:var(--green);background:var(--green-bg)}
.limited,.none{color:var(--amber);background:var(--amber-bg)}
.against{color:var(--red);background:var(--red-bg)}
main .call{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;max-width:30rem}
.call li{flex:1 1 5.5rem;margin:0}
.call a,.button{display:inline-block;text-align:center;background:var(--now);color:#fff;font-weight:700;text-decoration:none;padding:.55rem 1rem;border-radius:.35rem;border:0;font-size:1rem;line-height:1.4}
.call a{display:block;padding:.4rem .3rem}
.call a:visited{color:#fff}
.call small{display:block;font-weight:400;font-size:.78rem}
.call a:hover,.button:hover{text-decoration:underline}
.button,.button:visited{background:var(--brand);color:var(--on-brand);cursor:pointer;font-family:inherit}
.facts{display:grid;margin:0}
.facts dt{font-weight:600;margin-top:.5rem}
.facts dd,.facts ul{margin:0}
.facts li{margin:0 0 .2rem}
.list{margin:0;border-top:1px solid var(--line)}
.list>li{padding:.9rem 0;margin:0;border-bottom:1px solid var(--line)}
.list .name{font-weight:600;font-size:1.08rem}
.list p{margin:.2rem 0 0}
.list ul{padding-left:1.15rem;margin:.4rem 0 0}
figcaption,.meta,.byline{color:var(--soft);font-size:.94rem}
main .cards{margin:1rem 0;display:grid;gap:1rem;max-width:none;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
.cards>li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.15rem 1.25rem;margin:0}
.cards h3{font:700 1.5rem/1.25 var(--serif);margin:0 0 .35rem}
.cards p{margin:.35rem 0 0}
main .columns{max-width:none}
figure{margin:1.75rem 0;max-width:46rem}
img{display:block;margin-bottom:.55rem;width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:.5rem}
.steps{counter-reset:s}
.steps li{counter-increment:s;position:relative;padding:.2rem 0 .2rem 3rem;margin:0 0 .7rem;min-height:2.2rem}
.steps li::before{content:counter(s);position:absolute;left:0;top:.1rem;width:2rem;height:2rem;border-radius:50%;background:var(--brand);color:var(--on-brand);font-weight:700;text-align:center;line-height:2rem;font-size:.95rem}
.toc{margin:1.75rem 0 0}
main .toc,.about,.sources,.top ul{font-size:.97rem}
.toc h2,.about h2{font:700 1.05rem/1.3 var(--sans);margin:0 0 .4rem}
.toc ul{padding:0 0 0 .9rem;margin:0;border-left:2px solid var(--line)}
.toc li{margin:0}
.about{margin-top:3rem;padding-top:1.25rem;border-top:2px solid var(--brand)}
.bottom{margin-top:auto;border-top:1px solid var(--line);background:var(--card);font-size:.94rem;padding:1.75rem 0 2.5rem}
.bottom p{max-width:70ch}
label{display:block;font-weight:600;margin:1rem 0 .3rem}
input,select{font:inherit;color:inherit;background:var(--card);border:2px solid var(--edge);border-radius:.3rem;padding:.5rem .65rem;max-width:100%}
[type=email],[type=text],select{width:26rem}
[aria-invalid]{border-color:var(--red)}
[type=checkbox],[type=radio]{width:1.4rem;height:1.4rem;vertical-align:-.3rem;margin-right:.5rem;accent-color:var(--brand)}
@media (min-width:40em){
.facts{grid-template-columns:12rem 1fr}
.facts dt,.facts dd{margin:0;padding:.5rem 0}
.facts>*:nth-child(n+3){border-top:1px solid var(--line)}
main .columns{columns:2;column-gap:3rem}
.columns>li{break-inside:avoid}}
@media (min-width:62em){
main{padding-top:2.25rem}
.hero{margin-top:-2.25rem;padding:3.25rem 0 2rem}
.entry{display:grid;grid-template-columns:minmax(0,46rem) minmax(0,1fr);column-gap:4.5rem}
.entry>*{grid-column:1}
.entry>.toc{grid-column:2;grid-row:1/span 2;position:sticky;top:1.75rem;align-self:start;margin-top:.5rem;max-height:calc(100vh - 3rem);overflow:auto}}
@media print{
*{background:#fff!important;color:#000!important}
.top,.crumbs,.toc,.skip,.button,form{display:none}
body{font-size:11pt}
.box,figure,.cards>li{break-inside:avoid}
h2,h3{break-after:avoid}
.sources a::after{content:" ("attr(href)")";font-size:.85em;overflow-wrap:anywhere}}
`;

/** The style sheet as one line: nothing in it depends on line ends. */
export const STYLES = SOURCE.replaceAll('\n', '');
