/** The words of twenty invented stories, in the order of the rows of `table-2022.ts`. Nobody in them exists. */
export const words: { title: string; text: string; other?: { setting?: string; role?: string } }[] = [
  {
    title: 'The carer spoke first',
    text: 'Our neighbourhood meeting always opened with the practice list. One week the chair was stuck in traffic, so the home care lead began instead. She talked us through three people she was worried about, and not one of them was on our list. We had sorted out two of them before the tea went cold. When the chair arrived we told him, and asked if we could keep it that way round. He said yes on the spot. Five weeks later we still start with whoever sees the person most. I now hear on a Monday what I used to hear after an admission.',
    other: { setting: 'a multidisciplinary meeting' },
  },
  {
    title: 'One session a fortnight',
    text: 'I was asked to find clinical leads for six programmes. The offer was one session a fortnight, no backfill and a start date that had already passed. I rang eleven people I trust. Nine said they would love to and could not. The two who said yes both work in large hospitals, because large hospitals can spare somebody. So our picture of the community was drawn by two people who do not work in it. I have reported this as progress, and in a way it is. I did not feel good writing it down.',
    other: { setting: 'system level' },
  },
  {
    title: 'I found out from a slide',
    text: 'Slide fourteen said that my service would be run jointly with the hospital down the road from April. I lead that service. I was in the third row with a sandwich. By the evening two of my consultants had asked what else I was keeping from them. Joining up may well be right. I was not asked.',
  },
  {
    title: 'Lending our pharmacist',
    text: 'A practice in our network lost its pharmacist and had a backlog of medicine reviews. Ours offered to go over for two afternoons. I worried about our own list, I admit it. We rang each other every few days and kept changing the plan. She came back with a better way to handle repeat requests, which we had never thought of because we had never seen anyone else’s. Now all five practices share one tray of queries, and the community nurses can put things in it too. No contract, no paper. I expect we will need one at some point.',
  },
  {
    title: 'Rehab gets a line of its own',
    text: 'For years rehabilitation sat under “any other business”. I am an allied health professional and I had got used to being thanked at the end. In January the new medical director asked each of us, on the phone, what we never got round to discussing. I told her. At the next meeting rehab was second on the list, and the hospice therapist and I had fifteen minutes. We used six. By the end somebody had offered us a room and somebody else had offered a driver. It was not a grand moment. I drove home with the radio off so that I could think about it.',
    other: { role: 'allied health lead' },
  },
  {
    title: 'A map with too many lines',
    text: 'My task was to draw who decides what once the new system starts. I did it properly: interviews, a first version, comments, a second version. Every clinician I showed it to pointed at a line and told me who they really ring. I ended up with two maps, and handed in the official one. I am not sure whether I helped to build something or only recorded it while it moved.',
    other: { setting: 'ICS programme team' },
  },
  {
    title: 'The Friday call',
    text: 'It began in the pandemic as a way of finding oxygen bottles. Forty of us, GPs, matrons, a paramedic or two, on a call every Friday at eight. When somebody suggested stopping, three people said no at once. There is no chair and there are no minutes. Last month a practice on the coast asked how the rest of us handle home blood pressure checks, and went away with four answers and a spreadsheet.',
    other: { setting: 'a network across the region' },
  },
  {
    title: 'Open for three days',
    text: 'The place clinical lead post was advertised on a Wednesday and closed on the Friday, in half term. I wrote my application at the kitchen table until two in the morning. At the interview they called the other candidate by his nickname. The feedback was that I lacked experience of leading at place, which is what the post was meant to give. I shall not be putting my hand up again.',
  },
  {
    title: 'The weekend list',
    text: 'Every Friday our care homes rang round for advice, and every Monday we counted who had gone into hospital. A district nurse, a home manager and I sat down with the rota and a packet of biscuits. One list, one number, and who rings whom at ten on Saturday. It took four goes, because the first was in clinical language and the home staff told us so. We have a set form now. Nobody told us to wait for the digital project, so we did not.',
  },
  {
    title: 'The student’s question',
    text: 'We let two final-year students sit in on our pathway board as part of a teaching project. On the second evening one of them asked why we had been discussing the discharge letter for half an hour when the person who writes it was not in the room. There was some laughter, and then there was not. The next month we brought in a ward pharmacist and a newly qualified doctor, and the letter was settled in two meetings. We have written it into our terms now: whoever does the job is invited. I have taught for ten years, and I was the one taught.',
    other: { setting: 'a university' },
  },
  {
    title: 'Two rotas into one',
    text: 'Hospital and community had each kept a heart failure rota, and each had a gap on Thursdays. My community colleague and I found this out by accident while waiting for a car park machine. We sketched a joint rota on the back of the ticket. It then needed three approvals, two of them from people who had never heard of the other. Those took eleven weeks. To be fair, the finance manager saw a risk that we had missed, about cover for sickness. It runs well now, and patients have one number to ring. I keep the ticket in my desk.',
  },
  {
    title: 'Starting with a blank page',
    text: 'I was invited to a group to draft how care professionals would be part of our new system. I feared a finished document with a gap for my comments. Instead there was a blank page on the screen and a facilitator who could wait. A social worker, a dentist, two nurses, an optometrist and I wrote the first line together. We argued about the word “clinical” for most of an hour, and it was the best hour of my working year. When the paper came out I could find my own sentence in it, and so could everyone else. I have never before read a strategy twice.',
    other: { setting: 'the group that drafted our local plan' },
  },
  {
    title: 'My protected half day',
    text: 'I have half a day a week for leading. It is in my job plan, in bold. Since September I have had it five times. When we are short it goes first, because nobody is harmed that day if I do not lead. My manager is sorry every time and means it. So I read the system papers in bed, and I join calls from the car between home visits. In February I was asked to speak for primary care on a decision about therapy beds, and I had not been able to talk to anybody in primary care. I said what I thought they would think.',
    other: { setting: 'system level' },
  },
  {
    title: 'Who is missing?',
    text: 'Ahead of choosing our clinical leads I asked the planning group one question: who is missing from this call? We counted. Out of twenty-two of us there was no one from mental health nursing, no one from a care home, one person under forty, and almost everybody had trained at the same two places. We put the adverts back by six weeks, changed where they went, and paid for people’s time at interview. It cost us some goodwill upstairs, where there was a date to meet. Sixty people applied. Half of those we chose I had never met before, and that is the point.',
    other: { setting: 'all partners in the system' },
  },
  {
    title: 'A seat, then an agenda',
    text: 'Our charity was given a seat on the partnership board. For most of the winter the papers came the night before, in initials. The new chair rings me a few days ahead and asks what I would like the board to know. I cannot point to one decision that has gone differently, but I do read the papers now.',
    other: { setting: 'voluntary sector', role: 'voluntary sector lead' },
  },
  {
    title: 'After I said it',
    text: 'We were told that the new visiting model was a pilot and that clinical views were wanted. I said in the meeting, politely, that two visits a day would not be safe for some people on our list. I named no one. The lead thanked me. The next day I was asked to a conversation about my tone. My supervisor told me that she agreed with me and advised me to let it go. The pilot became the model in four weeks. I have kept my own record of what has happened since. I no longer say what I see, and I am ashamed of that.',
  },
  {
    title: 'Six strangers and a flask',
    text: 'I joined a leadership course because my manager needed to fill a place. They put six of us in a learning set: a midwife, a commissioner, a dentist, a housing officer, a physio and me. Each month one of us brings a problem and the others may only ask questions. I brought my row with the community team, which had lasted a year. By the third question I had seen my part in it. I rang their lead from the car park. We now share an office on Tuesdays. The course has ended but the six of us still meet, with a flask, wherever somebody can find a room.',
    other: { setting: 'a leadership course' },
  },
  {
    title: 'Between two organisations',
    text: 'Since the autumn I have not known who I work for. The old group stops in the summer, the new board is in shadow form, and each sends me to the other. I took a proposal on healthy weight to both. One liked it but is closing. The other cannot approve anything yet. The nurses who wrote it did all that was asked, on time, and I could not tell them who had decided.',
    other: { setting: 'CCG, about to become part of an ICS', role: 'service manager' },
  },
  {
    title: 'Slippers',
    text: 'We had a falls board, a falls dashboard and a falls lead, who is me. Then a home care worker told me over the phone that half the people she visits wear slippers with no backs, because they cannot bend down. I went with her for a day and counted. Therapists, practice nurses and the council’s handyperson each took something to do by Easter. The best information I have had in eight years came from that phone call.',
  },
  {
    title: 'Reading the paper aloud',
    text: 'I sit on a system group as a patient partner. One evening I asked if I might read a paragraph of the paper aloud, just as it stood. It was about “residual demand in the frail cohort”. That is me, and two of my neighbours. You could have heard a pin drop. The doctor who had written it thanked me and asked if I would go through the rest with her. We spent an afternoon at it in the library. The version that went to the board was half as long, and a nurse told me it was the first one she had finished. I am past retiring age and I have seldom felt so useful.',
    other: { setting: 'ICS level', role: 'patient partner' },
  },
];
