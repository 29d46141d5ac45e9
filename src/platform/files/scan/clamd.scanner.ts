import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Scanner } from './scanner.port.js';

const TIMEOUT_MS = 60_000;
/** A reply is one short line. */
const MAX_REPLY_LENGTH = 4_096;

/**
 * Scans with clamd's command INSTREAM: blocks, each preceded by its length, an empty one at the end, and one line as the reply. No more of the protocol
 * is needed. Most packages for it run external programs, which this server must not.
 */
export class ClamdScanner extends Scanner {
  readonly enabled = true;

  constructor(private readonly address: NetConnectOpts) {
    super();
  }

  async scan(bytes: Readable): Promise<string | undefined> {
    const socket = connect(this.address);
    try {
      // clamd may reply and close the connection before it has read everything.
      const [reply] = await Promise.all([readReply(socket), send(socket, bytes)]);
      const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
      if (found === undefined && reply !== 'stream: OK') throw new Error(`clamd answered: ${reply.slice(0, 200)}`);
      return found;
    } finally {
      socket.destroy();
      bytes.destroy();
    }
  }
}

async function send(socket: Socket, bytes: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (!socket.writable) return;
    socket.write(lengthOf(chunk.length));
    if (!socket.write(chunk)) await drained(socket);
  }
  if (socket.writable) socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

const drained = (socket: Socket): Promise<void> =>
  new Promise(done => {
    const over = (): void => {
      socket.off('drain', over).off('close', over);
      done();
    };
    socket.on('drain', over).on('close', over);
  });

function readReply(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let reply = '';
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd does not answer')));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      reply += text;
      const end = reply.indexOf('\0');
      if (end >= 0) done(reply.slice(0, end).trim());
      else if (reply.length > MAX_REPLY_LENGTH) fail(new Error('clamd answers at length'));
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('clamd hung up')));
  });
}
