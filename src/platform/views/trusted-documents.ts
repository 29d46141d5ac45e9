import { Inject, Injectable } from '@nestjs/common';
import { print, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { API_SETTINGS, type ApiSettings } from '../config/settings.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { bothOf } from '../graphql/graphql-sentences.js';
import { WEB_CLIENT, type WebClient } from '../web/web-client.js';
import { documentId, documentsAt, refuseDocument, type DocumentFile } from './document-files.js';

/** What a client sends to ask: the text of a document, or the id of a trusted one in either of two customary forms. */
export interface Asked {
  query?: unknown;
  documentId?: unknown;
  extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null;
}

/**
 * Documents that the operator vouches for, checked at start, and those of the web client, checked when it was built. Their plans stay, and their
 * statements are named at once.
 */
@Injectable()
export class TrustedDocuments {
  private readonly documents: readonly DocumentFile[];
  private readonly only: boolean;
  /** By the SHA-256 of its text as written and as printed. */
  private readonly bodies = new Map<string, string>();
  private readonly known = new WeakMap<DocumentNode, boolean>();

  /** @throws StartupError naming a file that is no document. */
  constructor(@Inject(API_SETTINGS) { trustedDocuments, trustedOnly }: ApiSettings, @Inject(WEB_CLIENT) web: WebClient | undefined) {
    this.documents = trustedDocuments === undefined ? [] : documentsAt(trustedDocuments);
    this.only = trustedOnly;
    for (const { body } of web?.documents ?? []) this.bodies.set(documentId(body), body);
    for (const { body, document } of this.documents) for (const text of [body, print(document)]) this.bodies.set(documentId(text), body);
  }

  /** @throws StartupError naming the first file that asks for what the schema does not have. */
  check(schema: GraphQLSchema): void {
    for (const { name, document } of this.documents) {
      const [wrong] = validate(schema, document);
      if (wrong) refuseDocument(name, bothOf(wrong.message));
    }
  }

  /** Whether a client's document is one of them, spacing apart. */
  has(document: DocumentNode): boolean {
    if (this.bodies.size === 0) return false;
    let known = this.known.get(document);
    if (known === undefined) this.known.set(document, (known = this.find(document)));
    return known;
  }

  /** The web client sends ids, so its documents have their very text; printing is for clients of the operator, who send texts of their own. */
  private find(document: DocumentNode): boolean {
    if (this.bodies.has(documentId(document.loc?.source.body ?? ''))) return true;
    return this.documents.length > 0 && this.bodies.has(documentId(print(document)));
  }

  /**
   * Puts the text in the place of an id, before anything of the request is parsed.
   * @throws DOCUMENT_UNKNOWN, and where only trusted documents are answered DOCUMENT_NOT_TRUSTED.
   */
  admit(asked: Asked): void {
    const id = idOf(asked);
    if (id !== undefined && typeof asked.query !== 'string') {
      asked.query = this.bodies.get(id);
      if (asked.query === undefined) throw PlatformErrors.DOCUMENT_UNKNOWN();
      delete asked.documentId;
      delete asked.extensions;
    } else if (this.only && !(typeof asked.query === 'string' && this.bodies.has(documentId(asked.query)))) {
      throw PlatformErrors.DOCUMENT_NOT_TRUSTED();
    }
  }
}

/** `documentId` of GraphQL over HTTP (`sha256:…`), or Apollo’s extension. */
function idOf({ documentId: given, extensions }: Asked): string | undefined {
  const id = given ?? extensions?.persistedQuery?.sha256Hash;
  return typeof id === 'string' ? id.replace(/^sha256:/, '') : undefined;
}
