/**
 * Everything that Cuttings says to people, in English: plain text unless a key says otherwise. A command's section is named after it;
 * `options` are the descriptions of its options by name. Functions take what a sentence names. `fr.ts` has the same keys.
 */
export const en = {
  /** What the router says before a command runs. */
  router: {
    unknownCommand: { title: 'This command is no longer here.', words: 'Type `/` to see the ones that are.' },
    unknownButton: {
      title: 'This button no longer works.',
      words: 'It belongs to another version of the bot. Ask again, and the new one will.',
    },
    notAdmin: {
      title: 'This is for admins.',
      words: 'Only those who may manage this server, and the operators of the bot, can do this.',
    },
    notQuiteRight: 'That is not quite right.',
    failed: {
      title: 'That did not work.',
      ours: 'This is a fault on our side, not in what you asked.',
      words: (why: string, id: string) =>
        `${why} Try again in a moment; if it happens again, give an admin this code: \`${id}\``,
    },
  },
  article: {},
  context: {},
  cite: {},
  share: {
    /** Labels of buttons. */
    share: 'Share',
    sharing: 'Sharing…',
    shared: 'Shared',
    delete: 'Delete',
    /** In a shared reply; `who` is a mention. */
    by: (who: string) => `Shared by ${who}`,
    already: { title: 'This is being shared already.', words: 'Once is enough.' },
    notHere: { title: 'Replies are private in this channel.', words: 'Those who manage the server have set it so.' },
    notYours: {
      title: 'This is not yours to delete.',
      words: 'Only whoever asked, and those who may manage messages here, can do this.',
    },
    refused: 'Discord did not let this be posted here.',
    uncertain: 'Discord did not say whether this was posted. Look in the channel before you share it again.',
  },
  limits: {
    busy: {
      title: 'One thing at a time.',
      words: 'Three of your requests are still being answered. Ask again when one of them is done.',
    },
    often: {
      title: 'That is a lot at once.',
      words: (seconds: number) => `Please ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    },
  },
  archive: {},
  server: {},
  follow: {},
  timeline: {},
  help: {},
};
