import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets a connection have one answer in the making or unread. HTTP/1.1 allows a client to send hundreds of requests without reading an answer
 * (pipelining), and answers have to wait in memory for those before them: twenty such connections held four hundred megabytes.
 */
export class OneAnswerAtATime {
  private readonly last = new WeakMap<Socket, Promise<void>>();

  /** Waits until the answers before this one have left the process. @returns whether the connection is still open. */
  async turn(socket: Socket, answer: ServerResponse): Promise<boolean> {
    const before = this.last.get(socket);
    // An answer in line emits nothing when its connection ends; the one in front, which is written to it, emits `close` for all.
    const gone = async (): Promise<void> => {
      await before;
      if (!socket.destroyed && !answer.closed) await new Promise<void>(done => answer.once('close', done));
    };
    this.last.set(socket, gone());
    await before;
    return !socket.destroyed;
  }
}
