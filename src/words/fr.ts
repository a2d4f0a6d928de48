import type { Words } from './words.js';

/** Everything that Cuttings says to people, in French. */
export const fr: Words = {
  router: {
    unknownCommand: {
      title: 'Cette commande n’existe plus.',
      words: 'Tapez `/` pour voir celles qui existent.',
    },
    unknownButton: {
      title: 'Ce bouton ne fonctionne plus.',
      words: 'Il vient d’une autre version du bot. Posez la question à nouveau, et le nouveau marchera.',
    },
    notAdmin: {
      title: 'Réservé aux administrateurs.',
      words: 'Seuls ceux qui peuvent gérer ce serveur, et les opérateurs du bot, peuvent faire cela.',
    },
    notQuiteRight: 'Ce n’est pas tout à fait ça.',
    failed: {
      title: 'Cela n’a pas fonctionné.',
      ours: 'C’est une erreur de notre côté, pas dans votre demande.',
      words: (why, id) =>
        `${why} Réessayez dans un instant ; si cela se reproduit, donnez ce code à un administrateur : \`${id}\``,
    },
  },
  article: {},
  context: {},
  cite: {},
  share: {},
  limits: {},
  archive: {},
  server: {},
  follow: {},
  timeline: {},
  help: {},
};
