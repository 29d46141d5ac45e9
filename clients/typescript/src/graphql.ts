import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../generated/schema.js';

/**
 * Makes a document whose data and variables have the types of the registry's schema: `graphql('query ($id: ID!) { model(id: $id) { title } }')`.
 * Decimals and dates come as texts, so that no digit is lost.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Decimal: string; JSON: unknown; LocalDate: string; PartialDate: string; UUID: string };
}>();
