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
  share: {
    share: 'Partager',
    sharing: 'Partage…',
    shared: 'Partagé',
    delete: 'Supprimer',
    by: (who) => `Partagé par ${who}`,
    already: { title: 'C’est déjà en cours de partage.', words: 'Une fois suffit.' },
    notHere: {
      title: 'Les réponses sont privées dans ce salon.',
      words: 'Ceux qui gèrent le serveur l’ont voulu ainsi.',
    },
    notYours: {
      title: 'Ce n’est pas à vous de supprimer ceci.',
      words: 'Seuls la personne qui a posé la question et ceux qui gèrent les messages ici peuvent le faire.',
    },
    refused: 'Discord n’a pas laissé publier ceci ici.',
    uncertain:
      'Discord n’a pas dit si ceci a été publié. Regardez dans le salon avant de le partager à nouveau.',
  },
  limits: {
    busy: {
      title: 'Une chose à la fois.',
      words: 'Trois de vos demandes attendent encore leur réponse. Demandez à nouveau quand l’une d’elles sera finie.',
    },
    often: {
      title: 'Cela fait beaucoup d’un coup.',
      words: (seconds) => `Demandez à nouveau dans ${seconds} ${seconds === 1 ? 'seconde' : 'secondes'}.`,
    },
  },
  archive: {},
  server: {},
  follow: {},
  timeline: {},
  help: {},
};
