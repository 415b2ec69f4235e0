/** Paper: levels keep their colour, what cannot be pressed goes, nothing breaks below its heading. */
export const PRINT = `
@media print{
:root{color-scheme:light;--paper:#fff}
html{font-size:10.5pt}
form,.top nav,.top .help,.crumb,.toc,.button,footer nav{display:none!important}
h2,h3{break-after:avoid}}
`;
