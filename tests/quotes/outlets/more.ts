/**
 * More invented articles, in the manner of outlets of many kinds. After the closing mark of each quotation stands who said it:
 * {Ann Lee}, {-} for a source that nobody could look up, {} for marks that quote nobody.
 */
export const MORE = {
  'a press agency abroad': `ARLBURG, March 4 (Reuters) - Arland's central bank kept interest rates on hold on Thursday, and its governor, Ilse Brockmann, said it was "too early to declare victory"{Ilse Brockmann} over inflation.

Brockmann told a news conference that prices were still rising faster than the bank would like.

"We will not be rushed,"{Ilse Brockmann} she said. "The job is not finished."{Ilse Brockmann}

The decision surprised markets. "I think they have made a mistake,"{Tomasz Wilk} said Tomasz Wilk, chief economist at Baltic Capital in Gdynia.

"The economy is slowing and they are looking in the mirror,"{Tomasz Wilk} Wilk wrote in a note to clients.

Two of the bank's nine board members voted for a cut. One of them, Karin Adler, has called the current level of rates "punishing"{Karin Adler}.

Finance Minister Dieter Falk declined to comment on the decision but said that he had "full confidence"{Dieter Falk} in Brockmann.

"The governor knows what she is doing,"{Dieter Falk} he told reporters.

A source familiar with the matter said the minister was "furious in private"{-}.`,

  'an American sports page': `Hawks hold on as Delgado's late three sinks Comets

MARLOW — The shot was short. Everybody in the building knew it. Then it bounced off the back rim, rolled around twice and fell.

"I was already running back on defense,"{Marcus Delgado} Marcus Delgado said. "I heard the crowd and I thought, no way."{Marcus Delgado}

Way. Delgado scored 31 points, including the winning 3-pointer with 1.2 seconds left, and the Hawks beat the Comets 104-102 on Tuesday night.

"He's a killer,"{Reggie Stokes} coach Reggie Stokes said. "I don't draw it up for anybody else."{Reggie Stokes}

Comets guard Tyrell Boone had 28 points but missed a free throw with 9 seconds to go.

"That's on me,"{Tyrell Boone} said Boone, a 91 percent shooter. "I've got to make that. I'll be thinking about it all summer."{Tyrell Boone}

Stokes had praise for Boone, too. "That young man is going to be special,"{Reggie Stokes} the coach said.

The Comets' coach, Bill Farrow, got a technical foul in the third quarter for what he called "speaking the truth."{Bill Farrow}

Asked what he had said to the official, Farrow smiled. "I asked him how his family was,"{Bill Farrow} he said.

Delgado's mother, Rosa, watched from the second row. "I closed my eyes,"{Rosa Delgado|Rosa|-} she said.`,

  'a Guardian-like politics piece': `Labour rebels threaten to vote down ‘cruel’{} benefit cuts

Downing Street was scrambling to contain a growing rebellion on Tuesday as more than 40 MPs signed a letter calling the planned benefit cuts “cruel and unworkable”{-}.

Marian Pugh, the MP for Stanmoor East who organised the letter, said ministers “simply aren’t listening”{Marian Pugh}.

“I’ve had people in tears in my surgery,”{Marian Pugh} she said. “They aren’t scroungers. They’re frightened.”{Marian Pugh}

But the work and pensions secretary, Callum Rudge, insisted there would be no retreat. Speaking on the Today programme, he said: “We owe it to taxpayers to get this right. I don’t think anyone would say that the system works.”{Callum Rudge}

Asked whether he had read the letter, Rudge said he had “seen reports of it”{Callum Rudge}.

One minister said the mood in the tea room was “mutinous”{-}. Another described the chief whip’s efforts as “like herding wasps”{-}.

The prime minister’s spokesperson said: “The prime minister is clear that these reforms are necessary.”{-}

Disability charities welcomed the letter. Joanna Kettle, chief executive of Able, said the cuts would push thousands into poverty, adding: “No government that calls itself decent should do this.”{Joanna Kettle}

Pugh, who was first elected in 2010, said she had never voted against her party before. “I didn’t come into politics to make poor people poorer,”{Marian Pugh} she said.

Rudge is due to meet the rebels on Wednesday. “My door is always open,”{Callum Rudge} he said.`,

  'a local American newspaper': `Council splits over downtown parking meters

The Spring City Council voted 4-3 on Monday to bring back parking meters downtown, over the objections of merchants who said the move would "kill Main Street."{-}

Councilwoman Patty Ostrander, who proposed the meters, said the city needed the money.

"We've got a $2 million hole in the budget,"{Patty Ostrander} Ostrander said. "I'd rather have quarters than layoffs."{Patty Ostrander}

Mayor Gus Heineman, who voted against the plan, was not convinced. "You don't fix a budget by scaring off shoppers,"{Gus Heineman} he said.

Councilman Leroy Tibbs sided with the mayor, calling the meters "a tax on haircuts."{Leroy Tibbs}

More than 50 people spoke during a public hearing that lasted past midnight.

"My customers are elderly,"{Wanda Kowalczyk} said Wanda Kowalczyk, who has owned the Corner Bakery for 31 years. "They aren't going to download an app."{Wanda Kowalczyk}

Dale Hutchins, the owner of a hardware store on Main Street, held up a jar of quarters. "Take it,"{Dale Hutchins} he told the council. "It's what I'll have left."{Dale Hutchins}

City Manager Ellen Vasquez-Hart said the meters could be installed by June. She said that the new machines are "a lot smarter than the ones we took out."{Ellen Vasquez-Hart}

In an email, a spokeswoman for the company that makes the machines said it was "excited to partner with Spring City."{-}

Kowalczyk said she will fight on. "We're not done,"{Wanda Kowalczyk} she said.`,

  'a health story from a public broadcaster': `Why a tiny hospital stopped sending bills

When Dr. Susan Amadi opened the envelope, she thought it was a mistake.

"It said the hospital owed itself $11,"{Susan Amadi} Amadi says. "I laughed until I realized that we had sent a thousand of these."{Susan Amadi}

So Amadi, who runs the 14-bed hospital in Tule, Nev., did something that almost no hospital does. She stopped billing patients for anything under $100.

"It costs us $25 to send a bill,"{Susan Amadi} she says. "You do the math."{Susan Amadi}

Not everyone was on board. "I told her that she was crazy,"{Pete Lindgren} says Pete Lindgren, the hospital's chief financial officer. "I still tell her."{Pete Lindgren}

But the numbers surprised him. Collections went up. "People pay when they aren't angry,"{Pete Lindgren} he says with a shrug.

Hospital billing is "broken from top to bottom,"{Lorraine Beaufort} according to Lorraine Beaufort, a professor of health policy at Calder Tech. She studied 300 rural hospitals and found that small bills lost money at nearly all of them.

"The system runs on habit,"{Lorraine Beaufort} Beaufort says.

Rancher Jim Etcheverry, 66, got one of the last small bills. It hangs, framed, in his kitchen. "Seven dollars and ten cents,"{Jim Etcheverry} he says. "I never paid it."{Jim Etcheverry}`,

  'a Hindi-belt city page': `Lucknow: Doctors end strike after talks with minister

Junior doctors at King's Medical College called off their three-day strike on Friday after health minister Brijesh Tripathi assured them that their demands "would be considered sympathetically"{Brijesh Tripathi}.

"We have got the assurance in writing,"{Sana Qureshi} Dr Sana Qureshi, president of the Resident Doctors' Association, told TOI. "If it is not honoured, we will be back on the road."{Sana Qureshi}

Dr Qureshi said that the strike had hit OPD services, but emergency was not affected.

Patients heaved a sigh of relief. "I had come from Gonda with my son and had to sleep on the pavement for two nights,"{Ram Dulari} said Ram Dulari (45).

Speaking on condition of anonymity, a senior faculty member said, "The government woke up only when the matter reached the court."{-}

Reacting to the development, Samajik Party chief Akhil Rawat tweeted, "The minister has insulted the doctors. He should apologise."{Akhil Rawat}

Hitting out at Rawat, BKP leader Sunita Maurya said, "Those who ruined the hospitals should not lecture us."{Sunita Maurya}

Tripathi, on his part, said the government was "committed to the welfare of doctors"{Brijesh Tripathi}. "There is no need for politics here,"{Brijesh Tripathi} he added.

According to Principal Secretary (Health) A.K. Bansal, the backlog of surgeries "will be cleared in a week"{A.K. Bansal}.`,

  'an entertainment page': `Halle Devereux on Playing a Villain: ‘I Finally Get the Good Lines’{Halle Devereux|nothing}

Halle Devereux has played three queens, two nuns and a ghost. In “The Salt Road,”{} out Friday, she plays a murderer.

“I finally get the good lines,”{Halle Devereux} Devereux tells The Lantern over breakfast in Marl. “Nice people never get to say anything.”{Halle Devereux}

The film, directed by Kofi Antwi-Boasiako, was shot in 31 days in the desert. “It was 115 degrees and she never took off the coat,”{Kofi Antwi-Boasiako} the director says. “I wanted to give her a medal.”{Kofi Antwi-Boasiako}

Devereux laughs when she hears this. “He wanted to give me a medal? He gave me heatstroke.”{Halle Devereux}

Her co-star, Ji-woo Han, calls her “the funniest serious person alive.”{Ji-woo Han}

“Between takes she would do bird impressions,”{Ji-woo Han} he says.

Next year Devereux will star in “Widow’s Walk,”{} a comedy.

“I play a lighthouse keeper,”{Halle Devereux} she says. “It’s the most glamorous part I’ve ever had.”{Halle Devereux}`,

  'a page of opinion and letters to the editor of another country': `Ferry deaths: inquiry opens with apology from operator

The chief executive of the ferry company whose ship sank off Marl with the loss of 23 lives has told an inquiry that he will carry the guilt "to the grave"{-}.

Stuart Mackie wept as he gave evidence on the first day of the hearing.

"I signed the certificate,"{Stuart Mackie} he said. "Nobody else did. I did."{Stuart Mackie}

Counsel to the inquiry, Fiona Drummond KC, asked him whether he had been warned about the bow door.

"Twice,"{Stuart Mackie} Mr Mackie replied.

Ms Drummond then read out an email from the ship's engineer in which he said the door was "an accident waiting to happen"{-}.

"What did you do when you got it?"{Fiona Drummond} she asked.

Mr Mackie said that he had forwarded it to a colleague.

Outside, the families held up photographs. Moira Sim, whose brother Alec drowned, said the apology was "22 years too late"{Moira Sim}.

"He can cry all he wants,"{Moira Sim} she said. "I've done my crying."{Moira Sim}

The inquiry's chair, Lord Strachan, said he would be "fearless in the pursuit of the truth"{Lord Strachan|Strachan}.

It continues.`,
};
