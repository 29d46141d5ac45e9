import { print, type DocumentNode } from 'graphql';

/** A document with the types of its data and variables, as `graphql` of `graphql.ts` makes it; or a document as text. */
export type Document<Data, Variables> = string | (DocumentNode & { readonly __apiType?: (variables: Variables) => Data });

export interface ClientOptions {
  /** Where the registry listens: `https://registry.example.vn`. */
  readonly url: string;
  readonly token: string;
  /** Language of messages. */
  readonly language?: 'vi' | 'en';
  /** How often a question is sent again after 429, 503 or a lost connection. */
  readonly retries?: number;
  /** Replaces the waiting, for tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

interface ShownError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** The registry refused. `codes` are those of `ErrorCode` in its schema. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly codes: readonly string[];

  constructor(
    readonly status: number,
    errors: readonly ShownError[],
  ) {
    super(errors.map(({ message }) => message).join('\n') || `The registry answered ${status}.`);
    this.codes = errors.flatMap(({ extensions }) => extensions?.code ?? []);
  }
}

const RETRIES = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Asks the registry; waits and asks again where it says so. */
export class RegistryClient {
  constructor(private readonly options: ClientOptions) {}

  /**
   * Sends a question. A mutation is not repeated after a lost connection, because it may have been carried out: give it an `idempotencyKey`
   * and call again.
   * @throws RegistryError
   */
  async ask<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
    document: Document<Data, Variables>,
    variables?: Variables,
  ): Promise<Data> {
    const query = typeof document === 'string' ? document : print(document);
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      repeat: !/^\s*mutation\b/m.test(query),
    });
    const answer = (await response.json()) as { data?: Data; errors?: ShownError[] };
    if (answer.errors || !answer.data) throw new RegistryError(response.status, answer.errors ?? []);
    return answer.data;
  }

  /** A file of the registry, from a byte on. @param path as the API gives it. */
  async download(path: string, from = 0): Promise<Response> {
    const response = await this.send(path, { method: 'GET', headers: from > 0 ? { range: `bytes=${from}-` } : {}, repeat: true });
    if (!response.ok) throw new RegistryError(response.status, []);
    return response;
  }

  private async send(path: string, { repeat, headers, ...request }: RequestInit & { repeat: boolean }): Promise<Response> {
    const { url, token, language = 'vi', retries = RETRIES, wait = pause } = this.options;
    const all = { ...(headers as Record<string, string>), authorization: `Bearer ${token}`, 'accept-language': language };
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries;
      let response: Response | undefined;
      try {
        response = await fetch(new URL(path, url), { ...request, headers: all });
      } catch (error) {
        if (last || !repeat) throw error;
      }
      // The registry refuses with 429 and 503 before it carries anything out.
      if (response && (last || (response.status !== 429 && response.status !== 503))) return response;
      await response?.body?.cancel();
      await wait(waitOf(response?.headers.get('retry-after') ?? null, attempt));
    }
  }
}

/** What `Retry-After` says (seconds, or a time); without it, twice as long each time. */
function waitOf(header: string | null, attempt: number): number {
  const seconds = header === null ? Number.NaN : Number(header);
  const asked = Number.isNaN(seconds) ? Date.parse(header ?? '') - Date.now() : seconds * 1_000;
  const ms = Number.isNaN(asked) ? FIRST_WAIT_MS * 2 ** attempt : Math.max(0, asked);
  return Math.min(ms, LONGEST_WAIT_MS);
}

const pause = (ms: number): Promise<void> => new Promise(resume => void setTimeout(resume, ms));
