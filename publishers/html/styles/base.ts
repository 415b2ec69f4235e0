/** Elements without a class: type, rhythm, links, focus. Whatever stands in a page, section or \`.flow\` keeps its distance. */
export const BASE = `
*,::before,::after{box-sizing:border-box;margin:0}
html{font:1.0625rem/1.6 var(--sans);background:var(--paper);color:var(--ink);overflow-wrap:break-word;-webkit-text-size-adjust:100%}
h1,h2{font-family:var(--serif);line-height:1.15;text-wrap:balance}
h1{font-size:clamp(2.1rem,1.5rem + 2.8vw,3.25rem)}
h2{font-size:clamp(1.55rem,1.3rem + 1vw,2rem)}
h3,h4{font-size:1.1rem;line-height:1.35}
:where(.page,section,article,aside,form,.flow)>*+*{margin-top:1em}
:where(section,.flow)>*+h3{margin-top:1.7em}
:where(.page)>*+section,.main>*+*{margin-top:3.4rem}
.head>*+*,.care-lines>li+li,.note>*+*,.log>li>*+*,.why,.also,.card p,.refine .chips,figcaption,.orders{margin-top:.5rem}
a{color:var(--link);text-underline-offset:.18em}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px var(--halo)}
img,svg{max-width:100%;height:auto;display:block}
ul,ol{padding-left:1.25em}
:is(ul,ol)[class],nav :is(ul,ol){list-style:none;padding:0}
:where(:not([class])>li+li,li>ul,li>ol){margin-top:.3em}
nav li,h2+.in,.slim .call,.duo>.care,.split>*,.find>*,.fold+.fold{margin:0}
.brand,.top li a,.toc a,.call a,.legend a,.button,.herocard,.chips a,.back,sup a{text-decoration:none}
li,tr,figure,.care,.words>div,.paper{break-inside:avoid}
small,.s,.kick,.trust,dt,figcaption,thead th{font-size:.9rem;color:var(--soft)}
sup,sub{line-height:0;font-size:.72em}
sup a,.back{display:inline-block;min-width:1.5rem;text-align:center}
sup a{padding:.9rem 0;margin:-.9rem -.25rem}
sup a,.kick,.facts dd,.words dt,summary,.tag,.ev{font-weight:600}
ul.s{line-height:1.75}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.measure,.flow:not(form)>:is(p,ul,ol,dl,h3,h4){max-width:42rem}
.lede{font-size:1.2rem;line-height:1.5}
.sm{display:none}
@media (max-width:55.99em){.sm{display:block}}
@media (max-width:39.99em){html{font-size:1rem}.lg{display:none!important}}
`;
