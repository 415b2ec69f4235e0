// Where the sources run as they are: Node 20 does not hand `--import tsx` on to threads, so the first file of one is
// plain JavaScript. A build puts one without a loader in this place (scripts/bundle-server.ts).
import { register } from 'tsx/esm/api';

register();
await import('./serve.ts');
