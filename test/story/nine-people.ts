import { expect } from '@jest/globals';
import { asker, type Asker, type TestRegistry } from '../support/test-registry.js';

/** The nine people of the story, by the names with which they sign in. */
export const PEOPLE = {
  'quan.tri': 'Quản trị viên',
  'thu.truong': 'Thủ trưởng xã A',
  'can.bo': 'Cán bộ xã A',
  'can.bo.b': 'Cán bộ xã B',
  'chuyen.vien': 'Chuyên viên ban',
  'truong.ban': 'Trưởng ban',
  'uy.vien': 'Ủy viên hội đồng',
  'lanh.dao': 'Lãnh đạo tỉnh',
  'kiem.tra': 'Kiểm tra viên',
} as const;
export type SignInName = keyof typeof PEOPLE;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }';
const passwordOf = (name: SignInName): string => `con thuyen ${Object.keys(PEOPLE).indexOf(name) + 1} qua song rong`;

/** Everything goes through the public API, each person with a session of their own: a day later they sign in again. */
export const ninePeople = (registry: () => TestRegistry) => {
  const sessions = new Map<string, Asker>();
  let today = '';

  const send = async (by: Asker, name: string, input: object, shown = ''): Promise<any> => {
    const type = TYPES[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`;
    return (await by.get(document, { input }))[name];
  };
  const person = async (name: SignInName): Promise<Asker> => {
    const key = `${today} ${name}`;
    let session = sessions.get(key);
    if (!session) {
      const answer = await asker(registry().url, undefined).ask(SIGN_IN, { input: { name, password: passwordOf(name) } });
      session = asker(registry().url, undefined, { cookie: answer.headers.get('set-cookie')!.split(';')[0]! });
      sessions.set(key, session);
    }
    return session;
  };

  return {
    /** From here on it is this day. */
    day(day: string): void {
      today = day;
      registry().setClock(`${day}T02:00:00Z`);
    },
    person,
    /** The administrator makes an account; its person chooses the password with the one-time secret. @returns the account */
    async join(administrator: Asker, name: SignInName): Promise<string> {
      const { account } = await send(administrator, 'createAccount', { name, displayName: PEOPLE[name] }, 'account { id }');
      const { secret } = await send(administrator, 'issuePasswordReset', { accountId: account.id }, 'secret');
      const input = { secret, newPassword: passwordOf(name) };
      const { data } = await asker(registry().url, undefined).ask(RESET, { input });
      expect(data.resetPassword.userErrors).toEqual([]);
      return account.id;
    },
    /** A command of this person, which succeeds. */
    async does(name: SignInName, command: string, input: object, shown = ''): Promise<any> {
      const answer = await send(await person(name), command, input, shown);
      const rows = (answer.rows ?? []).flatMap((row: any) => row.userErrors ?? []);
      expect([command, ...answer.userErrors, ...rows]).toEqual([command]);
      return answer;
    },
    /** The same of one who is refused. @returns the codes */
    async isRefused(name: SignInName, command: string, input: object, shown = ''): Promise<string[]> {
      const type = TYPES[command] ?? `${command[0]!.toUpperCase()}${command.slice(1)}Input`;
      const { data, errors } = await (
        await person(name)
      ).ask(`mutation ($input: ${type}!) { ${command}(input: $input) { ${shown} userErrors { code } } }`, { input });
      const answer = data?.[command];
      const found = errors ?? [...(answer.userErrors ?? []), ...(answer.rows ?? []).flatMap((row: any) => row.userErrors)];
      return found.map((error: any) => error.extensions?.code ?? error.code);
    },
    /** What this person reads. */
    reads: async (name: SignInName, query: string, variables: Record<string, unknown> = {}): Promise<any> =>
      (await person(name)).get(query, variables),
  };
};

const STEPS = ['submitModels', 'receiveModels', 'returnModels', 'openAppraisalOfModels', 'startModels', 'strengthenModels'];
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(STEPS.map(step => [step, 'StepModelsInput'])),
  submitSelfAssessment: 'SelfAssessmentInput',
  submitAppraisal: 'AppraisalInput',
  recogniseModels: 'DecideModelsInput',
  revokeModels: 'DecideModelsInput',
};
