const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that carry grammar and no meaning of their own; folded. They are neither indexed nor searched for. */
export const STOP_WORDS = words(`
  a an the and or but nor if then than so because as while though although that this these those
  of in on at by for with from to into onto upon about over under between through during against
  after before since until per via off out up down within without among across toward towards
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  myself yourself himself herself itself themselves ourselves
  who whom whose which what when where why how whether there here
  am is are was were be been being do does did done doing have has had having
  will would shall should can could may might must cannot
  not no yes any some all each every both either neither other another such own same
  very too also just only even ever again more most much many few less least rather quite yet still
  one ones s t d ll re ve m don didn doesn isn wasn aren weren hasn haven hadn won wouldn couldn shouldn
  dont didnt doesnt isnt wasnt arent werent hasnt havent hadnt wouldnt couldnt shouldnt im ive
  etc eg ie
`);

/** Words that help to ask and say little about what is asked; folded. They count for less. */
export const ASKING_WORDS = words(`
  name names named call called known kind kinds type types sort sorts form
  tell give list describe explain define mean means meaning term word
  example examples following mentioned mention according article articles report reported reports
  please know happen happened happens happening occur occurred thing things something someone anyone people person
  get got make made take took use used way become became part
`);

/** Words for speaking: "what did X say about Y" asks for words, not for the word "say"; folded. */
export const SAYING_WORDS = words(`
  say says said saying tell tells told telling state states stated speak speaks spoke spoken talk talks talked
  comment comments commented think thinks thought claim claims claimed quote quoted remark remarked
`);

const NEGATIONS = words(`
  not no never without non cannot neither nor none nothing nobody isnt wasnt arent werent dont didnt doesnt hasnt
  havent hadnt cant wont couldnt wouldnt shouldnt isn wasn aren weren don didn doesn hasn haven hadn couldn wouldn
`);

/** Whether a folded word denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}
