const set = (words: string) => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(
  'the a an this that these those his her their its our my your some any no each every another one two three four five six seven eight nine ten several many most both all few other such',
);
export const PREPOSITIONS = set(
  'of for from with in at on to by about into over under after before during between among against without within near outside inside through across behind beyond around like via per despite toward towards upon off amid throughout alongside following including upon',
);
export const CONJUNCTIONS = set('and or but nor yet so');
/** Words that open a clause of their own. */
export const SUBORDINATORS = set(
  'that because while when whenever if though although as since unless until where whereas after before once whether how why what than',
);
export const RELATIVES = set('who which whom whose that');
export const PRONOUNS = set('he she they it i we you who him her them us me himself herself themselves');
export const SUBJECT_PRONOUNS = set('he she they it i we you');
export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did will would can could may might shall should must 'd ’d 'll ’ll 've ’ve 're ’re didn't didn’t don't don’t doesn't doesn’t wasn't wasn’t hasn't hasn’t haven't haven’t hadn't hadn’t wouldn't wouldn’t won't won’t can't can’t couldn't couldn’t ain't isn't isn’t aren't aren’t",
);
export const BE = set('is are was were be been being am get gets got getting');
/** Adverbs that stand between a subject and its verb, beside every word in -ly. */
export const ADVERBS = set(
  'also later then not never ever even still just once again often always sometimes soon now recently first last further instead too almost only twice thus meanwhile nevertheless nonetheless however perhaps already since long yesterday today tomorrow simply right flat back more much',
);
export const DAYS_AND_MONTHS = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb aug sept oct nov dec mon tue wed thu fri sat sun',
);
/** Words with a capital only because a sentence starts with them; none of them starts a name. */
export const SENTENCE_OPENERS = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...SUBORDINATORS,
  ...RELATIVES,
  ...PRONOUNS,
  ...AUXILIARIES,
  ...ADVERBS,
  ...set(
    "there here yes well oh ok okay asked according speaking earlier elsewhere either neither please perhaps let let’s let's according given despite besides moreover furthermore indeed additionally finally eventually ultimately unlike ahead along apart back part part-time photo image read more video watch update exclusive opinion analysis editor editor’s maybe thanks hi hello dear whatever whoever wherever 's ’s said says added told nobody everybody everyone someone somebody anyone anybody nothing something everything people sources officials critics supporters experts researchers scientists police neither nor",
  ),
]);
/** Verbs that are no cue but end a noun phrase; with the words in -ed, those that matter most. */
export const COMMON_VERBS = set(
  'went goes go came comes come took takes take made makes make gave gives give got gets get won wins win lost loses lose led leads lead ran runs run met meets meet held holds hold kept keeps keep put puts saw sees see knew knows know thought felt feels feel left leaves leave became becomes become brought brings sent sends send spent built stood stands found finds find began begins grew grows fell falls rose rises drew draws drove sat sits set sets hit hits cut cuts let lets want wants wanted need needs needed seem seems seemed appear appears look looks use uses used work works play plays live lives help helps show shows include includes try tries turn turns start starts seek seeks sought fought fights fight faces remain remains means mean allow allows',
);
