// Runs outside jest's own module system: the loader given by `npm test` lets plain node read TypeScript.
export { startCluster as default } from './cluster.ts';
