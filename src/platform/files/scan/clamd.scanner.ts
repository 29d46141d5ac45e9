import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Scanner } from './scanner.port.js';

const PATIENCE_MS = 60_000;
/** An answer is one short line. */
const LONGEST_ANSWER = 4_096;

/**
 * Asks clamd by its INSTREAM command: blocks with their length before them, an empty one at the end, one line as the answer. That is all of
 * the protocol that is needed; packages around it mostly run programs, which nothing here must.
 */
export class ClamdScanner extends Scanner {
  readonly on = true;

  constructor(private readonly address: NetConnectOpts) {
    super();
  }

  async scan(bytes: Readable): Promise<string | undefined> {
    const socket = connect(this.address);
    try {
      // clamd may answer, and hang up, before it has everything.
      const [answer] = await Promise.all([answerOf(socket), send(socket, bytes)]);
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      if (found === undefined && answer !== 'stream: OK') throw new Error(`clamd answered: ${answer.slice(0, 200)}`);
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

function answerOf(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd does not answer')));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      const end = answer.indexOf('\0');
      if (end >= 0) done(answer.slice(0, end).trim());
      else if (answer.length > LONGEST_ANSWER) fail(new Error('clamd answers at length'));
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('clamd hung up')));
  });
}
