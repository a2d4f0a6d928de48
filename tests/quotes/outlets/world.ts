/**
 * Invented articles in the manner of outlets elsewhere. After the closing mark of each quotation stands who said it:
 * {Ann Lee}, {-} for a source that nobody could look up, {} for marks that quote nobody.
 */
export const WORLD = {
  'an agency report': `MARLOW, Ohio (AP) — A jury on Friday awarded $12 million to a nurse who said a hospital fired her for reporting unsafe staffing, a verdict her lawyer called “a victory for every patient in the state.”{-}

Deborah Kinsella, 47, sued Marlow General Hospital in 2017 after she lost her job of 19 years.

“I just wanted somebody to listen,”{Deborah Kinsella} Kinsella said after the verdict, wiping away tears. “Today twelve people listened.”{Deborah Kinsella}

Her attorney, Samuel Okafor-Reyes, said the hospital had treated Kinsella “like a problem to be managed.”{Samuel Okafor-Reyes}

The hospital plans to appeal. In a statement, it said it was “disappointed by the verdict”{-} and “remains committed to the safety of patients and staff.”{-}

During the three-week trial, the hospital’s chief executive, Warren Tull, testified that Kinsella was let go for what he described as “repeated insubordination.”{Warren Tull}

Asked by Okafor-Reyes whether he had read her complaints, Tull answered: “I don’t recall.”{Warren Tull}

Juror Anne Marie Dubois said the emails decided it for her.

“They knew,”{Anne Marie Dubois} Dubois said. “You can’t read those and think they didn’t know.”{Anne Marie Dubois}

State Rep. Luther Banning, a Republican who has sponsored a bill to protect nurses, applauded the verdict. “It’s long past time,”{Luther Banning} he said.

The Ohio lawmaker said he would bring his bill back in January. “And this time,”{Luther Banning} he added, “I think we have the votes.”{Luther Banning}`,

  'an Indian daily': `Bridge collapse: Opposition seeks Minister’s resignation

NEW DELHI: The Opposition on Monday demanded the resignation of Transport Minister Harish Chandra Rawal over the collapse of a bridge in Sundarpur that claimed 11 lives, even as the Minister said a probe had been ordered.

“The guilty will not be spared,”{Harish Chandra Rawal} Mr. Rawal told reporters here. “I have asked for a report within a week.”{Harish Chandra Rawal}

Leader of the Opposition Smt. Kamala Devi Iyer termed the incident “a man-made disaster”{Kamala Devi Iyer} and alleged that the contractor had been “shielded at the highest level”{Kamala Devi Iyer}.

“Why was the bridge opened without a safety certificate? Whose pockets were lined?”{Kamala Devi Iyer} she asked.

Hitting back, ruling party spokesperson Vikram Sethi said the Opposition was “doing politics over dead bodies”{Vikram Sethi}.

Speaking to The Courier, Sundarpur Collector R. Meenakshi said rescue operations were over. “All the injured are stable,”{R. Meenakshi} she said, adding that the kin of the deceased would get Rs. 5 lakh each.

Superintendent of Police K.S. Balan said a case had been registered. “We have detained two engineers for questioning,”{K.S. Balan} he informed.

An eyewitness, Ramesh, said the bridge shook before it fell. “There was a loud sound, like a blast,”{Ramesh} he recalled.

The Chief Minister, who visited the injured, said that “strict action”{-} would follow.`,

  'a science release': `Moss that survives boiling holds clues to life elsewhere

A moss found beside a hot spring in Iceland can survive an hour in boiling water, according to a study published on Thursday in the journal Thermal Biology.

“We honestly thought the thermometer was broken,”{Astrid Halvorsen} said lead author Astrid Halvorsen, a botanist at the University of Northmoor. “No plant should be able to do this.”{Astrid Halvorsen}

The team, led by Halvorsen and Chen Wei-Ling of the Institute for Extreme Life in Taichung, boiled 40 samples and planted what was left.

“Thirty-eight grew back,”{Chen Wei-Ling} said Chen, who ran the experiments. “We repeated it nine times because nobody believed us.”{Chen Wei-Ling}

The secret appears to be a sugar that the team has named “thermose”{}, which wraps each cell in a kind of glass.

Other scientists were impressed. “It’s a beautiful piece of work,”{Bartholomew Quist} said Bartholomew Quist, a biochemist at Calder Tech who was not involved in the study. But he cautioned that it was “a long way from moss to Mars.”{Bartholomew Quist}

Halvorsen agrees. “We’re not saying there’s moss on Mars,”{Astrid Halvorsen} she says. “We’re saying that life is more stubborn than we thought.”{Astrid Halvorsen}

Co-author Juan Pablo Ibarra added: “The next question is whether we can teach the trick to wheat.”{Juan Pablo Ibarra}`,

  'an interview in questions and answers': `‘A recipe is a letter’: five questions for Ines Castelao

Ines Castelao has cooked for presidents and for prisoners. The chef, whose third book is out this week, spoke to Lena Brandt.

Q: You have said that a recipe is a letter. To whom?

“To whoever is hungry. You write it down for somebody you may never meet.”{-}

Q: Your critics say the new book is too simple.

“They are right, and I am proud of it,”{Ines Castelao} Castelao says, laughing. “Simple is what is left when you have thrown away the rest.”{Ines Castelao}

Asked about the restaurant that she closed in 2015, Castelao shakes her head. “I don’t miss it for one minute,”{Ines Castelao} she says. “My husband does. He misses the bread.”{Ines Castelao}`,

  'an American political daily': `Governor’s race tightens as Holloway and Pruitt trade barbs

SPRING CITY — With nine days to go, Attorney General Denise Holloway and businessman Clay Pruitt traded insults on Sunday at the last debate of the governor’s race.

Pruitt, a Republican who made his fortune in storage units, opened by calling Holloway “a career politician who never met a tax she didn’t like.”{Clay Pruitt}

The Democrat shot back that Pruitt was “a landlord for other people’s junk.”{-}

Holloway went after Pruitt for his bankruptcies as “a man who leaves others with the bill.”{Denise Holloway}

“I have built something,”{Clay Pruitt} the businessman responded. “What has she built, besides a résumé?”{Clay Pruitt}

Pruitt also had a warning for undecided voters: “If she wins, the jobs go with her.”{Clay Pruitt}

Pruit later told reporters that he was “the happiest man in the state.”{Clay Pruitt}

“She looked rattled,”{Clay Pruitt} he said.

Holloway’s campaign manager, Teresa Vance, disagreed. “Denise looked like a governor tonight,”{Teresa Vance} Vance said in an email.

Not everyone was pleased. “They’re both awful,”{Ed Lomax} said Ed Lomax, 71, a retired mail carrier who watched from the third row.

The attorney general was reported to have said in private that Pruitt was “not a serious person.”{Denise Holloway}

A moderator asked whether either would concede. Neither did.

“Ask me on election night,”{Denise Holloway} Holloway said.`,

  'a business page': `Tandem Foods to cut 900 jobs as sales slide

Tandem Foods, the maker of Crunchies cereal, said on Tuesday that it would cut 900 jobs and close its plant in Ardwick after sales fell for a sixth quarter.

Chief executive Margarethe Olsen said the decision was “painful but unavoidable.”{Margarethe Olsen}

“We have too much capacity and too little growth,”{Margarethe Olsen} Olsen said on a call with analysts. “That can’t go on.”{Margarethe Olsen}

Shares in the company rose 4%. “The market has been waiting for this,”{Nikhil Barua} said Nikhil Barua, an analyst at Portman Hale. “Our only question is why it took so long.”{Nikhil Barua}

The union was less pleased. “Workers are paying for the mistakes of the boardroom,”{Janice Tolliver} its general secretary, Janice Tolliver, said, promising what she called “a fight to the last gate.”{Janice Tolliver}

Ms. Olsen, who took over last year from Peter Brandvold, has promised investors that Tandem will be “smaller, faster and profitable.”{Margarethe Olsen}

Mr. Brandvold, who now chairs a rival, declined to comment. In an interview last year he said that the plant in Ardwick was “the heart of the company.”{Peter Brandvold}

Analysts at Bernhard & Co. wrote in a note that the cuts were “a start, not a plan.”{-}`,

  'an obituary': `Ludmila Horakova, who photographed a revolution, dies at 91

Ludmila Horakova, whose pictures of the crowds in Letna Square became the face of a revolution, died on Sunday at her home in Brno. She was 91.

Her death was confirmed by her son, Petr Horak.

“She never thought of herself as brave,”{Petr Horak} Mr. Horak said. “She thought of herself as in the way.”{Petr Horak}

Ms. Horakova once described her work as “standing still while everybody else ran.”{Ludmila Horakova}

“I was not a fighter,”{Ludmila Horakova} she told an interviewer in 1996. “I had a good coat and a bad camera.”{Ludmila Horakova}

The historian Anton Breyer, who wrote a book about the revolution, said that her picture of a boy with a loaf was “worth more than any speech.”{Anton Breyer}

In her memoir, she wrote of her first husband, the poet Karel Horak, that he “loved mankind and could not stand people.”{Ludmila Horakova}`,

  'a world page': `Talks end without deal as envoy warns of famine

GENEVA — Peace talks broke up on Thursday without a deal, and the United Nations envoy, Amadou Diallo-Keita, warned that time was running out for two million people.

“Every day without a truce is a day without bread,”{Amadou Diallo-Keita} Mr. Diallo-Keita told reporters.

The government’s chief negotiator, General Yusuf al-Rahmani, blamed the rebels. “They came to take photographs,”{Yusuf al-Rahmani} he said. “They didn’t come to make peace.”{Yusuf al-Rahmani}

A rebel spokesman, who goes by the name Abu Tariq, rejected the charge as “the lie of a dying regime.”{Abu Tariq|-}

Foreign Minister Annika Sørensen of Norland, which hosted the talks, said she still had hope. “Doors have closed before and opened again,”{Annika Sørensen} Ms. Sørensen said in a telephone interview.

In Norland’s capital, her predecessor, Lars Eide, was less patient. He called the talks “theatre with a very high ticket price.”{Lars Eide}

The foreign minister said that Mr. Eide “should remember who bought the tickets.”{Annika Sørensen}

Aid groups say 300 people die each week. “We’re burying children,”{Hanna Wolde} said Hanna Wolde, a doctor with Relief Now, by phone from the besieged city of Tarsa. “I have no other words for it.”{Hanna Wolde}`,
};
