/** The facilitator's notes: headings, each with paragraphs or a list. */
export const notes: readonly { heading: string; text?: string; list?: readonly string[]; isInOrder?: true }[] = [
  {
    heading: 'Before you begin',
    text: 'This plan takes two hours with six to twenty people. Print the blank figures once for every three people, the patterns and the reading set once for every two. Bring pens in two colours. Keep the patterns face down until people have drawn what they expect: seeing them first spoils the guess.',
  },
  {
    heading: 'Ground rules to read out',
    list: [
      'These stories were told in confidence. What is read here stays here: no photographs, no copies, no names.',
      'Nobody guesses aloud who told a story. If you think you know, keep it to yourself.',
      'We do not judge the person, and do not check whether the story is true. It is how somebody experienced it.',
      'You may stop reading or leave the room at any time. You need give no reason.',
      'All copies come back to the facilitator at the end and are destroyed, unless it was agreed otherwise.',
    ],
  },
  {
    heading: 'Two hours, step by step',
    isInOrder: true,
    list: [
      'Welcome, 10 minutes. Say what this collection asked, and read out the ground rules.',
      'Guess first, 20 minutes. In threes, draw on the blank figures where you would expect the dots: many dots where you expect many stories. Then mark with a cross where you wish they were.',
      'Compare, 25 minutes. Turn the patterns over and lay them beside your drawings. What did you expect and find? What surprises you? Speak about the difference before you explain it.',
      'Read in pairs, 30 minutes. Each pair reads three or four stories aloud to each other and marks one sentence in each that stayed with them.',
      'Three questions, 25 minutes. In the whole group, with the stories in hand; see below.',
      'Close, 10 minutes. Everybody names one small thing to try before next month. Collect all copies.',
    ],
  },
  {
    heading: 'Three questions to ask',
    isInOrder: true,
    list: [
      'What do you notice in these stories and patterns, before anybody says why?',
      'What would have to be different here for more stories like the ones we wish for, and fewer like the others?',
      'What could we ourselves try within a month, small enough that it may fail safely?',
    ],
  },
  {
    heading: 'What these patterns do not say',
    list: [
      'They are no survey of everybody. They hold what those told who chose to tell, and say nothing of those who did not.',
      'They do not say what caused what. Two things that lie together may have a third behind them.',
      'They rank no team, ward or person. Do not compare regions by them: each has its own mix of people.',
      'A part without a number is not empty. Where few stories lie, the count is held back so that nobody can be told from it.',
      'The stories in the reading set are those that may be shared, and not a sample. Patterns hold more stories than you can read here.',
    ],
  },
  {
    heading: 'If something worries you',
    text: 'A story may tell of harm, or something in the room may bring up what somebody went through. Stop, and offer a break. Do not look for who told it. Tell whoever runs this collection which story it is, by the number beneath it, on the same day; a reviewer finds it by that number and can act on it. If somebody is in danger now, follow your own organisation’s safeguarding procedure at once.',
  },
];

/** Stands before what participants were told themselves. */
export const concernsHeading = 'Participants were told';
