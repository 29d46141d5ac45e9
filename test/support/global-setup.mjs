// Runs outside jest's own module system. The loader for TypeScript is registered here and not on the command line, because jest hands its
// command line to the workers: with the loader a worker takes more than half a second to start. jest restarts a worker that has grown
// (`workerIdleMemoryLimit`), also after the last file of a run, and then kills it if it is not up in half a second, with a warning.
import { register } from 'node:module';

register('@swc-node/register/esm', import.meta.url);
const { startCluster } = await import('./cluster.ts');
export default startCluster;
