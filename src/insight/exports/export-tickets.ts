import { Injectable } from '@nestjs/common';
import { Cursors } from '../../platform/graphql/cursor.js';
import { isUuid, type Id } from '../../shared/ids.js';
import { ExportErrors } from './exports.errors.js';

/** Short: a part of a path has at most a hundred characters. */
const TICKET = 'export';

/** Signed links to exports: anyone who has one may download, so no credentials go to a download program. They are made anew each time, and nothing is stored. */
@Injectable()
export class ExportTickets {
  constructor(private readonly cursors: Cursors) {}

  urlOf(id: Id): string {
    return `/exports/${this.cursors.write([TICKET, null, id])}`;
  }

  /** @throws EXPORT_NOT_FOUND for one that is not ours. */
  read(ticket: string): Id {
    try {
      const [, , id] = this.cursors.read(ticket, TICKET);
      if (isUuid(id)) return id;
    } catch (error) {
      throw ExportErrors.EXPORT_NOT_FOUND().because(error);
    }
    throw ExportErrors.EXPORT_NOT_FOUND();
  }
}
