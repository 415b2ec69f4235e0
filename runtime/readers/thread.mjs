// Node 20 does not hand `--import tsx` on to threads: the first file of one is plain JavaScript.
import { register } from 'tsx/esm/api';

register();
await import('./serve.ts');
