import { longDate, longMonth } from '../text/dates.js';
import type { Words } from './words.js';

// In French, 0 and 1 are singular.
const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count < 2 ? one : many}`;
// Intl writes the first day of a month as "1".
const date = (publishedAt: string) => longDate(publishedAt, 'fr').replace(/^1(?=\s)/, '1er');
const month = (day: string, length: 'long' | 'short') => longMonth(day, 'fr', length);
const quoted = (words: string) => `« ${words} »`;

/** Options of every command that may be narrowed to some of the articles. */
const narrowing = {
  publication: 'Seulement les articles de cette publication',
  from: 'Seulement les articles depuis ce jour, par exemple 2022-01-20',
  to: 'Seulement les articles jusqu’à ce jour, par exemple 2022-01-31',
};

/** Everything that Cuttings says to people, in French. */
export const fr: Words = {
  date,
  quoted,
  labelled: (label, value) => `${label} : ${value}`,
  count: {
    quotations: (count) => counted(count, 'citation'),
    articles: (count) => counted(count, 'article'),
    people: (count) => counted(count, 'personne'),
    problems: (count) => counted(count, 'problème'),
  },
  pages: {
    passages: (range, total) => `Passages ${range} sur ${total}`,
    quotations: (range, total) => `Citations ${range} sur ${total}`,
    people: (range, total) => `Personnes ${range} sur ${total}`,
    articles: (range, total) => `Articles ${range} sur ${total}`,
    paragraphs: (range, total) => `Paragraphes ${range} sur ${total}`,
    previous: 'Précédent',
    next: 'Suivant',
    changed: 'Les archives ont changé depuis que la question a été posée.',
  },
  router: {
    unknownCommand: {
      title: 'Cette commande n’existe plus.',
      words: 'Tapez `/` pour voir celles qui existent.',
    },
    unknownButton: {
      title: 'Ce bouton ne fonctionne plus.',
      words:
        'Il vient d’une autre version du bot. Posez la question à nouveau, et le nouveau bouton marchera.',
    },
    notAdmin: {
      title: 'Réservé aux administrateurs.',
      words: 'Seuls ceux qui peuvent gérer ce serveur, et les opérateurs du bot, peuvent faire cela.',
    },
    settingsUnread: {
      title: 'Le bot ne peut rien montrer sur ce serveur pour l’instant.',
      words:
        'Il ne peut pas lire ce qu’ont réglé ceux qui gèrent le serveur, et qui dit peut-être ce qu’il ne faut pas montrer ici. Ils voient avec `/archive status` que faire. En message privé, il répond comme toujours.',
    },
    notQuiteRight: 'Quelque chose ne va pas.',
    failed: {
      title: 'Cela n’a pas fonctionné.',
      ours: 'C’est une erreur de notre côté, pas dans votre demande.',
      timeout: 'La recherche a pris trop de temps et a été arrêtée.',
      busy: 'Trop de personnes posent des questions en même temps. Réessayez dans une minute.',
      stopped: 'La recherche s’est arrêtée et redémarre. Posez la question à nouveau.',
      closed: 'Les archives sont fermées.',
      unreachable: 'Les archives sont hors d’atteinte. Reposez la question dans une minute.',
      words: (why, id) =>
        `${why} Réessayez dans un instant ; si cela se reproduit, donnez ce code à un administrateur : \`${id}\``,
    },
  },
  wrong: {
    notText: (option) => `L’option \`${option}\` doit être du texte.`,
    missing: (option) => `Il manque l’option \`${option}\`.`,
    unreadable: 'Certaines options n’ont pas pu être lues. Réessayez.',
    empty: (option) => `L’option \`${option}\` est vide. Écrivez-y quelques mots.`,
    tooLong: (option, most, has) =>
      `L’option \`${option}\` accepte au plus ${most} caractères ; ceci en a ${has}.`,
    noDate: (option) =>
      `L’option \`${option}\` demande une date, avec année, mois et jour : par exemple \`2022-01-20\`.`,
    period: (from, to) => `\`from\` (${from}) est après \`to\` (${to}). Échangez-les, ou n’en donnez qu’une.`,
    nameAndPerson: 'Donnez soit `name`, soit `person`, pas les deux.',
    noWordsToSearch: 'Ce message ne contient rien à chercher. Utilisez `/ask` et posez-y une question.',
    noWordsToCheck: 'Ce message ne contient rien à vérifier. Utilisez `/verify` et collez-y la citation.',
  },
  source: {
    paragraph: (number) => `paragraphe ${number}`,
    paragraphs: (first, last) => `paragraphes ${first} à ${last}`,
    untitled: 'Sans titre',
    link: 'lien',
    archivedCopy: 'copie archivée',
    noDate: 'sans date',
    alsoIn: (source) => `Aussi dans ${source}`,
    more: (count) => (count === 1 ? 'et un autre' : `et ${count} autres`),
    inMore: (count) => (count === 1 ? 'et à un autre endroit' : `et à ${count} autres endroits`),
  },
  filters: {
    name: 'Nom',
    about: 'Sujet',
    person: 'Personne',
    publication: 'Publication',
    from: 'Depuis',
    to: 'Jusqu’à',
    askedFor: 'Recherche',
    undatedLeftOut: (count) =>
      count < 2 ? `${count} article sans date est écarté.` : `${count} articles sans date sont écartés.`,
  },
  ask: {
    description: 'Répondre à une question par des passages des archives, mot pour mot',
    options: {
      question: 'Ce que vous voulez savoir',
      person: 'Seulement les passages qui nomment cette personne',
      ...narrowing,
      private: 'Ne montrer la réponse qu’à moi',
    },
    noAnswer: 'Les archives ne le disent pas.',
    nearest: 'Articles les plus proches',
    why: {
      'empty-archive': 'Elles ne contiennent aucun article.',
      'empty-question': 'Il n’y a rien à chercher dans la question.',
      'no-match': 'Aucun passage ne contient les mots de la question.',
      'weak-match': 'Des passages partagent des mots avec la question, mais aucun ne dit ce qu’elle demande.',
      'nothing-in-filter': 'Aucun article ne correspond aux filtres.',
      'unknown-person': 'Personne de ce nom ne figure dans les archives.',
    },
    readAs: (words) =>
      `Lu comme ${words.map(({ written, used }) => `« ${used} » pour « ${written} », qui ne figure nulle part ici`).join(' ; ')}.`,
    meant: ({ written, name, seen }) =>
      `« ${written} » désigne ici ${name}${seen ? ` (article du ${date(seen)})` : ''}.`,
    first: (from, to) =>
      from === to
        ? `Les articles du ${date(from)} viennent en premier.`
        : `Les articles du ${date(from)} au ${date(to)} viennent en premier.`,
    notMentioned: (words, more) =>
      `Rien ici ne mentionne ${words.map(quoted).join(', ')}${more ? ', entre autres' : ''}.`,
    closest: {
      heading: 'Passages les plus proches.',
      note: 'Les archives ne disent peut-être pas ce que vous demandez : lisez-les avant de vous y fier.',
    },
    holds: (words) => `Mots de la question qui s’y trouvent : ${words.join(', ')}`,
    gap: 'La copie enregistrée de l’article a perdu ici les mots d’un lien.',
  },
  quote: {
    description: 'Montrer ce que quelqu’un a dit, mot pour mot, avec la preuve que c’est bien lui',
    options: {
      person: 'De qui ; le nom de famille suffit',
      about: 'Seulement les citations sur ce sujet',
      ...narrowing,
      private: 'Ne montrer les citations qu’à moi',
    },
    none: 'Aucune citation.',
    nobody: (name) => `Les archives ne citent personne du nom de « ${name} ».`,
    nothingFits: (name) => `Aucune citation de ${name} ne correspond à votre demande.`,
    nothingProven: (name) => `Les archives n’ont aucune citation dont il soit prouvé qu’elle est de ${name}.`,
    nearestName: (name) => `${name}, le nom le plus proche`,
    alsoFits: 'Ce nom peut aussi désigner',
    somebodyElse: 'Quelqu’un d’autre',
    describedAs: (role) => `Présenté là comme : ${role}`,
    evidence: (words) => `Preuve : ${words}`,
    likely: (words) => `Probable, d’après : ${words}`,
  },
  evidence: {
    button: 'Preuve',
    heading: 'Qui a dit cela',
    gone: {
      title: 'Cette citation n’y est plus.',
      words: 'Les archives ont changé depuis. Posez la question à nouveau.',
    },
    articlesWords: 'Les mots de l’article :',
    certain: 'Certain',
    likely: 'Probable',
    shownBy: (words) => `Montré par : ${words.join(', ')}`,
    how: {
      'cue-after': 'la personne et le verbe de parole suivent la citation.',
      'cue-before': 'la personne et le verbe de parole précèdent la citation.',
      inverted: 'le verbe de parole puis la personne suivent la citation.',
      'according-to': 'l’article nomme sa source avec la citation.',
      label: 'une étiquette nomme la personne, comme dans une transcription.',
      'noun-cue': 'l’article l’appelle une déclaration, un avertissement ou autre de cette personne.',
      introduced: 'ce qui précède parle de cette personne et de nulle autre.',
      continued: 'elle continue la citation précédente, dont l’auteur est connu.',
      pronoun: '« he », « she » ou « they » ne peut y désigner que cette personne.',
      role: 'la description ne peut y désigner que cette personne.',
    },
  },
  verify: {
    description: 'Vérifier une citation dans les archives : exacte, abrégée, modifiée, ou d’un autre',
    options: {
      quote: 'La citation telle que vous l’avez trouvée',
      person: 'À qui elle est attribuée',
      private: 'Ne montrer le résultat qu’à moi',
    },
    claim: (words) => `À vérifier : « ${words} »`,
    saidToBeFrom: (name) => `Attribuée à : ${name}`,
    title: {
      verbatim: 'Dans les archives, mot pour mot.',
      shortened: 'Dans les archives mot pour mot, mais abrégée.',
      altered: 'Modifiée : les archives ne l’ont pas sous cette forme.',
      someoneElse: 'Dans les archives, mais comme les mots de quelqu’un d’autre.',
      notClearly: 'Dans les archives, mais pas clairement comme les mots de cette personne.',
      reported: 'Dans les archives, mais pas comme citation.',
      notFound: 'Pas dans ces archives.',
      tooShort: 'Trop court pour vérifier.',
    },
    tooShort:
      'Des mots si peu nombreux ou si courants se trouvent à bien des endroits, et les trouver ne montrerait rien. Donnez-en davantage.',
    notFound:
      'Aucun article ici ne contient ces mots, et rien d’assez proche n’a été trouvé. Cela ne montre pas que personne ne les a dits.',
    places: (total) => `Ces mots se trouvent à ${total} endroits.`,
    onlyThese: 'L’article ne cite que ces mots, dans une phrase à lui : lisez-la aussi.',
    partQuoted: 'Seule une partie des mots est entre guillemets.',
    notQuoted:
      'Ils sont hors guillemets : les mots de l’article lui-même, ou des propos qu’il ne met pas entre guillemets.',
    nearestPartQuoted: 'Seule une partie des mots les plus proches est entre guillemets.',
    nearestNotQuoted:
      'Les mots les plus proches sont hors guillemets : ceux de l’article, ou des propos qu’il ne met pas entre guillemets.',
    from: (name, likely) =>
      `Les archives attribuent les mots ci-dessous à ${name}${likely ? ', très probablement' : ''}`,
    fromUnnamed: (name, likely) =>
      `Les archives attribuent les mots ci-dessous à « ${name} »${likely ? ', très probablement' : ''}, sans nom`,
    speakerUnknown: 'Ils sont entre guillemets, mais l’article ne montre pas clairement qui les a dits',
    notFrom: (name) => `, pas à ${name}.`,
    whetherFrom: (name) => ` ; les archives ne disent pas s’il s’agit de ${name}.`,
    claimNames: (name) => ` ; vous nommez ${name}.`,
    nobodyQuoted: (name) => `Personne du nom de ${name} n’est cité ici.`,
    cutMarked: 'Des mots y sont coupés, là où la citation à vérifier l’indique.',
    cutUnmarked: 'Des mots y sont coupés, et la citation à vérifier ne l’indique pas.',
    goesOn: 'La phrase continue au-delà de la citation à vérifier.',
    canReverse: 'Parmi les mots coupés, certains peuvent renverser le sens : lisez-les avant de vous y fier.',
    joined: 'Les mots réunissent des citations que les archives n’ont pas comme une seule déclaration.',
    leavesOut: 'Il y manque des mots qui peuvent renverser le sens.',
    nearest: 'C’est ce que les archives ont de plus proche.',
    difference: {
      before: 'coupé avant',
      inside: 'coupé à l’intérieur',
      after: 'coupé après',
      unmarked: 'omis sans marque',
      aside: 'entre les deux, les mots de l’article',
      replaced: 'changé',
      added: 'ajouté',
    },
    differs: (label, archive, claim) => `${label} : ${archive} dans les archives, ${claim} à vérifier`,
    alone: (label, words) => `${label} : ${words}`,
    inItsSentence: (words) => `Dans sa phrase : ${words}`,
    alsoIn: 'Aussi dans',
    asOwnWords: 'dans les mots de l’article',
    asFrom: (name) => `de ${name}`,
    asUnknown: 'auteur non donné',
    inLonger: ', dans une phrase plus longue',
  },
  people: {
    description: 'Montrer qui est cité dans les archives, ou les rôles et articles d’une personne',
    options: {
      name: 'Seulement les personnes de ce nom',
      person: 'Une personne : ses rôles au fil du temps et les articles qui la citent',
      private: 'Ne montrer la réponse qu’à moi',
    },
    heading: 'Personnes citées dans ces archives',
    nobodyAtAll: 'Les archives ne citent personne par son nom.',
    most: (total) => `${counted(total, 'personne')}, les plus citées d’abord`,
    counts: (quotations, articles) =>
      `${counted(quotations, 'citation')} dans ${counted(articles, 'article')}`,
    nearestName: 'Le nom le plus proche',
    alsoCalled: (names) => `aussi : ${names.join(', ')}`,
    quotedOn: (topics) => `Cité sur : ${topics.join(', ')}`,
    describedAs: 'Présenté comme',
    lastOf: (articles) => `le dernier de ${articles} articles`,
  },
  reload: {
    description: 'Relire les articles et répondre à partir d’eux (pour ceux qui gèrent le serveur)',
    options: {},
    title: 'Relecture des archives…',
    stages: {
      reading: 'Lecture des fichiers',
      quotations: 'Recherche des citations',
      index: 'Construction de l’index',
    },
    progress: (stage, done, total) =>
      `${stage}${total > 0 ? ` : ${done} sur ${total}` : ''}. Les questions reçoivent une réponse entre-temps.`,
    nothingChanged: { bold: 'Rien n’a changé', rest: ' depuis la dernière lecture des articles.' },
    holds: (articles) => `Les archives contiennent ${counted(articles, 'article')}.`,
    notReplaced: 'Les archives n’ont pas été remplacées.',
    kept: (articles) => `Les anciennes continuent de répondre, avec ${counted(articles, 'article')}.`,
    reloaded: (articles) => `${counted(articles, 'article relu', 'articles relus')}`,
    inSeconds: (seconds) => ` en ${seconds.replace('.', ',')} s`,
    noChange: 'Aucun article n’a été ajouté, changé ou retiré.',
    added: (count) => counted(count, 'ajouté'),
    changed: (count) => counted(count, 'changé'),
    removed: (count) => counted(count, 'retiré'),
    line: (file, line) => `${file}, ligne ${line}`,
    moreProblems: (count) =>
      `et ${count === 1 ? 'un autre' : `${count} autres`} : lancez \`npm start -- check\` pour tout voir`,
  },
  article: {
    description: 'Lire un article des archives, avec ses citations marquées et leurs auteurs',
    options: {
      title: 'Son titre ; des suggestions apparaissent pendant la saisie',
      private: 'Ne montrer l’article qu’à moi',
    },
    none: (title) => `Aucun article des archives n’a un titre comme « ${title} ».`,
    several: (count) => `Cela correspond à ${counted(count, 'article')}. Lequel voulez-vous ?`,
    firstOf: (shown) => `Voici les ${shown} premiers. Un titre plus complet en laisserait moins.`,
    by: (authors) => `par ${authors.join(', ')}`,
    saidBy: (who, likely) => `${likely ? 'Très probablement dit' : 'Dit'} par ${who}`,
    notSaid: 'L’article ne dit pas clairement de qui sont ces mots.',
    partBy: (words, who, likely) => `${words} ${likely ? 'très probablement ' : ''}${who}`,
    partNotSaid: (words) => `${words} auteur non donné`,
    gap: (after) => `La copie enregistrée a perdu ici les mots d’un lien, après ${after}.`,
    gaps: (more) => `Elle a perdu ici ceux de ${counted(more, 'autre lien', 'autres liens')}.`,
  },
  context: {
    more: 'Plus',
    button: 'En contexte',
    heading: 'En contexte',
    earlier: 'Plus haut',
    later: 'Plus bas',
    gone: {
      title: 'Ces mots n’y sont plus.',
      words:
        'Les archives ont changé depuis. Posez la question à nouveau pour voir ce qu’elles contiennent maintenant.',
    },
  },
  cite: {
    button: 'Citer',
    heading: 'Citer ceci',
    copy: 'À copier d’ici, en',
    text: 'Texte',
    cut: 'Tout ne tient pas dans un message : « … » marque ce qui est coupé.',
  },
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
      words:
        'Trois de vos demandes attendent encore leur réponse. Demandez à nouveau quand l’une d’elles sera finie.',
    },
    often: {
      title: 'Cela fait beaucoup d’un coup.',
      words: (seconds) => `Demandez à nouveau dans ${seconds} ${seconds === 1 ? 'seconde' : 'secondes'}.`,
    },
  },
  state: {
    locked: 'Un autre programme utilise le fichier d’état du bot : rien n’a été changé.',
    damaged:
      'Le fichier d’état du bot est endommagé : rien n’a été changé. L’opérateur du bot en trouve la raison dans le journal.',
    newer: 'Une version plus récente du bot a écrit son état : rien n’a été changé.',
    unwritable:
      'Le fichier d’état du bot ne peut pas être écrit : rien n’a été changé. L’opérateur du bot en trouve la raison dans le journal.',
    unreachable: 'L’état du bot est hors d’atteinte : rien n’a été changé. Réessayez dans une minute.',
    gone: 'L’état du bot a disparu : rien n’a été changé. L’opérateur du bot en trouve la raison dans le journal.',
  },
  archive: {
    description: 'L’état des archives et ce qu’elles contiennent (pour ceux qui gèrent le serveur)',
    status: {
      description: 'Taille, âge et santé des archives',
      options: {},
      title: 'Les archives',
      age: (minutes) =>
        minutes < 60
          ? counted(minutes, 'minute')
          : minutes < 48 * 60
            ? counted(Math.round(minutes / 60), 'heure')
            : counted(Math.round(minutes / (24 * 60)), 'jour'),
      built: (age, time) => `construites il y a ${age}, ${time}`,
      engine: (name, passages) => `moteur ${name}, avec ${counted(passages, 'passage')}`,
      memory: (mebibytes) => `${mebibytes} Mio de mémoire`,
      unusable: {
        locked:
          'Un autre programme verrouille le fichier d’état : les réglages ne peuvent pas être changés maintenant.',
        damaged: 'Le fichier d’état est endommagé : relancez le bot, qui le mettra de côté.',
        newer:
          'Une version plus récente du bot a écrit l’état : les réglages ne peuvent pas être changés maintenant.',
        unwritable: 'Le fichier d’état ne peut pas être écrit : voir le journal du bot.',
        unreachable:
          'L’état est hors d’atteinte : les réglages ne peuvent pas être changés pour l’instant. Voir le journal du bot.',
        gone: 'L’état dans le cluster a disparu : les réglages restent tels qu’ils ont été lus et ne peuvent pas être changés. Restaurez-le, ou relancez le bot, qui recommencera sans réglages.',
        'not-taken-over':
          'Le fichier d’état à reprendre dans le cluster est endommagé : l’opérateur du bot en remet une copie en place, et déplace ensuite seulement le fichier endommagé ailleurs. Voir le journal du bot.',
      },
      unread: 'Tant qu’il ne peut pas être lu, le bot ne montre rien dans les serveurs.',
      settingsUnreadable:
        'Les réglages conservés de ce serveur sont illisibles, et rien n’y est donc montré : réglez-les tous de nouveau avec `/server`.',
      liesAt: (path) => `Le fichier endommagé se trouve à ${path}.`,
      movedAside: (path) =>
        `Le fichier d’état était endommagé et se trouve maintenant à ${path}. Les serveurs sans réglages ne voient rien : réglez-les de nouveau avec \`/server\`, ou l’opérateur du bot déplace ce fichier ailleurs.`,
    },
    problems: {
      description: 'Ce qui ne va pas dans les fichiers des archives, et que faire',
      options: {},
      none: 'Aucun problème dans les fichiers.',
      inFile: { used: 'utilisé', notUsed: 'non utilisé', why: 'pourquoi', remedy: 'que faire' },
      leftOut: (left) =>
        `Encore ${counted(left, 'problème')} : un fichier dans Discord ne peut pas tous les contenir. Sur la machine du bot, npm start -- check les donne tous.`,
      range: (range, total) => `Problèmes ${range} sur ${total}`,
      whatNow: 'Corrigez les fichiers, puis utilisez /reload.',
    },
    gaps: {
      description: 'Les questions de ce serveur restées sans réponse',
      options: { clear: 'Les oublier toutes' },
      title: (count) => counted(count, 'question sans réponse', 'questions sans réponse'),
      none: 'Aucune question sans réponse n’est gardée.',
      times: (count, day) => `${count} fois, la dernière le ${day}`,
      how: 'Comptées sans dire qui les a posées. La même question, autrement ponctuée, compte une seule fois.',
      notKept: {
        title: 'Les questions ne sont pas gardées.',
        words: 'L’opérateur du bot peut l’activer avec le réglage KEEP_QUESTIONS=true.',
      },
    },
    add: {
      description: 'Ajouter des articles : joindre des fichiers, voir ce qui a été lu, puis confirmer',
      options: {
        file: 'Un fichier avec un ou plusieurs articles, 8 Mio au plus',
        file2: 'Un autre fichier',
        file3: 'Un autre fichier',
        file4: 'Un autre fichier',
        file5: 'Un autre fichier',
      },
      found: (count) => `${counted(count, 'article trouvé', 'articles trouvés')}. Est-ce correct ?`,
      nothing: 'Il n’y a rien à ajouter.',
      notYet: 'Rien n’est encore enregistré. Les fichiers attendent un jour.',
      notStored: 'Non enregistré : aucun article n’y a été trouvé.',
      noPublication: 'sans publication',
      noAuthor: 'sans auteur',
      paragraphs: (count) => counted(count, 'paragraphe'),
      known: '**déjà dans les archives**',
      store: 'Ajouter aux archives',
      discard: 'Abandonner',
      discarded: 'Abandonné. Rien n’a été enregistré.',
      gone: 'Ces fichiers n’attendent plus : ils ont été ajoutés, abandonnés, ou un jour s’est écoulé.',
      stored: (names) => `Enregistré sous ${names.join(', ')}`,
      refused: {
        elsewhere: 'non téléchargé, car l’adresse n’est pas l’une de celles de Discord.',
        'too-large': 'plus de 8 Mio. Mettez-le à la main dans le dossier des articles.',
        failed: 'n’a pas pu être téléchargé depuis Discord. Réessayez.',
      },
    },
    remove: {
      description: 'Retirer un article des archives',
      options: { article: 'Son titre' },
      sure: 'Retirer cet article des archives ?',
      file: (file) => `Fichier : ${file}. Il est déplacé, pas supprimé.`,
      button: 'Retirer',
      done: (path) => `Déplacé vers ${path}`,
      still: (file) => `Les archives contiennent encore cet article, dans ${file}`,
      unknown: { title: 'Cet article n’existe pas.', words: 'Choisissez-en un dans la liste.' },
      shared: {
        title: 'Cet article ne peut pas être retiré seul.',
        words: (file) =>
          `Il est dans un fichier avec d’autres : ${file}. Modifiez ce fichier dans le dossier des articles, puis utilisez /reload.`,
      },
      missing: {
        title: 'Le fichier de cet article n’est plus là.',
        words: (file) => `${file} a été déplacé ou supprimé. Utilisez /reload.`,
      },
      several: {
        title: 'On ne sait pas avec certitude dans quel fichier est cet article.',
        words: (file) =>
          `${file} peut désigner plusieurs fichiers : leurs noms ne diffèrent que par des espaces ou des caractères invisibles. Renommez-les dans le dossier des articles, puis utilisez /reload.`,
      },
    },
    operatorsOnly: 'Seuls les opérateurs du bot peuvent changer ses articles.',
    notChanged: 'Rien n’a été changé.',
    trouble: {
      'read-only':
        'Le bot ne peut pas écrire dans le dossier des articles. Son opérateur peut y remédier, ou y mettre les fichiers à la main.',
      full: 'Le disque est plein.',
      gone: 'Le dossier ou le fichier n’est plus là.',
    },
  },
  server: {
    description: 'Ce que le bot peut faire et montrer sur ce serveur (pour ceux qui le gèrent)',
    show: { description: 'Montrer les réglages de ce serveur', options: {} },
    privacy: {
      description: 'Si les réponses sont privées quand personne ne dit le contraire',
      options: {
        'private-answers': 'Vrai : seul l’auteur de la question voit la réponse, sauf avec private:false',
      },
    },
    channels: {
      description: 'Où le bot peut répondre en public',
      allow: {
        description: 'Répondre en public dans ce salon, et ailleurs seulement dans ceux qui sont autorisés',
        options: { channel: 'Le salon, avec ses fils' },
      },
      forbid: {
        description: 'Ne répondre de nouveau qu’en privé dans ce salon',
        options: { channel: 'Un salon qui était autorisé' },
      },
      anywhere: { description: 'Répondre de nouveau en public dans tous les salons', options: {} },
      noneNamed: 'Aucun salon n’est nommé. Autorisez d’abord ceux où le bot peut répondre en public.',
    },
    publications: {
      description: 'Quelles publications ce serveur voit',
      allow: {
        description:
          'Montrer les articles de cette publication, et d’autres seulement si elles sont autorisées',
        options: { publication: 'Une publication des archives' },
      },
      forbid: {
        description: 'Ne plus montrer les articles de cette publication',
        options: { publication: 'Une publication qui était autorisée' },
      },
      all: { description: 'Montrer de nouveau les articles de toutes les publications', options: {} },
      noneNamed: 'Aucune publication n’est nommée. Autorisez d’abord celles que ce serveur doit voir.',
      unknown: 'Les archives n’ont aucune publication de ce nom. Choisissez-en une dans la liste.',
    },
    title: 'Réglages de ce serveur',
    saved: 'Enregistré. Voici les réglages de ce serveur.',
    onlyInServers: 'Cela ne fonctionne que sur un serveur.',
    tooMany: (most) => `Il y a de la place pour ${most}. Retirez-en d’abord.`,
    more: (count) => (count === 1 ? 'et un autre' : `et ${count} autres`),
    labels: {
      privacy: 'Réponses',
      channels: 'Réponses en public',
      publications: 'Publications montrées',
    },
    privateByDefault: 'Privées : seul l’auteur de la question les voit, sauf avec `private:false`.',
    publicByDefault: 'Publiques, sauf avec `private:true`.',
    anywhere: 'Dans tous les salons.',
    nowhere: 'Nulle part : toutes les réponses sont privées.',
    everyPublication: 'Toutes les archives.',
    noPublication: 'Aucune : les archives semblent vides ici.',
  },
  follow: {
    description: 'Annoncer dans un salon ce qui est nouveau sur une personne ou un sujet (pour qui le gère)',
    person: {
      description: 'Publier les nouvelles citations d’une personne quand les archives sont relues',
      options: { person: 'De qui', channel: 'Où publier ; ici sauf indication contraire' },
    },
    topic: {
      description: 'Publier les nouveaux passages sur un sujet quand les archives sont relues',
      options: { topic: 'Un sujet ou une question', channel: 'Où publier ; ici sauf indication contraire' },
    },
    list: { description: 'Montrer ce que ce serveur suit', options: {} },
    stop: { description: 'Ne plus suivre', options: { follow: 'Ce qu’il faut arrêter' } },
    kinds: { person: 'Citations', topic: 'Extraits' },
    choice: (kind, what, id) => `${kind} : ${what} (nº ${id})`,
    line: (kind, what, channel) => `${kind} : ${what} → ${channel}`,
    begun: 'Suivi. Les nouveautés sont publiées après une relecture.',
    stopped: 'Ce n’est plus suivi.',
    title: 'Ce que ce serveur suit',
    none: 'Ce serveur ne suit rien.',
    unknown: 'Ce serveur ne suit pas cela. Choisissez dans la liste.',
    paused: {
      gone: 'en pause : le salon n’existe plus',
      forbidden: 'en pause : le bot ne peut pas y publier',
      'not-public': 'en pause : pas de réponses publiques là (/server channels)',
    },
    again: 'Pour reprendre un suivi en pause, suivez-le à nouveau.',
    tooMany: (most) => `Un serveur peut suivre ${most} choses au plus. Arrêtez-en une d’abord.`,
    here: {
      title: 'Pas pour un autre salon.',
      words: 'Ceux qui gèrent ce salon décident ici ; pour d’autres salons, ceux qui gèrent le serveur.',
    },
    notPublic: {
      title: 'Les réponses publiques n’y sont pas permises.',
      words:
        'Les nouveautés sont publiées pour tout le monde, et ce serveur ne permet au bot de répondre en public que dans d’autres salons. Suivez cela dans l’un d’eux, ou demandez à qui gère le serveur de permettre celui-ci avec /server channels allow.',
    },
    cannot: {
      gone: 'Ce salon n’existe pas sur ce serveur.',
      forbidden: 'Le bot ne voit pas ce salon. Donnez-lui le droit de le voir et d’y publier.',
      unknown: 'Discord n’a pas répondu. Réessayez.',
    },
    alert: {
      person: (name, count) => `${counted(count, 'nouvelle citation', 'nouvelles citations')} de ${name}`,
      topic: (topic, count) => `${counted(count, 'nouveau passage', 'nouveaux passages')} sur ${topic}`,
      how: 'Suivi dans ce salon : /follow list',
    },
  },
  timeline: {
    description: 'Montrer combien de fois, et quand, les archives parlent de quelque chose',
    options: {
      topic: 'Les mots que les passages doivent contenir, par exemple ferry',
      person: 'Seulement les passages qui nomment cette personne',
      ...narrowing,
      private: 'Ne montrer la chronologie qu’à moi',
    },
    none: 'Les archives n’en parlent pas.',
    why: {
      'empty-archive': 'Elles ne contiennent aucun article.',
      'empty-topic': 'Il n’y a rien à chercher dans ce sujet.',
      'no-match': 'Aucun passage ne contient tous ces mots. Essayez-en moins, ou posez une question.',
      'nothing-in-filter': 'Aucun article ne correspond aux filtres.',
      'unknown-person': 'Personne de ce nom ne figure dans les archives.',
    },
    period: {
      month: (day) => month(day, 'long'),
      year: (day) => day.slice(0, 4),
      decade: (day) => `années ${day.slice(0, 4)}`,
      century: (day) => `${day.slice(0, 4)}–${day.slice(0, 2)}99`,
    },
    every: {
      month: 'Articles par mois',
      year: 'Articles par année',
      decade: 'Articles par décennie',
      century: 'Articles par siècle',
    },
    short: { month: (day) => month(day, 'short') },
    dated: (articles, of, first, last) =>
      `${first === last ? first : `${first} à ${last}`} : ${articles} ${articles < 2 ? 'article' : 'articles'} sur ${of} en ${articles < 2 ? 'parle' : 'parlent'}`,
    undated: (articles, of) => `sans date : ${articles} ${articles < 2 ? 'article' : 'articles'} sur ${of}`,
    passages: (count) => counted(count, 'passage'),
    inArticle: (passages) => `l’un de ${passages} passages de l’article`,
    chart: (topic) => `Articles qui parlent de « ${topic} »`,
    alt: (title, first, last, counts) =>
      `Diagramme en barres. ${title}, ${first} à ${last}. ${counts} ; aucun ailleurs.`,
    altMore: (count) => `${count} autres avec moins d’articles chacun`,
    noArticles: 'pas un seul article',
    noChart: (id) =>
      `Le diagramme n’a pas pu être dessiné. Si cela se reproduit, donnez ce code à un administrateur : \`${id}\``,
  },
  help: {
    description: 'Montrer ce que l’on peut demander, avec des exemples tirés de ces archives',
    options: {},
    heading: 'Ce que vous pouvez demander',
    intro: (articles) =>
      `Ces archives contiennent ${counted(articles, 'article')}. Chaque réponse en est un passage, mot pour mot, avec sa source.`,
    example: (typed) => `Par exemple : ${typed}`,
    kinds: {
      everybody: 'Pour tout le monde',
      message: 'Sur n’importe quel message, dans son menu, sous Applications',
      admin: 'Pour ceux qui gèrent le serveur',
    },
    page: (range, total) => `Commandes ${range} sur ${total}`,
  },
};
