import { PROCESS_NUMBER, type Told, type ToManager, ToProcessSchema } from './process-messages.js';

/** The manager that has started this process, as the process sees it. */
export type Manager = {
  /** The process's number among those of the manager, from 0. */
  number: number;
  /** Resolves when the manager lets go of this process, or has ended: then it is to end too. */
  ended: Promise<string>;
  /** Waits until a connection to Discord may begin; Discord lets only so many begin at once. */
  mayBegin(shard: number, signal: AbortSignal): Promise<void>;
  /** Says what to answer when the manager asks. */
  answerWith(answers: Record<Told, () => Promise<unknown>>): void;
};

/** Undefined where no manager has started this process. */
export function whoManagesUs(): Manager | undefined {
  const number = process.env[PROCESS_NUMBER];
  delete process.env[PROCESS_NUMBER];
  if (number === undefined || !process.send) return undefined;
  let answers: Record<Told, () => Promise<unknown>> | undefined;
  const waiting = new Map<number, () => void>();
  // Where the manager has gone meanwhile, we end by that.
  const send = (message: ToManager) => process.send?.(message, undefined, undefined, () => {});
  process.on('message', async (raw) => {
    const { data } = ToProcessSchema.safeParse(raw);
    if (data?.type === 'may-begin') waiting.get(data.shard)?.();
    else if (data) send({ type: 'told', id: data.id, value: await answers?.[data.what]() });
  });
  const ended = new Promise<string>((resolve) => {
    const end = () => resolve('end of the manager');
    if (process.connected) process.once('disconnect', end);
    else end();
  });
  // A process that has failed is to end, and not to wait for messages.
  process.channel?.unref();
  return {
    number: Number(number),
    ended,
    mayBegin: (shard, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        waiting.set(shard, resolve);
        send({ type: 'begin', shard });
      }),
    answerWith(given) {
      answers = given;
    },
  };
}
