import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Words } from '../words/words.js';

/** A file that goes with a message, or where to fetch it; a component shows it as `attachment://name`. */
export type ViewFile = { name: string; data: Buffer | string; description?: string };

/** A whole message, ready to send: plain components in Discord's own shape, and the files that they show. */
export type View = { components: APIContainerComponent[]; files?: readonly ViewFile[] };

const ACCENT = 0x3b6e8f;

/** A message of one container in the bot's one colour, and the files that its parts show. */
export function view(parts: APIComponentInContainer[], files: readonly ViewFile[] = []): View {
  return {
    components: [{ type: ComponentType.Container, accent_color: ACCENT, components: parts }],
    ...(files.length > 0 && { files }),
  };
}

/** A picture that goes with the message, by its file's name; `description` (at most 1,024 characters) is for those who do not see it. */
export function picture(name: string, description: string): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  };
}

/** Markdown text. An `id` lets a later press find it again in the message. */
export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id !== undefined && { id }) };
}

/** A thin line between parts. */
export function divider(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** One button. The label is plain text; a disabled one needs a custom id of its own all the same. */
export type Button = { label: string; customId: string; disabled: boolean };
export type Turn = Omit<Button, 'label'>;

/** A row of one to five buttons. */
export function buttonRow(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponentWithCustomId> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ label, customId, disabled }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: customId,
      disabled,
    })),
  };
}

/** Markdown text with a button beside it. */
export function section(content: string, button: Button): APISectionComponent {
  const [accessory] = buttonRow([button]).components;
  if (!accessory) throw new Error('a row of one button has one');
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

/** Id of the row that turns pages, so that other buttons can be put beside them. */
export const PAGER_ROW = 9040;

/** The row of two buttons that turns pages. */
export function turnRow(
  previous: Turn,
  next: Turn,
  { pages }: Words,
): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const row = buttonRow([
    { label: pages.previous, ...previous },
    { label: pages.next, ...next },
  ]);
  return { ...row, id: PAGER_ROW };
}

/** Small grey text on one line. The content is markdown. */
export function small(content: string): string {
  return `-# ${content}`;
}
