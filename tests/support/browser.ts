/** Tests drive the browser that benchmarks measure with. */
export { startBrowser } from '../../scripts/bench/browser.ts';
