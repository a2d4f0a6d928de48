import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { Words } from '../words/words.js';
import { readMessage } from './own-message.js';
import { type Button, buttonRow, PAGER_ROW, small, text, type View } from './view.js';

/** What can be done with a whole reply: post a private one for everybody, delete a public one. */
export type Action = { what: 'share' | 'delete'; owner: string };

const SHAPE = /^a1\.(share|delete)\.(\d{1,20})$/;

/** The line that says who shared a reply, and the one that says why it could not be shared. */
const SHARED_BY = 9050;
const NOT_SHARED = 9051;

/** The action of a button's custom id, or null where it is another button. */
export function readAction(customId: string): Action | null {
  const [, what, owner] = SHAPE.exec(customId) ?? [];
  return (what === 'share' || what === 'delete') && owner ? { what, owner } : null;
}

/** A private reply with the button that shares it; a public one with the button that deletes it. */
export function withAction(view: View, isPrivate: boolean, owner: string, words: Words): View {
  return addButton(view, isPrivate ? shareButton(owner, words, 'share') : deleteButton(owner, words));
}

/** Whether a message of ours says that somebody shared it. */
export function isShared(components: readonly unknown[]): boolean {
  return readMessage(components, [])?.some(({ id }) => id === SHARED_BY) ?? false;
}

/** A reply for everybody under the line that says who shared it, which pings nobody. */
export function withSharer(view: View, owner: string, words: Words): View {
  return addParts(view, [text(small(words.share.by(`<@${owner}>`)), SHARED_BY)]);
}

/** A private reply while it is being shared, when it was, or when it was not and `why`. */
export function withSharing(
  view: View,
  owner: string,
  words: Words,
  state: 'share' | 'sharing' | 'shared',
  why?: string,
): View {
  const noted = why === undefined ? view : addParts(view, [text(small(why), NOT_SHARED)]);
  return addButton(noted, shareButton(owner, words, state));
}

/** The parts of a reply without the actions and what was said of them. */
export function withoutActions(parts: readonly APIComponentInContainer[]): APIComponentInContainer[] {
  return parts.flatMap((part): APIComponentInContainer[] => {
    if (part.id === SHARED_BY || part.id === NOT_SHARED) return [];
    if (part.type !== ComponentType.ActionRow) return [part];
    const components = part.components.filter((each) => !('custom_id' in each && readAction(each.custom_id)));
    return components.length === 0 ? [] : [{ ...part, components }];
  });
}

function shareButton(owner: string, { share }: Words, state: 'share' | 'sharing' | 'shared'): Button {
  return { label: share[state], customId: `a1.share.${owner}`, disabled: state !== 'share' };
}

function deleteButton(owner: string, { share }: Words): Button {
  return { label: share.delete, customId: `a1.delete.${owner}`, disabled: false };
}

/** Beside the buttons that turn pages, where there are any. */
function addButton(view: View, button: Button): View {
  const row = buttonRow([button]);
  const parts = view.components[0]?.components ?? [];
  const pager = parts.find((part) => part.type === ComponentType.ActionRow && part.id === PAGER_ROW);
  if (pager?.type !== ComponentType.ActionRow) return addParts(view, [row]);
  const merged = { ...pager, components: [...pager.components, ...row.components] };
  return withParts(
    view,
    parts.map((part) => (part === pager ? merged : part)),
  );
}

/** At the end, but before the buttons that turn pages. */
function addParts(view: View, added: APIComponentInContainer[]): View {
  const parts = view.components[0]?.components ?? [];
  const last = parts.findIndex((part) => part.id === PAGER_ROW);
  const place = last === -1 ? parts.length : last;
  return withParts(view, [...parts.slice(0, place), ...added, ...parts.slice(place)]);
}

function withParts(view: View, components: APIComponentInContainer[]): View {
  const [container] = view.components;
  return container ? { ...view, components: [{ ...container, components }] } : view;
}
