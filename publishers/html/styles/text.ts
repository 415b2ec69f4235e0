/** Inside the text: tables, figures, notes, words explained, sources, differences, search marks. */
export const TEXT = `
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.7em .9em .7em 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--edge)}
.scroll{overflow-x:auto}
th .s{font-weight:400}
figure>a{display:block;position:relative;background:#fff}
figure img{margin:auto}
.note:not(.now,.day){--c:var(--soft);--b:#27f2}
.fold{padding:0}
.fold h3{display:inline}
.fold .n{margin-right:.4em}
.fold>:is(.flow,.grid){padding-bottom:1.5em}
.word{color:inherit;text-decoration:underline dotted}
.words dt{color:inherit}
dfn{font-style:normal}
:is(a,li,div):target{background:#fd25}
ins{padding:0 .12em;background:color-mix(in srgb,var(--go) 12%,var(--card));color:var(--go);text-decoration-thickness:2px}
del{padding:0 .12em;background:color-mix(in srgb,var(--now) 9%,var(--card));color:var(--now)}
mark{padding:0 .1em;background:var(--halo);color:#15252a}
@media (max-width:39.99em){
.t thead{position:absolute;clip-path:inset(50%)}
.t :is(tr,td,th){display:block;border:0;padding:.12em 0}
.t tr{border-bottom:1px solid var(--line);padding:.8em 0}
.t [data-l]::before{content:attr(data-l)": ";color:var(--soft);font-size:.88rem}}
@media print{details::details-content{content-visibility:visible}#sources a[href^=http]::after{content:" ("attr(href)")"}}
`;
