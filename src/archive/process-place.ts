import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Where a number means the same process to all: on Linux one start of the kernel and one PID namespace, since containers have
 * numbers of their own, and may share a host name; elsewhere the machine. Null where that cannot be told.
 */
export function placeOfProcesses(): string | null {
  if (process.platform !== 'linux') return `${process.platform}/${hostname()}`;
  try {
    // Another namespace's /proc tells nothing of the processes that we can see.
    if (readlinkSync('/proc/self') !== String(process.pid)) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** When a process of this place began, in the kernel's ticks; null where that cannot be told. Of two that have one number it differs. */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program comes before, in brackets, and may hold spaces and brackets itself; see proc(5), field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether a process of this place that began then has certainly ended. */
export function hasEnded(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
  const now = startOf(pid);
  return start !== null && now !== null && now !== start;
}
