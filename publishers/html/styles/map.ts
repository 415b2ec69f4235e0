/** The pain map: an SVG with one link for each region and view, and its legend, which says the same in words. */
export const MAP = `
.map{gap:1rem 2.5rem;align-items:center}
.views{display:flex;justify-content:center;gap:1rem;text-align:center}
.views figure{flex:0 1 16rem}
.views .v-side{flex-basis:12.44rem}
.body{width:100%;overflow:visible;color:var(--edge)}
.body text{fill:var(--on)}
.bone{fill:var(--card)}
.zone{fill:var(--link)}
.zone path{stroke:var(--link)}
.hit:hover path{fill-opacity:.38}
.zone.on path{fill-opacity:.75}
.zone.maybe path{stroke-dasharray:7 5}
.hit:focus-visible path{stroke:var(--ink);stroke-width:6;fill:var(--halo);fill-opacity:.7}
.legend a{display:flex;gap:.8em;align-items:center;padding:.45em .5em;border-radius:8px}
.legend a:is(:hover,[aria-current]){background:var(--card)}
.legend b{text-decoration:underline}
.mini{display:grid;place-items:center}
.mini .body{max-width:11rem}
.mapfacts .facts{border:0;border-radius:0}
@media (max-width:39.99em){.mapfacts>.mini{display:none}.body text{font-size:30px}.body circle{transform:scale(1.2);transform-box:fill-box;transform-origin:center}.panel.map{padding:1rem .6rem}}
@media (min-width:40em){.map{grid-template-columns:1.5fr 1fr}}
@media (max-width:55.99em){.v-side{display:none}}
@media (min-width:64em){.three{grid-template-columns:2fr 1fr}}
@media (forced-colors:active){.zone,.zone path{fill:Canvas;stroke:LinkText}.zone.on path{fill:Highlight}.body text{fill:LinkText;stroke:none}}
`;
