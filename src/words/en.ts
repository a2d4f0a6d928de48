import { longDate, longMonth } from '../text/dates.js';

/** "1 article", "2 articles" */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const date = (publishedAt: string) => longDate(publishedAt, 'en-GB');
const month = (day: string, length: 'long' | 'short') => longMonth(day, 'en-GB', length);
const quoted = (words: string) => `“${words}”`;

/** Options of every command that may be narrowed to some of the articles. */
const narrowing = {
  publication: 'Only articles of this publication',
  from: 'Only articles from this day on, such as 2022-01-20',
  to: 'Only articles up to this day, such as 2022-01-31',
};

/**
 * Everything that Cuttings says to people, in English: plain text unless a key says otherwise. A command's section is named after it:
 * `description` and `options` (by name) are what Discord shows while it is typed. Functions take what a sentence names; what they are
 * given is put in as it is. `fr.ts` has the same keys.
 */
export const en = {
  /** A publication date: "20 January 2022". */
  date,
  quoted,
  /** What something is called, and it. */
  labelled: (label: string, value: string | number) => `${label}: ${value}`,
  count: {
    quotations: (count: number) => counted(count, 'quotation'),
    articles: (count: number) => counted(count, 'article'),
    people: (count: number) => counted(count, 'person', 'people'),
    problems: (count: number) => counted(count, 'problem'),
  },
  /** What a page holds: "Passages 1–3 of 5". */
  pages: {
    passages: (range: string, total: number) => `Passages ${range} of ${total}`,
    quotations: (range: string, total: number) => `Quotations ${range} of ${total}`,
    people: (range: string, total: number) => `People ${range} of ${total}`,
    articles: (range: string, total: number) => `Articles ${range} of ${total}`,
    paragraphs: (range: string, total: number) => `Paragraphs ${range} of ${total}`,
    previous: 'Previous',
    next: 'Next',
    changed: 'The archive has changed since this was asked.',
  },
  /** What the router says before a command runs, and where one fails. */
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
    settingsUnread: {
      title: 'The bot cannot show anything in this server now.',
      words:
        'It cannot read what those who manage the server have set, and that may say what is not to be shown here. They see with `/archive status` what to do. In direct messages it answers as ever.',
    },
    notQuiteRight: 'That is not quite right.',
    failed: {
      title: 'That did not work.',
      ours: 'This is a fault on our side, not in what you asked.',
      timeout: 'The search took too long and was stopped.',
      busy: 'Too many people are asking at once. Please ask again in a minute.',
      stopped: 'The search stopped and is starting again. Please ask again.',
      closed: 'The archive is closed.',
      unreachable: 'The archive is out of reach. Please ask again in a minute.',
      words: (why: string, id: string) =>
        `${why} Try again in a moment; if it happens again, give an admin this code: \`${id}\``,
    },
  },
  /** What is wrong with what somebody typed. Markdown. */
  wrong: {
    notText: (option: string) => `The option \`${option}\` must be text.`,
    missing: (option: string) => `The option \`${option}\` is missing.`,
    unreadable: 'Some options could not be read. Try again.',
    empty: (option: string) => `The option \`${option}\` is empty. Write a few words there.`,
    tooLong: (option: string, most: number, has: number) =>
      `The option \`${option}\` takes at most ${most} characters; this has ${has}.`,
    noDate: (option: string) =>
      `The option \`${option}\` needs a calendar date, as year, month and day: for example \`2022-01-20\`.`,
    period: (from: string, to: string) =>
      `\`from\` (${from}) is later than \`to\` (${to}). Swap them, or leave one out.`,
    nameAndPerson: 'Give either `name` or `person`, not both.',
    noWordsToSearch: 'That message has no words to search for. Use `/ask` and type a question there.',
    noWordsToCheck: 'That message has no words to check. Use `/verify` and paste the quote there.',
  },
  /** Where something stands. */
  source: {
    paragraph: (number: number) => `paragraph ${number}`,
    paragraphs: (first: number, last: number) => `paragraphs ${first}–${last}`,
    untitled: 'Untitled',
    link: 'link',
    archivedCopy: 'archived copy',
    noDate: 'no date',
    alsoIn: (source: string) => `Also in ${source}`,
    more: (count: number) => `and ${count} more`,
    inMore: (count: number) => `and in ${counted(count, 'more place', 'more places')}`,
  },
  /** Lines that name what a question was narrowed to, and that pages are turned by. */
  filters: {
    name: 'Name',
    about: 'About',
    person: 'Person',
    publication: 'Publication',
    from: 'From',
    to: 'To',
    askedFor: 'Asked for',
    undatedLeftOut: (count: number) =>
      `${counted(count, 'article')} without a date ${count === 1 ? 'is' : 'are'} left out.`,
  },
  ask: {
    description: 'Answer a question with passages from the archive, word for word',
    options: {
      question: 'What you want to know',
      person: 'Only passages that name this person',
      ...narrowing,
      private: 'Show the answer only to me',
    },
    noAnswer: 'The archive doesn’t say.',
    nearest: 'Nearest articles',
    why: {
      'empty-archive': 'It holds no articles.',
      'empty-question': 'There is nothing in the question to search for.',
      'no-match': 'No passage holds the words of the question.',
      'weak-match': 'Some passages share words with the question, but none says what it asks.',
      'nothing-in-filter': 'No article fits the filters.',
      'unknown-person': 'Nobody of that name is in the archive.',
    },
    readAs: (words: { written: string; used: string }[]) =>
      `Read as ${words.map(({ written, used }) => `“${used}” for “${written}”, which stands nowhere here`).join('; ')}.`,
    meant: ({ written, name, seen }: { written: string; name: string; seen: string | null }) =>
      `“${written}” is taken to be ${name}${seen ? `, so called on ${date(seen)}` : ''}.`,
    first: (from: string, to: string) =>
      `Articles from ${from === to ? date(from) : `${date(from)} to ${date(to)}`} come first.`,
    notMentioned: (words: readonly string[], more: boolean) =>
      `Nothing here mentions ${words.map(quoted).join(', ')}${more ? ' and more' : ''}.`,
    closest: {
      heading: 'Closest passages.',
      note: 'The archive may not say what you asked: read these before you rely on them.',
    },
    holds: (words: readonly string[]) => `Of the question it holds: ${words.join(', ')}`,
    gap: 'The saved copy of the article lost the words of a link here.',
  },
  quote: {
    description: 'Show what someone said, word for word, with the evidence that they said it',
    options: {
      person: 'Whose words; a surname will do',
      about: 'Only quotations about this',
      ...narrowing,
      private: 'Show the quotations only to me',
    },
    none: 'No quotations.',
    nobody: (name: string) => `The archive quotes nobody called “${name}”.`,
    nothingFits: (name: string) => `No quotation of ${name} fits what you asked for.`,
    nothingProven: (name: string) => `The archive holds no quotation that is proven to be ${name}’s.`,
    nearestName: (name: string) => `Showing ${name}, the nearest name`,
    alsoFits: 'The name also fits',
    somebodyElse: 'Somebody else',
    describedAs: (role: string) => `Described there as: ${role}`,
    evidence: (words: string) => `Evidence: ${words}`,
    likely: (words: string) => `Likely, from: ${words}`,
  },
  evidence: {
    button: 'Evidence',
    heading: 'Who said this',
    gone: {
      title: 'This quotation is no longer there.',
      words: 'The archive has changed since. Ask again.',
    },
    articlesWords: 'The article’s own words:',
    certain: 'Certain',
    likely: 'Likely',
    shownBy: (words: readonly string[]) => `Shown by: ${words.join(', ')}`,
    how: {
      'cue-after': 'the speaker and the word for speaking follow the quotation.',
      'cue-before': 'the speaker and the word for speaking come before the quotation.',
      inverted: 'the word for speaking and then the speaker follow the quotation.',
      'according-to': 'the article names its source with the quotation.',
      label: 'a label names the speaker, as in a transcript.',
      'noun-cue': 'the article calls it a statement, a warning or the like of this speaker.',
      introduced: 'what stands just before is about this speaker and nobody else.',
      continued: 'it carries on from the quotation before, whose speaker is known.',
      pronoun: '“he”, “she” or “they” can mean only this person there.',
      role: 'the description can mean only this person there.',
    },
  },
  verify: {
    description: 'Check a quote against the archive: word for word, shortened, altered, or someone else’s',
    options: {
      quote: 'The quote as you found it',
      person: 'Who is said to have said it',
      private: 'Show the result only to me',
    },
    claim: (words: string) => `Claim: “${words}”`,
    saidToBeFrom: (name: string) => `Said to be from: ${name}`,
    title: {
      verbatim: 'In the archive, word for word.',
      shortened: 'In the archive word for word, but shortened.',
      altered: 'Altered: this is not how the archive has it.',
      someoneElse: 'In the archive, but as someone else’s words.',
      notClearly: 'In the archive, but not clearly as that person’s words.',
      reported: 'In the archive, but not as a quotation.',
      notFound: 'Not in this archive.',
      tooShort: 'Too short to check.',
    },
    tooShort:
      'So few or so common words stand in many places, and finding them would show nothing. Give more of the quote.',
    notFound:
      'No article here holds these words, and none was found near enough to them. That does not show that nobody said them.',
    places: (total: number) => `${total} places hold these words.`,
    onlyThese: 'The article quotes only these words, in a sentence of its own: read it too.',
    partQuoted: 'Only a part of the words stands in quotation marks.',
    notQuoted:
      'They stand outside quotation marks: the article’s own words, or speech that it does not mark.',
    nearestPartQuoted: 'Only a part of the nearest words stands in quotation marks.',
    nearestNotQuoted:
      'The nearest words stand outside quotation marks: the article’s own, or speech that it does not mark.',
    /** Whose words they are there; `likely` where that is not certain. */
    from: (name: string, likely: boolean) =>
      `The archive has the words below from ${name}${likely ? ', most likely' : ''}`,
    fromUnnamed: (name: string, likely: boolean) =>
      `The archive has the words below from “${name}”${likely ? ', most likely' : ''}, without a name`,
    speakerUnknown: 'They stand in quotation marks, but it is not clear there who said them',
    /** What follows one of the three before, to the end of the sentence. */
    notFrom: (name: string) => `, not from ${name}.`,
    whetherFrom: (name: string) => `; whether that is ${name} it does not say.`,
    claimNames: (name: string) => `; the claim names ${name}.`,
    nobodyQuoted: (name: string) => `Nobody called ${name} is quoted here.`,
    cutMarked: 'Words are cut inside it, where the claim marks it.',
    cutUnmarked: 'Words are cut inside it, and the claim does not mark it.',
    goesOn: 'Its sentence goes on beyond the claim.',
    canReverse:
      'Among the words cut are some that can turn a meaning round: read them before you rely on it.',
    joined: 'The words are joined from quotations that the archive does not hold as one statement.',
    leavesOut: 'The claim leaves out words that can turn the meaning round.',
    nearest: 'This is the nearest that the archive holds.',
    difference: {
      before: 'cut before it',
      inside: 'cut inside it',
      after: 'cut after it',
      unmarked: 'left out without a mark',
      aside: 'between, the article’s own words',
      replaced: 'changed',
      added: 'added by the claim',
    },
    /** One difference; `archive` and `claim` are the words in their marks. */
    differs: (label: string, archive: string, claim: string) =>
      `${label}: the archive has ${archive}, the claim ${claim}`,
    alone: (label: string, words: string) => `${label}: ${words}`,
    inItsSentence: (words: string) => `In its sentence: ${words}`,
    alsoIn: 'Also in',
    asOwnWords: 'in the article’s own words',
    asFrom: (name: string) => `from ${name}`,
    asUnknown: 'speaker not given',
    inLonger: ', in a longer sentence',
  },
  people: {
    description: 'Show who is quoted in the archive, or one person’s roles and articles',
    options: {
      name: 'Only people of this name',
      person: 'One person: their roles over time and the articles that quote them',
      private: 'Show the answer only to me',
    },
    heading: 'People quoted in this archive',
    nobodyAtAll: 'The archive quotes nobody by name.',
    most: (total: number) => `${counted(total, 'person', 'people')}, most quoted first`,
    counts: (quotations: number, articles: number) =>
      `${counted(quotations, 'quotation')} in ${counted(articles, 'article')}`,
    nearestName: 'The nearest name',
    alsoCalled: (names: readonly string[]) => `also called ${names.join(', ')}`,
    quotedOn: (topics: readonly string[]) => `Quoted on: ${topics.join(', ')}`,
    describedAs: 'Described as',
    lastOf: (articles: number) => `the last of ${articles} articles`,
  },
  reload: {
    description: 'Read the articles again and answer from them (for those who manage the server)',
    options: {},
    title: 'Reloading the archive…',
    stages: { reading: 'Reading files', quotations: 'Finding quotations', index: 'Building the index' },
    progress: (stage: string, done: number, total: number) =>
      `${stage}${total > 0 ? `: ${done} of ${total}` : ''}. Questions are answered meanwhile.`,
    nothingChanged: { bold: 'Nothing has changed', rest: ' since the articles were last read.' },
    holds: (articles: number) => `The archive holds ${counted(articles, 'article')}.`,
    notReplaced: 'The archive was not replaced.',
    kept: (articles: number) => `The old one keeps answering, from ${counted(articles, 'article')}.`,
    reloaded: (articles: number) => `Reloaded ${counted(articles, 'article')}`,
    inSeconds: (seconds: string) => ` in ${seconds} s`,
    noChange: 'No article was added, changed or removed.',
    added: (count: number) => `Added ${count}`,
    changed: (count: number) => `Changed ${count}`,
    removed: (count: number) => `Removed ${count}`,
    line: (file: string, line: number) => `${file}, line ${line}`,
    moreProblems: (count: number) => `and ${count} more: run \`npm start -- check\` to see them all`,
  },
  article: {
    description: 'Read an article of the archive, with its quotations marked and who said them',
    options: {
      title: 'Its title; suggestions appear while you type',
      private: 'Show the article only to me',
    },
    none: (title: string) => `No article of the archive has a title like “${title}”.`,
    several: (count: number) => `That fits ${counted(count, 'article')}. Which do you mean?`,
    firstOf: (shown: number) => `These are the first ${shown}. More of the title would leave fewer.`,
    by: (authors: readonly string[]) => `by ${authors.join(', ')}`,
    /** Who said the words in bold of a paragraph; `likely` where that is not certain. */
    saidBy: (who: string, likely: boolean) => `${likely ? 'Most likely said' : 'Said'} by ${who}`,
    notSaid: 'The article does not clearly say whose words these are.',
    /** The same of one of several; `words` are its first ones, in their marks. */
    partBy: (words: string, who: string, likely: boolean) => `${words} ${likely ? 'most likely ' : ''}${who}`,
    partNotSaid: (words: string) => `${words} speaker not given`,
    gap: (after: string) => `The saved copy lost the words of a link here, after ${after}.`,
    gaps: (more: number) => `It lost those of ${counted(more, 'more link', 'more links')} here.`,
  },
  context: {
    more: 'More',
    button: 'In context',
    heading: 'In context',
    earlier: 'Earlier',
    later: 'Later',
    gone: {
      title: 'These words are no longer there.',
      words: 'The archive has changed since. Ask again, and see what it has now.',
    },
  },
  cite: {
    button: 'Cite',
    heading: 'Cite this',
    copy: 'Copy it from here, as',
    text: 'Text',
    cut: 'Not all of it fits into a message: “…” marks what is cut.',
  },
  share: {
    /** Labels of buttons. */
    share: 'Share',
    sharing: 'Sharing…',
    shared: 'Shared',
    delete: 'Delete',
    /** In a shared reply; `who` is a mention. */
    by: (who: string) => `Shared by ${who}`,
    already: { title: 'This is being shared already.', words: 'Once is enough.' },
    notHere: {
      title: 'Replies are private in this channel.',
      words: 'Those who manage the server have set it so.',
    },
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
  /** Why nothing can be kept now. */
  state: {
    locked: 'Another program is using the bot’s state file, so nothing was changed.',
    damaged:
      'The bot’s state file is damaged, so nothing was changed. The bot’s operator finds more in its log.',
    newer: 'A newer version of the bot wrote its state, so nothing was changed.',
    unwritable:
      'The bot’s state file cannot be written, so nothing was changed. The bot’s operator finds more in its log.',
    unreachable:
      'What the bot remembers is out of reach, so nothing was changed. Please try again in a minute.',
    gone: 'What the bot remembers is gone, so nothing was changed. The bot’s operator finds more in its log.',
  },
  archive: {
    description: 'How the archive is, and what it holds (for those who manage the server)',
    status: {
      description: 'How large, how old and how well the archive is',
      options: {},
      title: 'The archive',
      /** How long ago; `minutes` is whole. */
      age: (minutes: number) =>
        minutes < 60
          ? counted(minutes, 'minute')
          : minutes < 48 * 60
            ? counted(Math.round(minutes / 60), 'hour')
            : counted(Math.round(minutes / (24 * 60)), 'day'),
      built: (age: string, time: string) => `built ${age} ago, ${time}`,
      engine: (name: string, passages: number) => `engine ${name}, with ${counted(passages, 'passage')}`,
      memory: (mebibytes: number) => `${mebibytes} MiB of memory`,
      unusable: {
        locked: 'The state file is locked by another program: settings cannot be changed now.',
        damaged: 'The state file is damaged: restart the bot, which moves it aside.',
        newer: 'A newer version of the bot wrote the state: settings cannot be changed now.',
        unwritable: 'The state file cannot be written: see the bot’s log.',
        unreachable: 'The state is out of reach: settings cannot be changed now. See the bot’s log.',
        gone: 'The state in the cluster is gone: settings hold as they were last read and cannot be changed. Restore it, or restart the bot, which begins with none.',
        'not-taken-over':
          'The state file that is to be taken over into the cluster is damaged: the bot’s operator puts back a copy of it, and only then moves a damaged one elsewhere. See the bot’s log.',
      },
      unread: 'Until it can be read, the bot shows nothing in servers.',
      settingsUnreadable:
        'What is kept of this server’s settings cannot be read, so nothing is shown in it: set each of them anew with `/server`.',
      liesAt: (path: string) => `The damaged file lies at ${path}.`,
      movedAside: (path: string) =>
        `The state file was damaged and lies at ${path} now. Servers without settings are shown nothing: set them again with \`/server\`, or the bot’s operator moves that file elsewhere.`,
    },
    problems: {
      description: 'What is wrong with files of the archive, and what to do about it',
      options: {},
      none: 'No problem with any file.',
      /** In the file that holds them all. */
      inFile: { used: 'used', notUsed: 'not used', why: 'why', remedy: 'what to do' },
      /** The last line of the file. */
      leftOut: (left: number) =>
        `${counted(left, 'more problem')}: a file in Discord cannot hold them all. On the bot’s machine, npm start -- check lists every one.`,
      range: (range: string, total: number) => `Problems ${range} of ${total}`,
      whatNow: 'Mend the files, then use /reload.',
    },
    gaps: {
      description: 'Questions of this server that got no answer',
      options: { clear: 'Forget them all' },
      title: (count: number) => `${counted(count, 'question')} without an answer`,
      none: 'No question without an answer is kept.',
      times: (count: number, day: string) => `${count === 1 ? 'once' : `${count} times`}, last on ${day}`,
      how: 'Counted without who asked. The same question in other type or punctuation counts as one.',
      notKept: {
        title: 'Questions are not kept.',
        words: 'The operator of the bot can turn this on with the setting KEEP_QUESTIONS=true.',
      },
    },
    add: {
      description: 'Add articles: attach files, see what was read, then confirm',
      options: {
        file: 'A file with one or more articles, at most 8 MiB',
        file2: 'One more file',
        file3: 'One more file',
        file4: 'One more file',
        file5: 'One more file',
      },
      found: (count: number) => `Found ${counted(count, 'article')}. Is this right?`,
      nothing: 'There is nothing to add.',
      notYet: 'Nothing is stored yet. The files wait for a day.',
      notStored: 'Not stored: no article was found in it.',
      noPublication: 'no publication',
      noAuthor: 'no author',
      paragraphs: (count: number) => counted(count, 'paragraph'),
      known: '**already in the archive**',
      store: 'Add to the archive',
      discard: 'Discard',
      discarded: 'Discarded. Nothing was stored.',
      gone: 'These files are no longer waiting: they were added, discarded, or a day has passed.',
      stored: (names: readonly string[]) => `Stored as ${names.join(', ')}`,
      refused: {
        elsewhere: 'not fetched, since it is not one of Discord’s own addresses.',
        'too-large': 'larger than 8 MiB. Put it into the folder of articles by hand.',
        failed: 'could not be fetched from Discord. Try again.',
      },
    },
    remove: {
      description: 'Take an article out of the archive',
      options: { article: 'Its title' },
      sure: 'Take this article out of the archive?',
      file: (file: string) => `File: ${file}. It is moved, not deleted.`,
      button: 'Take it out',
      done: (path: string) => `Moved to ${path}`,
      still: (file: string) => `The archive still holds this article, from ${file}`,
      unknown: { title: 'There is no such article.', words: 'Pick one from the list.' },
      shared: {
        title: 'This article cannot be taken out by itself.',
        words: (file: string) =>
          `It stands in a file with others: ${file}. Edit that file in the folder of articles, then use /reload.`,
      },
      missing: {
        title: 'The file of this article is no longer there.',
        words: (file: string) => `${file} was moved or removed. Use /reload.`,
      },
      several: {
        title: 'It is not certain which file this article is in.',
        words: (file: string) =>
          `Several could be meant by ${file}: their names differ only in spaces or in characters that nobody sees. Rename them in the folder of articles, then use /reload.`,
      },
    },
    operatorsOnly: 'Only the operators of the bot may change its articles.',
    notChanged: 'Nothing was changed.',
    trouble: {
      'read-only':
        'The bot may not write in the folder of articles. Its operator can change that, or put the files there by hand.',
      full: 'The disk is full.',
      gone: 'The folder or the file is no longer there.',
    },
  },
  server: {
    description: 'What the bot may do and show in this server (for those who manage it)',
    show: { description: 'Show the settings of this server', options: {} },
    privacy: {
      description: 'Whether answers are private where nobody says otherwise',
      options: {
        'private-answers': 'True: answers are shown only to whoever asked, unless they say private:false',
      },
    },
    channels: {
      description: 'Where the bot may answer in public',
      allow: {
        description: 'Answer in public in this channel, and elsewhere only in others that are allowed',
        options: { channel: 'The channel, with its threads' },
      },
      forbid: {
        description: 'Answer only in private in this channel again',
        options: { channel: 'A channel that was allowed' },
      },
      anywhere: { description: 'Answer in public in every channel again', options: {} },
      noneNamed: 'No channel has been named yet. First allow those where the bot may answer in public.',
    },
    publications: {
      description: 'Which publications this server sees',
      allow: {
        description: 'Show articles of this publication, and of others only where they are allowed',
        options: { publication: 'A publication of the archive' },
      },
      forbid: {
        description: 'No longer show articles of this publication',
        options: { publication: 'A publication that was allowed' },
      },
      all: { description: 'Show the articles of every publication again', options: {} },
      noneNamed: 'No publication has been named yet. First allow those that this server is to see.',
      unknown: 'The archive has no publication of that name. Pick one from the list.',
    },
    title: 'Settings of this server',
    saved: 'Saved. These are the settings of this server now.',
    onlyInServers: 'This works only in a server.',
    tooMany: (most: number) => `There is room for ${most}. Take one out first.`,
    more: (count: number) => `and ${count} more`,
    labels: {
      privacy: 'Answers',
      channels: 'Answers in public',
      publications: 'Publications that are shown',
    },
    privateByDefault: 'Private: only whoever asked sees them, unless they say `private:false`.',
    publicByDefault: 'Public, unless whoever asks says `private:true`.',
    anywhere: 'In every channel.',
    nowhere: 'Nowhere: every answer is private.',
    everyPublication: 'All of the archive.',
    noPublication: 'None: the archive looks empty here.',
  },
  follow: {
    description: 'Tell a channel what is new of a person or about a topic (for those who manage it)',
    person: {
      description: 'Post new quotations of a person when the archive is reloaded',
      options: { person: 'Whose words', channel: 'Where to post; here unless you say otherwise' },
    },
    topic: {
      description: 'Post new passages about a topic when the archive is reloaded',
      options: { topic: 'A topic or a question', channel: 'Where to post; here unless you say otherwise' },
    },
    list: { description: 'Show what this server follows', options: {} },
    stop: { description: 'Stop following', options: { follow: 'What to stop' } },
    kinds: { person: 'Quotations', topic: 'Passages' },
    /** A choice while typing. */
    choice: (kind: string, what: string, id: number) => `${kind}: ${what} (no. ${id})`,
    line: (kind: string, what: string, channel: string) => `${kind}: ${what} → ${channel}`,
    begun: 'Following. New ones are posted after a reload.',
    stopped: 'No longer following.',
    title: 'What this server follows',
    none: 'This server follows nothing.',
    unknown: 'This server does not follow that. Pick from the list.',
    paused: {
      gone: 'paused: the channel is gone',
      forbidden: 'paused: the bot may not post there',
      'not-public': 'paused: no public answers there (/server channels)',
    },
    again: 'To go on with a paused one, follow it again.',
    tooMany: (most: number) => `A server can follow at most ${most}. Stop one first.`,
    here: {
      title: 'Not for another channel.',
      words: 'Those who manage this channel decide here; for other channels, those who manage the server.',
    },
    notPublic: {
      title: 'Public answers are not allowed there.',
      words:
        'What is new is posted for everybody, and this server lets the bot answer in public in other channels only. Follow this in one of those, or let somebody who manages the server allow this one with /server channels allow.',
    },
    cannot: {
      gone: 'There is no such channel in this server.',
      forbidden: 'The bot cannot see that channel. Give it the rights to see it and to post there.',
      unknown: 'Discord did not answer. Try again.',
    },
    alert: {
      person: (name: string, count: number) => `${counted(count, 'new quotation')} of ${name}`,
      topic: (topic: string, count: number) => `${counted(count, 'new passage')} about ${topic}`,
      how: 'This channel follows this: /follow list',
    },
  },
  timeline: {
    description: 'Show how often, and when, the archive speaks of something',
    options: {
      topic: 'Words that the passages must hold, such as ferry',
      person: 'Only passages that name this person',
      ...narrowing,
      private: 'Show the timeline only to me',
    },
    none: 'The archive does not speak of this.',
    why: {
      'empty-archive': 'It holds no articles.',
      'empty-topic': 'There is nothing in the topic to search for.',
      'no-match': 'No passage holds all of these words. Try fewer of them, or ask a question.',
      'nothing-in-filter': 'No article fits the filters.',
      'unknown-person': 'Nobody of that name is in the archive.',
    },
    /** A month, a year, a decade or a century, by its first day. */
    period: {
      month: (day: string) => month(day, 'long'),
      year: (day: string) => day.slice(0, 4),
      decade: (day: string) => `${day.slice(0, 4)}s`,
      century: (day: string) => `${day.slice(0, 4)}–${day.slice(0, 2)}99`,
    },
    every: {
      month: 'Articles by month',
      year: 'Articles by year',
      decade: 'Articles by decade',
      century: 'Articles by century',
    },
    /** The same, short enough for a chart. */
    short: { month: (day: string) => month(day, 'short') },
    /** How many of how many; `first` and `last` are periods. */
    dated: (articles: number, of: number, first: string, last: string) =>
      `${first === last ? first : `${first} to ${last}`}: ${articles} of ${counted(of, 'article')} ${articles === 1 ? 'speaks' : 'speak'} of it`,
    undated: (articles: number, of: number) => `without a date: ${articles} of ${counted(of, 'article')}`,
    passages: (count: number) => counted(count, 'passage'),
    inArticle: (passages: number) => `one of ${passages} passages there`,
    chart: (topic: string) => `Articles that speak of “${topic}”`,
    /** What the chart is for those who do not see it; `counts` is a list. */
    alt: (title: string, first: string, last: string, counts: string) =>
      `Bar chart. ${title}, ${first} to ${last}. ${counts}; none in between.`,
    altMore: (count: number) => `${count} more with fewer articles each`,
    noArticles: 'no articles at all',
    /** Markdown. */
    noChart: (id: string) =>
      `The chart could not be drawn. If it happens again, give an admin this code: \`${id}\``,
  },
  help: {
    description: 'Show what you can ask, with examples from this archive',
    options: {},
    heading: 'What you can ask',
    intro: (articles: number) =>
      `This archive holds ${counted(articles, 'article')}. Every answer is a passage of them, word for word, with its source.`,
    example: (typed: string) => `For example: ${typed}`,
    kinds: {
      everybody: 'For everybody',
      message: 'On any message, in its menu under Apps',
      admin: 'For those who manage the server',
    },
    page: (range: string, total: number) => `Commands ${range} of ${total}`,
  },
};
