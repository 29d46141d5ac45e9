import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

/** PostGraphile hides what it takes to have no index. These have one, a partial one (but titles, ordered within one parent). */
const indexed = { tags: { isIndexed: true } };
const INDEXES = jsonPgSmartTags({
  version: 1,
  config: {
    class: { emulation_model: { attribute: { title: indexed, trashed_at: indexed, merged_into_id: indexed } } },
    constraint: { 'emulation_model.emulation_model_parent_fk': indexed },
  },
});

/** PostGraphile 5 over the registry's tables as they stand, set up as its documentation does in library mode. Needs Node 22. */
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [INDEXES],
  pgServices: [makePgService({ schemas: ['public'], poolConfig: JSON.parse(process.env.PEER_POOL), pubsub: false })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
