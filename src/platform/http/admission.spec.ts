import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Log } from '../logging/log.js';
import { Admission } from './admission.js';

let admission: Admission;
// Fake timers in every test: a request that is left waiting is never refused after the test has ended.
beforeEach(() => {
  jest.useFakeTimers();
  admission = new Admission(new Log('silent'));
});
afterEach(() => void jest.useRealTimers());

/** Fills the queue. Each request adds its number to `turns` when it is admitted. */
function fillQueue(turns: number[]): Promise<void>[] {
  const requests: Promise<void>[] = [];
  while (!admission.isFull) {
    const number = requests.length;
    requests.push(admission.acquire().then(() => void turns.push(number)));
  }
  return requests;
}

/** All slots are taken, and the queue has been long for a while. */
async function overload(): Promise<PromiseSettledResult<void>[]> {
  const answers = Promise.allSettled(fillQueue([]));
  jest.advanceTimersByTime(100);
  await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
  return answers;
}

describe('the queue', () => {
  it('admits requests in the order of arrival and refuses them while it is full', async () => {
    const turns: number[] = [];
    const requests = fillQueue(turns);
    await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
    for (const turn of requests) {
      await turn;
      admission.release();
    }
    expect(turns).toEqual(requests.map((_, number) => number));
    expect([admission.inFlight, admission.queued, admission.refused]).toEqual([0, 0, 1]);
  });

  it('has room again as soon as one request ends', async () => {
    const requests = fillQueue([]);
    admission.release();
    expect(admission.isFull).toBe(false);
    const next = admission.acquire();
    expect(admission.isFull).toBe(true);
    for (const turn of [...requests, next]) {
      await turn;
      admission.release();
    }
  });

  it('gives nobody more than half of the slots, or of its places, and passes by those who have their half', async () => {
    const mine = Array.from({ length: 30 }, () => admission.acquire('một người'));
    await Promise.all(mine.slice(0, 8));
    expect([admission.inFlight, admission.queued]).toEqual([8, 22]);
    await admission.acquire('người khác');
    expect(admission.inFlight).toBe(9);
    const more = Array.from({ length: 60 }, () => admission.acquire('một người'));
    void Promise.allSettled(more);
    const refused = (await Promise.allSettled(more.slice(40))).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(admission.queued).toBe(56);
    await admission.acquire('người khác');
    admission.release('một người');
    expect([admission.inFlight, admission.queued]).toEqual([10, 55]);
  });

  describe('under overload', () => {
    it('refuses the waiting requests and queues no new ones', async () => {
      const answers = await overload();
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(admission.inFlight);
      expect([admission.queued, admission.isFull]).toEqual([0, true]);
      await expect(admission.acquire()).rejects.toMatchObject({ code: 'OVERLOADED' });
    });

    it('admits a request as soon as a processor is free for it', async () => {
      await overload();
      while (admission.isFull) admission.release();
      await admission.acquire();
      expect(admission.isFull).toBe(true);
    });

    it('queues requests again when none was refused for a while', async () => {
      await overload();
      jest.advanceTimersByTime(10_000);
      expect(admission.isFull).toBe(false);
    });
  });

  it('releases the slot when the work fails', async () => {
    await expect(admission.run(() => Promise.reject(new Error('hỏng')))).rejects.toThrow('hỏng');
    expect(admission.inFlight).toBe(0);
  });
});
