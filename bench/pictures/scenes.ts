/** Something that a person does, whose reply is drawn. */
export type Scene = {
  /** What is asked, as it stands over the picture. */
  title: string;
  locale?: string;
} & (
  | {
      command: string;
      sub?: string;
      options?: Record<string, unknown>;
      file?: { name: string; words: string };
    }
  /** A command on a message with these words. */
  | { command: string; message: string }
  /** Presses, one after another, of the buttons with these labels under the reply to `command`. */
  | { command: string; options: Record<string, unknown>; press: readonly string[] }
);

export const SCENES: readonly Scene[] = [
  {
    title: 'An answer',
    command: 'ask',
    options: { question: 'How deep is the channel of Wrenfield harbour?' },
  },
  {
    title: 'The same words in many articles',
    command: 'ask',
    options: { question: 'How long will the swing bridge at Wickhollow close?' },
  },
  {
    title: 'A long title',
    command: 'ask',
    options: { question: 'How long is the breakwater?', publication: 'Proceedings' },
  },
  {
    title: 'No title, date or link',
    command: 'ask',
    options: { question: 'Who painted the customs house green?' },
  },
  {
    title: 'No answer',
    command: 'ask',
    options: { question: 'Who won the chess tournament in Wickhollow?' },
  },
  {
    title: 'Another script',
    command: 'ask',
    options: { question: 'Which languages does Noa Peled speak to visitors in?' },
  },
  {
    title: 'A title full of markdown',
    command: 'ask',
    options: { question: 'What does a crossing on the ferry cost?' },
    locale: 'fr',
  },
  { title: 'Quotations', command: 'quote', options: { person: 'Thrale' } },
  { title: 'A very long quotation', command: 'quote', options: { person: 'Edwin Thrale' } },
  { title: 'One word', command: 'quote', options: { person: 'Pagett' } },
  { title: 'Right to left', command: 'quote', options: { person: 'Noa Peled' } },
  { title: 'More about a quotation', command: 'quote', options: { person: 'Mabel Thrale' }, press: ['More'] },
  {
    title: 'A reference to copy',
    command: 'quote',
    options: { person: 'Mabel Thrale' },
    press: ['More', 'Cite'],
  },
  {
    title: 'Checked: altered',
    command: 'verify',
    options: { quote: 'The bridge was built for lorries and it shows', person: 'Mabel Thrale' },
  },
  {
    title: 'Checked: not here',
    command: 'Verify this quote',
    message: '“We never said that the tide would wait for anybody”',
  },
  { title: 'An article', command: 'article', options: { title: 'Swing bridge to close for eleven weeks' } },
  { title: 'People', command: 'people' },
  { title: 'One person', command: 'people', options: { person: 'Mabel Thrale' } },
  { title: 'A timeline', command: 'timeline', options: { topic: 'bridge' } },
  { title: 'A timeline of nothing', command: 'timeline', options: { topic: 'zeppelin' } },
  { title: 'Help, for an admin', command: 'help' },
  { title: 'Reloaded', command: 'reload' },
  { title: 'How the archive is', command: 'archive', sub: 'status' },
  {
    title: 'An article to add',
    command: 'archive',
    sub: 'add',
    file: {
      name: 'library.md',
      words:
        '---\ntitle: The library stays open on Sundays\npublication: Wickhollow Post\npublishedAt: 2023-02-05\nauthors: Ida Berg\n---\n\nThe library of Wickhollow stays open on Sundays until the end of May, the council decided.\n\n“We have more readers than chairs,” said Mabel Thrale, the harbour master.\n',
    },
  },
  { title: 'Nothing followed yet', command: 'follow', sub: 'list' },
  { title: 'A person followed', command: 'follow', sub: 'person', options: { person: 'Mabel Thrale' } },
  { title: 'What a server follows', command: 'follow', sub: 'list' },
  { title: 'A mistake in an option', command: 'ask', options: { question: 'When?', from: 'yesterday' } },
];
