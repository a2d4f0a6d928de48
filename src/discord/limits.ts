import { Buffer } from 'node:buffer';

/** Discord's limits on a message of components, and ours where they are tighter. */
export const LIMITS = {
  /**
   * Over all texts of a message. Discord counts characters; we count UTF-8 bytes, which are never fewer. What the router adds to a
   * finished reply (`actions.ts`) has a part of its own.
   */
  text: 3800,
  components: 37,
  textInAll: 4000,
  componentsInAll: 40,
  customId: 100,
  choices: 25,
  choiceName: 100,
  buttonLabel: 80,
} as const;

/** Size of a text as the budgets count it: UTF-8 bytes. */
export function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

type Size = { text: number; components: number; customId: number };

/** What a message's components add up to, nested ones included. `customId` is the longest. */
export function measure(components: readonly object[]): Size {
  const sum: Size = { text: 0, components: 0, customId: 0 };
  for (const node of components) {
    const inner = measure([
      ...('components' in node && Array.isArray(node.components) ? node.components : []),
      ...('accessory' in node && typeof node.accessory === 'object' && node.accessory
        ? [node.accessory]
        : []),
    ]);
    sum.components += 1 + inner.components;
    sum.text += inner.text;
    if ('content' in node && typeof node.content === 'string') sum.text += bytes(node.content);
    if ('label' in node && typeof node.label === 'string') sum.text += bytes(node.label);
    const own = 'custom_id' in node && typeof node.custom_id === 'string' ? node.custom_id.length : 0;
    sum.customId = Math.max(sum.customId, own, inner.customId);
  }
  return sum;
}

/** Whether Discord takes a message of these components. */
export function withinLimits(components: readonly object[]): boolean {
  const size = measure(components);
  return (
    size.text <= LIMITS.textInAll &&
    size.components <= LIMITS.componentsInAll &&
    size.customId <= LIMITS.customId
  );
}
