/**
 * What only pages of entries have: the words explained in two columns, and paper. What \`.paper\` says and the code beside
 * it are printed and never seen on screen. Under the address \`#exercises\` the exercises are printed as a sheet to hand
 * over: with the title, who approved it, what must not wait, what to take care of, and nothing else.
 */
export const ENTRY = `
.head+:is(.care,section){margin-top:1rem}
:is(.care,section)+.head{padding-top:1.4rem}
.paper{display:none}
@media (min-width:40em){.words,#sources>ol{columns:2;gap:2.5rem}}
@media print{
.paper{display:flex;gap:1rem;align-items:center;margin-top:1rem}
.paper img{width:6.5rem;flex:none}
.screen{display:none}
.main:has(>#exercises:target)>section:not(#exercises,#get-help){display:none}}
`;
