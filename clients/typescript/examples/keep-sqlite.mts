// Keeps a SQLite file current:
//   REGISTRY_URL=https://registry.example.vn REGISTRY_TOKEN=… npx tsx examples/keep-sqlite.mts copy.sqlite
import { setTimeout as pause } from 'node:timers/promises';
import { RegistryClient } from '../src/client.js';
import { Copy } from '../src/sync.js';
import { COPIED } from './copied-types.js';
import { SqliteStore } from './sqlite-store.js';

const { REGISTRY_URL: url, REGISTRY_TOKEN: token, EVERY_MS: every = '5000' } = process.env;
const [, , file] = process.argv;
if (!url || !token || !file) throw new Error('REGISTRY_URL, REGISTRY_TOKEN and the name of a file are needed.');

const store = new SqliteStore(file);
const copy = new Copy(new RegistryClient({ url, token }), store, COPIED);
for (;;) {
  const changes = await copy.catchUp();
  if (changes > 0) console.log(`${new Date().toISOString()} ${changes} changes`, store.counts());
  await pause(Number(every));
}
