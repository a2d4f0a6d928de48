import { isObject, type Json, type JsonObject, numberOf, objectsOf, stringOf } from './json.js';

/** A component as Discord stores it: with an id and its defaults. */
export type Component = {
  type: number;
  id: number;
  content?: string;
  custom_id?: string;
  label?: string;
  style?: number;
  url?: string;
  disabled?: boolean;
  components?: Component[];
  accessory?: Component;
  [key: string]: Json | undefined;
};

export const ROW = 1;
export const BUTTON = 2;
export const STRING_SELECT = 3;
export const SECTION = 9;
export const TEXT = 10;
export const THUMBNAIL = 11;
export const SEPARATOR = 14;
export const CONTAINER = 17;

/** The components of a body as Discord stores them: ids filled in from 1 in reading order, defaults added. */
export function storedComponents(list: Json | undefined): Component[] {
  const taken = new Set<number>();
  eachComponent(list, (component) => {
    const id = numberOf(component['id']);
    if (id !== undefined && id > 0) taken.add(id);
  });
  let next = 1;
  const fresh = () => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const store = (given: JsonObject): Component => {
    const { id: wanted, components, accessory, ...rest } = given;
    const type = numberOf(given['type']) ?? 0;
    const id = typeof wanted === 'number' && wanted > 0 ? wanted : fresh();
    const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    return {
      ...defaultsOf(type),
      ...kept,
      type,
      id,
      ...(Array.isArray(components) ? { components: objectsOf(components).map(store) } : {}),
      ...(isObject(accessory) ? { accessory: store(accessory) } : {}),
    };
  };
  return objectsOf(list).map(store);
}

function defaultsOf(type: number): JsonObject {
  if (type === STRING_SELECT) return { min_values: 1, max_values: 1 };
  if (type === SEPARATOR) return { spacing: 1, divider: true };
  if (type === CONTAINER) return { accent_color: null, spoiler: false };
  return {};
}

/** Every component in reading order, a section's accessory after its texts, with its place in the body. */
export function eachComponent(
  list: Json | undefined,
  see: (component: JsonObject, path: string[], parentType: number | undefined) => void,
  path: string[] = [],
  parentType?: number,
): void {
  if (!Array.isArray(list)) return;
  for (const [index, component] of list.entries()) {
    if (!isObject(component)) continue;
    const here = [...path, String(index)];
    const type = numberOf(component['type']);
    see(component, here, parentType);
    eachComponent(component['components'], see, [...here, 'components'], type);
    const accessory = component['accessory'];
    if (isObject(accessory)) see(accessory, [...here, 'accessory'], type);
  }
}

/** All stored components of a message, flat, in reading order. */
export function flatComponents(list: Component[]): Component[] {
  return list.flatMap((component) => [
    component,
    ...flatComponents(component.components ?? []),
    ...(component.accessory === undefined ? [] : [component.accessory]),
  ]);
}

/** The text displays of a body, in reading order. */
export function textsOf(list: Json | undefined): string[] {
  const texts: string[] = [];
  eachComponent(list, (component) => {
    const content = stringOf(component['content']);
    if (component['type'] === TEXT && content !== undefined) texts.push(content);
  });
  return texts;
}
