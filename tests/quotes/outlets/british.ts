/**
 * Invented articles in the manner of British outlets. After the closing mark of each quotation stands who said it:
 * {Ann Lee}, {-} for a source that nobody could look up, {} for marks that quote nobody.
 */
export const BRITISH = {
  'a broadcaster in paragraphs of one sentence': `Rail bridge repairs 'could take two years'

A rail bridge hit by a lorry could take two years to repair, engineers have warned.

The 150-year-old crossing at Harrow Fold was struck on Tuesday morning.

Network engineer Dilys Pemberton said the damage was "worse than we feared"{Dilys Pemberton}.

"We have found cracks in four of the six arches,"{Dilys Pemberton} she said.

"It is not something we can patch up over a weekend."{Dilys Pemberton}

Local councillor Imran Sheikh-Ali said traders had been "left in the dark"{Imran Sheikh-Ali}.

He told Radio Selby: "Nobody has told us anything. We find out from the papers like everybody else."{Imran Sheikh-Ali}

Mr Sheikh-Ali, who runs a bakery beside the bridge, added that takings were down by half.

"I have had to let two people go,"{Imran Sheikh-Ali} he said.

A spokesperson for the rail operator said it was "sorry for the disruption"{-} and would "keep customers informed"{-}.

'Absolute chaos'

Commuter Gwen Oduya said the replacement buses were "absolute chaos"{Gwen Oduya}.

"My journey used to be 20 minutes. Now it's an hour and a half,"{Gwen Oduya} said the 34-year-old teacher.

"I don't know how long I can carry on."{Gwen Oduya}`,

  'a broadsheet in single marks': `Minister accused of ‘burying’{-} report into care homes

The health minister has been accused of burying a report that found one in five care homes in the north was understaffed.

Philippa Garside, the shadow health minister, said the delay was ‘a disgrace’{Philippa Garside} and called on the government to ‘come clean’{Philippa Garside}.

‘Families don’t want excuses. They want to know that their parents’ homes are safe,’{Philippa Garside} she told the Commons on Wednesday. ‘This minister has had the report on his desk since March.’{Philippa Garside}

Responding, the health minister, Rory Tolland, said he would publish the report ‘in due course’{Rory Tolland} and accused Ms Garside of ‘playing politics with people’s lives’{Rory Tolland}.

‘I’ll take no lessons from the party opposite,’{Rory Tolland} Mr Tolland said, to jeers. ‘It’s their mess that we’re clearing up.’{Rory Tolland}

But Hugh Lyle-Barrett, a former chief inspector of homes who advised the last government, said that the minister was ‘wrong on the facts’{Hugh Lyle-Barrett}.

‘The report was finished in January,’{Hugh Lyle-Barrett} said Mr Lyle-Barrett. ‘I should know. I wrote it.’{Hugh Lyle-Barrett}

One care worker, who asked not to be named, said: ‘We’re told to smile for the inspectors and then it’s back to two of us for 40 residents.’{-}

Carol Ann Whitty, whose mother lives in a home in Stanmoor, said she was not surprised. ‘You see it every visit. There’s never anybody there,’{Carol Ann Whitty} she said.`,

  'a weekend feature': `‘I thought the sea would take me’: the woman who rowed home

When Marnie Tregowan told her sister that she meant to row from Lisbon to Falmouth alone, her sister laughed.

“She thought I’d had too much wine,”{Marnie Tregowan} says Tregowan, stirring a pot of tea in her kitchen in Penryn. “And I had, to be fair.”{Marnie Tregowan}

That was three years ago. Last month the 41-year-old came ashore after 52 days at sea, thinner by two stone and, she says, “a good deal less sure of everything”{Marnie Tregowan}.

Her sister, Jess, is sitting opposite. “I laughed because otherwise I’d have cried,”{Jess Tregowan|Jess} she says.

Tregowan grew up on boats. Her father, a lifeboatman, used to say that the sea was “only ever lending you the day”{-}. It was he who taught her to read a chart; he died when she was 19.

“I talked to him most nights,”{Marnie Tregowan} she says. “You do, out there. You talk to everyone you’ve lost.”{Marnie Tregowan}

Dr Oliver Nwosu, a psychologist at the University of Exmoor who studies solitude, is not surprised. “Isolation does strange things to memory,”{Oliver Nwosu} he tells me over the phone. “People come back with conversations that never happened.”{Oliver Nwosu}

Does Tregowan miss it? She looks out of the window for a long time before she answers.

“Every day,”{Marnie Tregowan} she says.`,

  'a court report': `Accountant who stole £400,000 from church ‘lived a lie’

An accountant who stole more than £400,000 from the church where she sang in the choir has been jailed for four years.

Rosalind Verney, 58, of Mill Lane, Ockbrook, used the money to pay for cruises and a hot tub, Derwent Crown Court heard.

Prosecuting, Alistair Combe KC said that Verney had abused a position of “the very highest trust”{Alistair Combe}.

“She was godmother to the treasurer’s daughter,”{Alistair Combe} he told the court. “She sat beside him every Sunday while she was emptying the account.”{Alistair Combe}

When she was arrested, Verney told officers: “I knew this day would come.”{Rosalind Verney}

In mitigation, Pritti Deshmane said her client was “consumed by shame”{Pritti Deshmane} and had sold her house to repay the money.

Sentencing her, Judge Martin Ellacott said: “You lived a lie. You took from people who would have given you anything had you asked.”{Martin Ellacott}

He added that the case was “as bad as any of its kind”{Martin Ellacott}.

Speaking outside court, the Rev Tobias Finch, the vicar of St Alkmund’s, said that the parish forgave her. “We’ve prayed for Rosalind and we’ll go on praying for her,”{Tobias Finch} he said. “But we’d like the roof fund back.”{Tobias Finch}

Det Con Sally Urquhart, of Derwent Police, described Verney as “calculating”{Sally Urquhart}.`,

  'a match report': `Stanmoor Town 2-1 Ockbrook Rovers: Late Adeyinka header sends Town top

Femi Adeyinka headed a stoppage-time winner as Stanmoor Town came from behind to go top of the league.

Rovers led through Kasper Lund before Tom Brasher levelled from the spot, and the visitors were down to ten men when Adeyinka rose to meet a corner in the 93rd minute.

"That's what dreams are made of,"{Femi Adeyinka} said Adeyinka, who joined from Marl in January. "The lads never stop believing."{Femi Adeyinka}

The Town manager, Derek Pole, was delighted with the response of his players.

"I asked them at half-time whether they wanted it and they gave me the answer,"{Derek Pole} he said. "We were nowhere near it in the first half and I told them so."{Derek Pole}

Pole had a word for his match-winner too. "Femi's a manager's dream,"{Derek Pole} he said. "He's first in every morning and last to leave."{Derek Pole}

His opposite number, Gianluca Serra, was furious with the red card shown to Lund for a second booking.

"It's never a foul,"{Gianluca Serra} said the Italian. "The referee has ruined a good game."{Gianluca Serra}

Serra, whose side have now lost five in a row, was asked about his future.

"Ask the chairman,"{Gianluca Serra} he replied.

Town captain Brasher, meanwhile, urged supporters not to get carried away: "It's only November. Nobody's won anything in November."{Tom Brasher}`,

  'a tabloid': `STRICTLY star Bella Crane has blasted trolls who called her "too old"{-} to dance.

The 52-year-old actress told fans she was "done with being nice about it"{Bella Crane}.

In a post on Instagram she wrote: "To everyone who thinks a woman should hang up her heels at 50, watch me."{Bella Crane}

Her dance partner Luca Ferri, 29, leapt to her defence, saying: "Bella works harder than people half her age."{Luca Ferri}

A source close to the show told The Lantern: "Bella was in tears after the dress rehearsal. She's tough, but words hurt."{-}

Former judge Tony Wildeboar waded into the row last night.

He tweeted: "I said it in 2011 and I'll say it again. Footwork has no birthday."{Tony Wildeboar}

Bella's husband, film producer Miles Crane, said he was "proud as punch"{Miles Crane} of his wife.`,
};
