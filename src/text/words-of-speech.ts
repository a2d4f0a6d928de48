/** How a word of speech is inflected: "says/said", "saying", "(to) say". */
export type SpeechForm = 'finite' | 'gerund' | 'base';

/**
 * What a verb tells about the words quoted beside it:
 * - `speech`: its subject utters the words ("said", "wrote")
 * - `judgement`: its subject names or judges something in words ("called", "described", "slammed")
 */
export type SpeechVerb = { base: string; form: SpeechForm; past: boolean; strength: 'speech' | 'judgement' };

// Regular verbs are inflected below; a colon lists the past (and the participle where it differs).
const SPEECH = `
  say:said tell:told write:wrote:written speak:spoke:spoken add ask reply respond answer note explain argue claim continue insist declare
  state announce recall warn admit acknowledge concede quip joke shout yell scream whisper mutter remark observe comment conclude
  contend maintain assert allege suggest stress emphasize emphasise predict promise pledge vow urge boast brag complain lament
  confess deny testify report reveal wonder muse exclaim interject retort counter snap agree chant sing:sang:sung read:read recite opine
  fume gush deadpan recount reiterate repeat reflect demand beg plead caution advise assure inform remind propose tweet retweet
  post blog text email message write-in bellow bark roar cry growl groan sigh laugh smile grin shrug rage vent declaim intone
  proclaim profess pronounce recommend request summarize summarise volunteer venture theorize theorise speculate reason surmise
  quote cite confide divulge elaborate clarify confirm enthuse grumble grouse gripe hint imply indicate instruct interrupt
  lecture mention murmur object offer order point preach protest query question rejoin relate shoot:shot sneer snarl stammer
  swear:swore:sworn tease threaten thunder toast tout tut urge warble advise believe think:thought hope fear concur affirm allow
  attest begin:began:begun bemoan blurt challenge chide chime contest croak crow dictate disclose drawl echo estimate expound forecast
  foresee:foresaw:foreseen guess hiss holler howl inquire enquire jest jibe lie moan opine pine ponder posit postulate pray press prod quiz recap
  scoff scold scrawl shriek sob spit:spat sputter stipulate stutter taunt utter whine yelp tell-off counter-claim conjecture rant
  disagree charge start react fire weigh chip crack remember realize realise worry fret despair beam chuckle giggle gasp vouch summarize counter
  aver rail marvel apologize apologise gloat insinuate signal
`;
const JUDGEMENT = `
  call describe criticize criticise accuse blast condemn praise denounce dismiss label brand deride slam compare liken refer
  characterize characterise blame attack mock hail decry defend express voice portray depict thank encourage lambast lambaste
  lash rip ridicule rate rebuke reject advocate bash champion castigate cheer chastise commend congratulate credit deem disparage
  dub excoriate extol knock laud lampoon name oppose pan paint:painted pillory tell-of deplore berate assail applaud admonish address
  invoke introduce urge outline warn-of cast:cast skewer savage trash welcome forbid:forbade:forbidden emphasise foretell:foretold
  call-out commit term flay
`;
/** Verbs whose object is whoever is spoken to ("told Lee"): a name after one of them hears and does not speak. */
export const ADDRESSING_VERBS = new Set(
  'tell ask inform advise urge warn assure remind beg implore thank question address instruct press challenge pray message text email'.split(
    ' ',
  ),
);

/** Nouns that stand for somebody's words: "Clinton's allegation that …". */
export const SPEECH_NOUNS = new Set(
  `statement claim allegation comment comments remark remarks tweet tweets words description assertion warning promise vow pledge
  call speech letter email e-mail post message question answer accusation contention suggestion declaration admission complaint
  criticism argument insistence quote quip joke slogan reply response assessment view phrase boast plea demand announcement
  observation prediction rant characterization characterisation testimony apology address claims allegations accusations pronouncement
  op-ed essay column memoir book interview note memo motto mantra conclusion opinion belief line`.split(
    /\s+/,
  ),
);

