/**
 * Colours, typefaces and the one space that grows with the window. Text colours keep 4.5:1 on paper, card and sunk in
 * both schemes, edges of controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Print is always light.
 */
export const TOKENS = `
:root{
--paper:#fbfaf6;--card:#fff;--sunk:#f2f1ea;--line:#dcdad0;--edge:#78837f;
--ink:#15252a;--soft:#4c5a5d;--link:#0b5d58;--on:#fff;
--now:#a3131b;--fill:#a3131b;--day:#8a4700;--soon:#2b4f86;--go:#23603a;--halo:#ffd23f;
--gap:clamp(1rem,2.5vw,1.75rem);
--sans:-apple-system,"Segoe UI",Roboto,Arial,sans-serif;
--serif:"Iowan Old Style",Palatino,"Palatino Linotype",P052,Georgia,serif}
@media screen and (prefers-color-scheme:dark){:root{
--paper:#0f181a;--card:#162224;--sunk:#1b292b;--line:#2e3f41;--edge:#80918f;
--ink:#e9efec;--soft:#acbbb8;--link:#77d3c6;--on:#0f181a;
--now:#ff9d94;--fill:#b3232b;--day:#f6b860;--soon:#a3c2f7;--go:#8fd3a3}}
@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}
`;
