import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type LocalCluster = {
  /** Addresses of its nodes. */
  nodes: string[];
  /** Ends a node at once, as `kill -9` does. */
  kill(node: number): Promise<void>;
  /** Starts a node again, with what it has on disk. */
  start(node: number): void;
  /** Resolves when all that is to be there is there. */
  whole(): Promise<void>;
  close(): Promise<void>;
};

/** A node and its other nodes talk `TRANSPORT` above its HTTP port. */
const TRANSPORT = 100;
const SLOWEST_START_MS = 240_000;
const SLOWEST_FETCH_MS = 120_000;

/** What a cluster on this machine is started from. */
export type ClusterPlace = {
  /** Where its nodes keep what they have, and their logs. */
  folder: string;
  /** The folder of pom.xml and Node.java. */
  source: string;
};

/**
 * The class path of a node, of OpenSearch, which Maven fetches where it is not there, and of Node.java, compiled; or what lacks for a
 * cluster on this machine, as a sentence.
 * @throws {Error} where Node.java is not what Java takes
 */
export function prepareCluster({ folder, source }: ClusterPlace): { classpath: string } | { lacks: string } {
  const version = (program: string, argument: string) => {
    const { status, stdout, stderr } = spawnSync(program, [argument], { encoding: 'utf8' });
    return status === 0 ? `${stdout}${stderr}` : '';
  };
  const java = Number(/version "(\d+)/.exec(version('java', '-version'))?.[1] ?? 0);
  if (java < 17)
    return { lacks: `Java 17 or later is needed to start OpenSearch, and there is ${java || 'none'}.` };
  if (!version('mvn', '-version'))
    return { lacks: 'Maven (mvn) is needed to fetch OpenSearch, and there is none.' };
  const file = join(folder, 'classpath');
  const { stdout, status } = spawnSync(
    'mvn',
    ['-q', '-B', '-f', join(source, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${file}`],
    // Without a network Maven tries for minutes.
    { encoding: 'utf8', timeout: SLOWEST_FETCH_MS },
  );
  if (status !== 0)
    return { lacks: `Maven cannot fetch OpenSearch: ${stdout.replace(/\s+/g, ' ').slice(0, 300)}` };
  const fetched = readFileSync(file, 'utf8').trim();
  const compiled = spawnSync('javac', ['-cp', fetched, '-d', folder, join(source, 'Node.java')], {
    encoding: 'utf8',
  });
  if (compiled.error) return { lacks: 'A JDK is needed to compile the node, and there is no javac.' };
  if (compiled.status !== 0) throw new Error(`Node.java cannot be compiled: ${compiled.stderr}`);
  return { classpath: [folder, fetched].join(delimiter) };
}

/**
 * Starts a cluster of OpenSearch on this machine, a process for each node.
 * @throws {Error} that says which logs to read, where it does not start
 */
export async function startCluster({
  folder,
  classpath,
  nodes = 3,
  firstPort,
  java = [],
}: Pick<ClusterPlace, 'folder'> & {
  classpath: string;
  nodes?: number;
  /** Further options of the Java machine. */
  java?: readonly string[];
  /** Its nodes' HTTP ports begin here. Without it, wherever there is room. */
  firstPort?: number;
}): Promise<LocalCluster> {
  const first = firstPort ?? (await roomFor(nodes));
  const ports = Array.from({ length: nodes }, (_, at) => first + at);
  const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  const processes: (ChildProcess | undefined)[] = [];

  function run(node: number): void {
    const home = join(folder, `node-${node + 1}`);
    // A file and no pipe: nobody may be there to read while this process waits for another.
    const log = openSync(`${home}.log`, 'a');
    const process = spawn(
      'java',
      [
        ...['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', ...java],
        ...['-cp', classpath, 'Node', home, String(node + 1), ...ports.map(String)],
      ],
      { stdio: ['pipe', log, log] },
    );
    closeSync(log);
    processes[node] = process;
  }

  async function whole(): Promise<void> {
    const until = Date.now() + SLOWEST_START_MS;
    const running = processes.filter((process) => process?.exitCode === null && process.signalCode === null);
    while (Date.now() < until) {
      for (const address of addresses) if (await isWhole(address, running.length)) return;
      await sleep(250);
    }
    throw new Error(`The cluster is not whole after ${SLOWEST_START_MS / 1000} s: see ${folder}/*.log.`);
  }

  async function end(node: number): Promise<void> {
    const process = processes[node];
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
  }

  const cluster = {
    nodes: addresses,
    kill: end,
    whole,
    start: run,
    async close() {
      await Promise.all(ports.map((_, node) => end(node)));
    },
  };
  for (const node of ports.keys()) run(node);
  try {
    await whole();
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return cluster;
}

async function isWhole(address: string, nodes: number): Promise<boolean> {
  try {
    const url = `${address}/_cluster/health?wait_for_nodes=${nodes}&wait_for_status=green&timeout=2s`;
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** The first of so many ports in a row that nobody listens on, here and `TRANSPORT` above. */
async function roomFor(nodes: number): Promise<number> {
  for (let first = 19_200; first < 30_000; first += TRANSPORT * 2) {
    const wanted = Array.from({ length: nodes }, (_, at) => [first + at, first + at + TRANSPORT]).flat();
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return first;
  }
  throw new Error('No ports are free for a cluster.');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
