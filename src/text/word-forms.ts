/** Lines of "base other other": forms that a stemmer cannot bring together. All folded. */
const FORMS = `
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
begin began begun
bend bent
bet bets
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
come came
creep crept
deal dealt
die died dying dies death deaths dead
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown flies flight flights
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone goes
grow grew grown growth
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known knowledge
lay laid
lead led
lean leant
learn learnt
leave left
lend lent
lie lay lain lying
light lit
lose lost loss losses
make made
mean meant
meet met
pay paid
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said says
see saw seen
seek sought
sell sold sale sales
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung song songs
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken speech speeches
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
strike struck stricken
string strung
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
win won winner winners
wind wound
withdraw withdrew withdrawn withdrawal
write wrote written
man men
woman women
child children
foot feet
tooth teeth
goose geese
mouse mice
person people persons
wife wives
life lives
knife knives
leaf leaves
half halves
wolf wolves
thief thieves
army armies
crisis crises
analysis analyses
basis bases
criterion criteria
phenomenon phenomena
medium media
bacterium bacteria
height high highest
length long longest
width wide
depth deep deepest
strength strong strongest
choice choices
belief believe believes believed beliefs
proof prove proved
death
birth born
marry married marriage marries
arrive arrived arrival arrives
`;

const bases = new Map<string, string>();
for (const line of FORMS.trim().split('\n')) {
  const [base, ...others] = line.split(' ');
  if (base) for (const other of others) if (!bases.has(other)) bases.set(other, base);
}

/** The base form of an irregular word ("wrote" gives "write"); any other word comes back as it is. */
export function baseForm(word: string): string {
  return bases.get(word) ?? word;
}
