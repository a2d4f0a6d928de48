import {
  BUTTON,
  CONTAINER,
  eachComponent,
  ROW,
  SECTION,
  STRING_SELECT,
  TEXT,
  THUMBNAIL,
  textsOf,
} from './components.js';
import type { Flaw } from './errors.js';
import { type Json, type JsonObject, lengthOf, listOf, numberOf, objectsOf, stringOf } from './json.js';

const SELECTS = [3, 5, 6, 7, 8];
const IN_CONTAINER = [ROW, SECTION, TEXT, 12, 13, 14];
const TOP_OF_V2 = [...IN_CONTAINER, CONTAINER];
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;

/**
 * What Discord would refuse in a message's components. `v2`: the message has the IS_COMPONENTS_V2 flag.
 * The counts of the whole message (40 components, 4000 characters, ids) stand in Discord's documentation,
 * not in its API description.
 */
export function componentFlaws(list: Json | undefined, v2: boolean, path: string[]): Flaw[] {
  const flaws: Flaw[] = [];
  const flaw = (at: string[], code: string, message: string) =>
    flaws.push({ path: [...path, ...at], code, message });
  let count = 0;
  const ids = new Set<number>();
  const customIds = new Set<string>();
  eachComponent(list, (component, at, parentType) => {
    count += 1;
    const type = numberOf(component['type']);
    const allowed = at.at(-1) === 'accessory' ? [BUTTON, THUMBNAIL] : childrenOf(parentType, v2);
    if (type === undefined || !allowed.includes(type)) {
      const choices = allowed.length === 1 ? `${allowed[0]},` : allowed.join(', ');
      flaw([...at, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${choices}).`);
      return;
    }
    const id = numberOf(component['id']);
    if (id !== undefined && id !== 0) {
      if (ids.has(id))
        flaw([...at, 'id'], 'COMPONENT_ID_DUPLICATED', `Component id ${id} is used more than once`);
      ids.add(id);
    }
    const customId = stringOf(component['custom_id']);
    if (customId !== undefined) {
      if (lengthOf(customId) < 1 || lengthOf(customId) > 100)
        flaw([...at, 'custom_id'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
      if (customIds.has(customId))
        flaw(
          [...at, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        );
      customIds.add(customId);
    }
    if (type === BUTTON) buttonFlaws(component, at, flaw);
    if (type === ROW) rowFlaws(component, at, flaw);
    if (type === SECTION) sectionFlaws(component, at, flaw);
    if (type === STRING_SELECT) selectFlaws(component, at, flaw);
    if (type === CONTAINER && listOf(component['components']).length === 0)
      flaw([...at, 'components'], 'BASE_TYPE_REQUIRED', 'This field is required');
    if (type === TEXT) {
      const content = stringOf(component['content']);
      if (content === undefined || content.trim() === '')
        flaw([...at, 'content'], 'BASE_TYPE_REQUIRED', 'This field is required');
      else if (lengthOf(content) > MAX_TEXT)
        flaw([...at, 'content'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MAX_TEXT} in length.`);
    }
  });
  if (v2) {
    if (count > MAX_COMPONENTS)
      flaw(
        [],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        'The maximum number of total components of 40 has been exceeded',
      );
    if (textsOf(list).reduce((sum, text) => sum + lengthOf(text), 0) > MAX_TEXT)
      flaw(
        [],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        'Components displayable text size exceeds maximum size of 4000',
      );
  } else if (listOf(list).length > 5) flaw([], 'BASE_TYPE_BAD_LENGTH', 'Must be 5 or fewer in length.');
  return flaws;
}

function childrenOf(parentType: number | undefined, v2: boolean): number[] {
  if (parentType === ROW) return [BUTTON, ...SELECTS];
  if (parentType === SECTION) return [TEXT];
  if (parentType === CONTAINER) return IN_CONTAINER;
  return v2 ? TOP_OF_V2 : [ROW];
}

type Say = (at: string[], code: string, message: string) => void;

function buttonFlaws(button: JsonObject, at: string[], flaw: Say): void {
  const style = numberOf(button['style']);
  const label = stringOf(button['label']);
  const url = stringOf(button['url']);
  const customId = stringOf(button['custom_id']);
  if (style === undefined || style < 1 || style > 6)
    flaw([...at, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6).');
  if (label !== undefined && lengthOf(label) > 80)
    flaw([...at, 'label'], 'BASE_TYPE_BAD_LENGTH', 'Must be 80 or fewer in length.');
  if (style === 6) return;
  if ((label ?? '') === '' && button['emoji'] == null)
    flaw(at, 'BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL', 'A button must have a label or an emoji');
  if (style === 5) {
    if (url === undefined) flaw([...at, 'url'], 'BASE_TYPE_REQUIRED', 'A url is required');
    else if (!/^(https?|discord):\/\//i.test(url))
      flaw(
        [...at, 'url'],
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${url.split(':')[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
      );
    else if (lengthOf(url) > 512)
      flaw([...at, 'url'], 'BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.');
    if (customId !== undefined)
      flaw(
        at,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
  } else if (customId === undefined)
    flaw([...at, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id required');
}

function rowFlaws(row: JsonObject, at: string[], flaw: Say): void {
  const children = objectsOf(row['components']);
  if (children.length < 1 || children.length > 5)
    flaw([...at, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  const selects = children.filter((child) => SELECTS.includes(numberOf(child['type']) ?? 0)).length;
  if (selects > 0 && children.length > 1)
    flaw(
      [...at, 'components', '1'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
}

function sectionFlaws(section: JsonObject, at: string[], flaw: Say): void {
  const count = listOf(section['components']).length;
  if (count < 1 || count > 3)
    flaw([...at, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 3 in length.');
  if (section['accessory'] == null)
    flaw([...at, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required');
}

function selectFlaws(select: JsonObject, at: string[], flaw: Say): void {
  const options = objectsOf(select['options']);
  if (options.length < 1 || options.length > 25)
    flaw([...at, 'options'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 25 in length.');
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    const here = [...at, 'options', String(index)];
    for (const field of ['label', 'value', 'description']) {
      const text = stringOf(option[field]);
      if (text === undefined && field === 'description') continue;
      if (text === undefined || lengthOf(text) < 1 || lengthOf(text) > 100)
        flaw([...here, field], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
    }
    const value = stringOf(option['value']) ?? '';
    if (values.has(value))
      flaw(
        [...here, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    values.add(value);
  }
}
