import { expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describeSchema } from './described-schema.js';

const schema = describeSchema(
  buildSchema(`
    "A unit (đơn vị)."
    type Unit { id: ID!, name: String! }
    type UnitEdge { cursor: String!, node: Unit! }
    type UnitConnection { edges: [UnitEdge!]!, nodes: [Unit!]! }
    type UnitPayload { unit: Unit, userErrors: [String!]! }
    input RenameInput { id: ID!, "The new name (tên mới)." name: String! }
    input EndInput { id: ID! }
    type Query { units(first: Int, "A year (năm)." asOf: Int): UnitConnection! }
    type Mutation {
      "Renames a unit (đổi tên đơn vị)."
      rename(input: RenameInput!): UnitPayload!
      "Ends a unit (giải thể)."
      end(input: EndInput!): UnitPayload!
      "Restores a unit (khôi phục)."
      restore(input: EndInput!): UnitPayload!
    }
  `),
);
const type = (name: string): GraphQLObjectType => schema.getType(name) as GraphQLObjectType;
const field = (name: string, of: string): string | null | undefined => type(name).getFields()[of]!.description;

it('a page is described by the term of its rows', () => {
  expect(type('UnitConnection').description).toBe('One page of a list of `Unit` (trang danh sách: đơn vị).');
  expect(type('UnitEdge').description).toBe('One row of a list of `Unit` (một dòng: đơn vị).');
  expect(field('UnitEdge', 'cursor')).toBe('Position of the row in the list (con trỏ). Pass it as `after` to continue behind this row.');
});

it('the input and the result of a command are described by what it does', () => {
  expect(type('RenameInput').description).toBe('Input of `rename` (đổi tên đơn vị).');
  expect(type('EndInput').description).toBeFalsy();
  expect(type('UnitPayload').description).toBe('Result of `rename`, `end`, `restore` (kết quả lệnh).');
  expect(field('UnitPayload', 'unit')).toBe('The object after the change (đơn vị). Null when `userErrors` is not empty.');
});

it('a description that is given stays, and a field that means something of its own gets none', () => {
  const { first, asOf } = Object.fromEntries(
    schema
      .getQueryType()!
      .getFields()
      .units!.args.map(arg => [arg.name, arg.description]),
  );
  expect(first).toBe('Number of rows on the page, 1 to 100 (số dòng một trang).');
  expect(asOf).toBe('A year (năm).');
  expect(field('RenameInput', 'name')).toBe('The new name (tên mới).');
  expect(field('Unit', 'name')).toBeFalsy();
});