function forms(base: string): { s: string; past: string; gerund: string } {
  const consonantY = /[^aeiou]y$/.test(base);
  const s = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  const past = consonantY ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`;
  const gerund = base.endsWith('ie')
    ? `${base.slice(0, -2)}ying`
    : /[^eoy]e$/.test(base)
      ? `${base.slice(0, -1)}ing`
      : `${base}ing`;
  return { s, past, gerund };
}

// A short vowel doubles the last consonant: "quipped", "admitting".
const DOUBLED = new Set(
  'aver hit quip admit rap slam snap chat jab nod rip pan brag dub knit beg rebut commit refer begin forbid prod recap quiz tut sob spit'.split(
    ' ',
  ),
);

/** Every form of a verb as the lists above give it, first forms first. */
function inflect(entry: string, strength: SpeechVerb['strength']): [string, SpeechVerb][] {
  const [base = '', irregular, participle] = entry.split(':');
  const regular = forms(DOUBLED.has(base) ? base + base.slice(-1) : base);
  const past = irregular ?? regular.past;
  return [
    [past, { base, form: 'finite', past: true, strength }],
    [participle ?? past, { base, form: 'finite', past: true, strength }],
    [forms(base).s, { base, form: 'finite', past: false, strength }],
    [regular.gerund, { base, form: 'gerund', past: false, strength }],
    [base, { base, form: 'base', past: false, strength }],
  ];
}

/** Every form of the regular verbs of a list, with the past of others after a colon ("hear:heard"). */
export const formsOf = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap((entry) => inflect(entry, 'speech').map(([word]) => word)),
  );

function table(): Map<string, SpeechVerb> {
  const verbs = new Map<string, SpeechVerb>();
  for (const [list, strength] of [
    [SPEECH, 'speech'],
    [JUDGEMENT, 'judgement'],
  ] as const)
    for (const entry of list.trim().split(/\s+/))
      for (const [word, verb] of inflect(entry, strength)) if (!verbs.has(word)) verbs.set(word, verb);
  return verbs;
}
const VERBS = table();

// Forms that are nouns at least as often: "his claims", "the reports".
const NOUN_FORMS = new Set(
  `claims reports calls comments remarks notes questions answers promises demands offers attacks names quotes tweets posts blogs
  emails messages texts states requests hopes thoughts fears orders lectures objects protests proposals projects forecasts hints
  guesses volunteers grins smiles laughs sighs replies responses rules vows pledges boasts complaints addresses credits labels brands
  champions mentions estimates reveals echoes whispers shouts cries jokes quips doubts threats jests gripes rants boards shoots
  rates terms blames toasts urges pans casts counters charges signals lies shots advocates`.split(/\s+/),
);

/** True for a form that can hardly be anything but a verb with a subject: "said", "says", not "claims". */
export function isPlainVerb(word: string): boolean {
  const verb = VERBS.get(word);
  return verb?.form === 'finite' && (verb.past || !NOUN_FORMS.has(word));
}

// Verbs that tell of speech with the word after them alone: "hit back at Lee, saying", "went after Lee as “…”".
const PHRASES = new Map(
  (
    [
      ['go:went:gone', 'after', 'judgement'],
      ['hit:hit', 'back', 'speech'],
      ['hit:hit', 'out', 'speech'],
      ['lash', 'out', 'speech'],
      ['fire', 'back', 'speech'],
      ['shoot:shot', 'back', 'speech'],
      ['clap:clapped', 'back', 'speech'],
    ] as const
  ).flatMap(([entry, after, strength]) =>
    inflect(entry, strength)
      .reverse()
      .map(([word, verb]): [string, SpeechVerb] => [`${word} ${after}`, verb]),
  ),
);

/** The verb of speech that two lower-case words in a row are a form of, if they are: "hit back". */
export const phraseVerb = (word: string, next: string): SpeechVerb | undefined =>
  PHRASE_ENDS.has(next) ? PHRASES.get(`${word} ${next}`) : undefined;
const PHRASE_ENDS = new Set(['after', 'back', 'out']);

/** The verb of speech that a lower-case word is a form of, if it is one. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return VERBS.get(word);
}
