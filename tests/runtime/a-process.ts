/** A process that ends when it is asked to, for ending.test.ts: `a-process.ts <what it still has to do>`. */
import { beforeEnding, endWhenAsked } from '../../runtime/ending.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const WORK: Record<string, () => Promise<unknown>> = {
  a_request: async () => {
    await wait(300);
    console.log('answered');
  },
  a_failure: () => Promise.reject(new Error('the last work failed')),
  an_endless_one: () => new Promise(() => undefined),
};

endWhenAsked({ graceMs: 1_000 });
const work = WORK[process.argv[2] ?? ''];
if (work) beforeEnding(work);
console.log('ready');
setInterval(() => undefined, 1_000);
