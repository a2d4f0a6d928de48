import { EventEmitter } from 'node:events';
import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenAwayForLong } from '../../src/discord/away.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a connection that is lost for ten minutes on end, however often it is tried again, is the end', () => {
  const connection = new EventEmitter();
  const end = vi.fn();
  whenAwayForLong(connection, end);
  for (let minute = 0; minute < 10; minute++) {
    expect(end).not.toHaveBeenCalled();
    connection.emit(Events.ShardReconnecting, 0);
    vi.advanceTimersByTime(60_000);
  }
  expect(end).toHaveBeenCalledOnce();
});

test.each([Events.ShardResume, Events.ShardReady])('one that comes back in time is not (%s)', (back) => {
  const connection = new EventEmitter();
  const end = vi.fn();
  whenAwayForLong(connection, end);
  for (let times = 0; times < 3; times++) {
    connection.emit(Events.ShardReconnecting, 0);
    vi.advanceTimersByTime(9 * 60_000);
    connection.emit(back, 0);
  }
  vi.advanceTimersByTime(60 * 60_000);
  expect(end).not.toHaveBeenCalled();
});

test('of several connections each counts by itself', () => {
  const connection = new EventEmitter();
  const end = vi.fn();
  whenAwayForLong(connection, end);
  for (const shard of [0, 1]) connection.emit(Events.ShardReconnecting, shard);
  connection.emit(Events.ShardResume, 1);
  vi.advanceTimersByTime(11 * 60_000);
  expect(end).toHaveBeenCalledOnce();
});
