import { MovementsReader } from '../../src/features/movements/movements.reader.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { TestRegistry } from '../support/test-registry.js';

export interface Result {
  readonly changed: any;
  readonly userErrors: { code: string; field: string[]; message: string }[];
}

const ROUND = `registrationRound { id name version opensOn closesOn unit { name } movement { name }
  extensions { nodes { id version closesOn reason unit { name } } } targets { nodes { id version count basis unit { name } } } }`;
const MOVEMENT = 'movement { id name version starts ends note launcher { name } act { number date issuer } }';
const RULE = `receivingAuthority { id version line level validFrom validTo basis unit { name } receiver { name } recogniser { name } }`;

const COMMANDS = {
  launchMovement: MOVEMENT,
  correctMovement: MOVEMENT,
  endMovement: MOVEMENT,
  openRegistrationRound: ROUND,
  moveRegistrationDeadline: ROUND,
  extendRegistration: ROUND,
  withdrawExtension: ROUND,
  assignTarget: ROUND,
  setReceivingAuthority: RULE,
  endReceivingAuthority: RULE,
} as const;
export type Command = keyof typeof COMMANDS;

/** The id of the row with this global id. */
export const rowId = (id: string): string => fromGlobalId(id)!.id;

/** An id of this type that does not exist. */
export const stranger = (type: string): string => Buffer.from(`${type}:018f0000-0000-7000-8000-000000000000`).toString('base64url');

/** Codes and fields of the user errors. */
export const errorsOf = ({ userErrors }: Result): [string, string][] => userErrors.map(({ code, field }) => [code, field.join('.')]);

/** Runs commands on movements through the API, and reads movements as other chapters do. */
export function givenMovements(registry: () => TestRegistry): {
  run(command: Command, input: Record<string, unknown>): Promise<Result>;
  /** The id of the created record. @throws the user errors */
  made(command: Command, input: Record<string, unknown>): Promise<string>;
  /** The code of an error that is not a user error. */
  fails(command: Command, input: Record<string, unknown>): Promise<string>;
  asks<T>(question: (reader: MovementsReader, tx: Tx) => Promise<T>): Promise<T>;
} {
  const document = (command: Command): string => {
    const type = `${command[0]!.toUpperCase()}${command.slice(1)}Input`;
    return `mutation ($input: ${type}!) { ${command}(input: $input) { ${COMMANDS[command]} userErrors { code field message } } }`;
  };
  const run = async (command: Command, input: Record<string, unknown>): Promise<Result> => {
    const { userErrors, ...rest } = (await registry().as.boardStaff.get(document(command), { input }))[command];
    return { changed: Object.values(rest)[0], userErrors };
  };
  return {
    run,
    async made(command, input) {
      const { changed, userErrors } = await run(command, input);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return changed.id;
    },
    async fails(command, input) {
      const { errors } = await registry().as.boardStaff.ask(document(command), { input });
      return errors![0]!.extensions.code;
    },
    asks: question =>
      registry()
        .registry.app.get(Database)
        .tx(systemActor('test'), async tx => {
          await tx.audit({ action: 'test.asked', object: { type: 'Test', id: null } });
          return question(registry().registry.app.get(MovementsReader), tx);
        }),
  };
}
