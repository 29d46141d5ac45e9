import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Log } from '../logging/log.js';
import { Admission } from './admission.js';

let admission: Admission;
beforeEach(() => {
  admission = new Admission(new Log('silent'));
});

/** Everybody who is let in; each tells its place when its turn comes. */
function comers(turns: number[]): Promise<void>[] {
  const coming: Promise<void>[] = [];
  while (!admission.isFull) {
    const place = coming.length;
    coming.push(admission.acquire().then(() => void turns.push(place)));
  }
  return coming;
}

/** All turns are taken, and a backlog has lasted. */
async function flooded(): Promise<PromiseSettledResult<void>[]> {
  const answers = Promise.allSettled(comers([]));
  jest.advanceTimersByTime(100);
  await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
  return answers;
}

describe('the queue', () => {
  it('serves who comes first, and refuses who finds it full', async () => {
    const turns: number[] = [];
    const coming = comers(turns);
    await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
    for (const turn of coming) {
      await turn;
      admission.release();
    }
    expect(turns).toEqual(coming.map((_, place) => place));
    expect([admission.inFlight, admission.queued, admission.refused]).toEqual([0, 0, 1]);
  });

  it('has room again as soon as one goes', async () => {
    const coming = comers([]);
    admission.release();
    expect(admission.isFull).toBe(false);
    const next = admission.acquire();
    expect(admission.isFull).toBe(true);
    for (const turn of [...coming, next]) {
      await turn;
      admission.release();
    }
  });

  describe('under overload', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('tells those who waited to come back, and lets nobody wait', async () => {
      const answers = await flooded();
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(admission.inFlight);
      expect([admission.queued, admission.isFull]).toEqual([0, true]);
      await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
    });

    it('lets somebody in as soon as the processors are free for it', async () => {
      await flooded();
      while (admission.isFull) admission.release();
      await admission.acquire();
      expect(admission.isFull).toBe(true);
    });

    it('lets come and wait again when nobody was refused for a while', async () => {
      await flooded();
      jest.advanceTimersByTime(10_000);
      expect(admission.isFull).toBe(false);
    });
  });

  it('gives the turn back when the work fails', async () => {
    await expect(admission.run(() => Promise.reject(new Error('hỏng')))).rejects.toThrow('hỏng');
    expect(admission.inFlight).toBe(0);
  });
});
