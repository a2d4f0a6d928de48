import { type APIComponentInContainer, ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord.js';
import { z } from 'zod';

/** A file of a message as Discord keeps it. */
export type Attachment = { name: string; url: string };

// Discord numbers what we do not, and would number it again.
const id = z
  .int()
  .optional()
  .transform((value) => (value !== undefined && value >= 9000 ? value : undefined));

/** Without the keys that have no value. */
const tidy = <T extends { id?: number | undefined }>({ id, ...rest }: T) => ({
  ...rest,
  ...(id !== undefined && { id }),
});

const Text = z
  .object({ type: z.literal(ComponentType.TextDisplay), id, content: z.string() })
  .transform(tidy);
const Separator = z.object({
  type: z.literal(ComponentType.Separator),
  divider: z.boolean().exactOptional(),
  spacing: z.enum(SeparatorSpacingSize).exactOptional(),
});
const Pressable = z.object({
  type: z.literal(ComponentType.Button),
  style: z.literal([ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Danger]),
  label: z.string().exactOptional(),
  custom_id: z.string(),
  disabled: z.boolean().exactOptional(),
});
const Link = z.object({
  type: z.literal(ComponentType.Button),
  style: z.literal(ButtonStyle.Link),
  label: z.string().exactOptional(),
  url: z.url({ protocol: /^https?$/ }),
});
const Button = z.union([Pressable, Link]);
const Row = z
  .object({ type: z.literal(ComponentType.ActionRow), id, components: z.array(Button).max(5) })
  .transform(tidy);
const Section = z.object({
  type: z.literal(ComponentType.Section),
  components: z.array(Text).min(1).max(3),
  accessory: Button,
});
const Gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  items: z
    .array(z.object({ media: z.object({ url: z.string() }), description: z.string().nullish() }))
    .max(10),
});
const Container = z.object({
  type: z.literal(ComponentType.Container),
  components: z.array(z.union([Text, Separator, Row, Section, Gallery])).max(40),
});

/**
 * What a message of ours holds, as it would be sent again; null where it is not made as ours are.
 * Pictures are named as the attachments that they are.
 */
export function readMessage(
  components: readonly unknown[],
  attachments: readonly Attachment[],
): APIComponentInContainer[] | null {
  const container = components.length === 1 ? Container.safeParse(components[0]) : undefined;
  if (!container?.success) return null;
  return container.data.components.map((part) => {
    if (part.type !== ComponentType.MediaGallery) return part;
    const items = part.items.map(({ media, description }) => {
      const file = attachments.find(({ url }) => url === media.url);
      return {
        media: { url: file ? `attachment://${file.name}` : media.url },
        ...(description != null && { description }),
      };
    });
    return { ...part, items };
  });
}
