import { numbersIn } from '../../wording/numbers.ts';
import type { TryingWords } from './en.ts';

const { counted, date } = numbersIn('cy');

/** What a try-out says of itself, in Welsh. */
export const cy: TryingWords = {
  title: 'Rhoi cynnig ar ddrafft',
  opening: 'Yn agor y drafft…',
  states: {
    unknown: {
      heading: 'Nid yw’r ddolen hon yn arwain at ddrafft',
      words:
        'Efallai nad yw’r llythrennau a’r rhifau ar ei diwedd yn gyflawn. Defnyddiwch y ddolen gyfan fel y’i cawsoch, neu gofynnwch amdani eto.',
    },
    over: {
      heading: 'Nid oes modd rhoi cynnig ar y drafft hwn mwyach',
      words:
        'Mae’r amser ar ei gyfer wedi dod i ben, neu mae’r ffurflen yn barod. Diolch am ddod. Gall pwy bynnag a roddodd y ddolen i chi ddweud mwy.',
    },
    failed: {
      heading: 'Ni ellid agor y drafft',
      words: 'Efallai nad oes cysylltiad ar hyn o bryd. Rhowch gynnig arall arni.',
    },
  },
  tryAgain: 'Rhoi cynnig arall arni',

  heading: 'Rydych yn rhoi cynnig ar ddrafft',
  what: (title) =>
    `Ffurflen sy’n dal i gael ei llunio yw “${title}”. Cyn i neb ei llenwi o ddifrif, hoffai’r rhai sy’n ei llunio wybod beth sy’n glir, beth sydd ddim, a beth sydd ar goll.`,
  notes: [
    [
      'Nid oes dim yma yn stori go iawn.',
      'Dychmygwch un, neu ysgrifennwch ychydig eiriau. Mae beth bynnag a ysgrifennwch yn y ffurflen yn aros ar y ffôn hwn ac ni chaiff ei anfon.',
    ],
    [
      'Rhowch sylw ar unrhyw dudalen.',
      'Anfonir sylwadau ar unwaith. Mae’r rhai sy’n llunio’r ffurflen yn eu darllen; ni ddywedir wrthynt pwy a’u hysgrifennodd.',
    ],
    [
      'Ar y diwedd chi sy’n penderfynu a gaiff eich atebion eu hanfon hefyd.',
      'Fe’u hanfonir heb unrhyw eiriau, gyda faint o amser a gymerodd pob cwestiwn, ac ni chânt byth eu cymysgu â rhai go iawn.',
    ],
    ['Nid oes neb yn gofyn pwy ydych chi.', 'Nid oes angen cyfrif arnoch, ac ni chedwir dim am eich ffôn.'],
  ],
  time: (minutes) => counted(minutes, { other: 'Mae’n cymryd tua # munud. Gallwch stopio unrhyw bryd.' }),
  until: (moment) => `Mae’r ddolen hon yn gweithio tan ${date(moment)}.`,
  begin: 'Dechrau',
  waitingFromBefore: 'Mae rhywbeth o gynnig cynharach yn dal i aros am gysylltiad. Caiff ei anfon ohono’i hun.',

  bar: 'Rhoi cynnig ar ddrafft',
  stays: 'Mae’r hyn a ysgrifennwch ar y dudalen hon yn aros ar y ffôn hwn.',
  commentOn: { question: 'Sylw ar y cwestiwn hwn', page: 'Sylw ar y dudalen hon' },
  yours: (count) => counted(count, { other: '# o’ch sylwadau' }),

  sheet: 'Eich sylw',
  kinds: {
    unclear: { label: 'Mae’n aneglur', explanation: 'Nid wyf yn siŵr beth sy’n cael ei ofyn, neu beth mae gair yn ei olygu.' },
    'not-for-me': { label: 'Nid yw’n addas i mi', explanation: 'Nid yw’n cyd-fynd â’m gwaith na’m profiad.' },
    words: { label: 'Rhywbeth arall', explanation: '' },
  },
  inWords: 'Yn eich geiriau eich hun',
  optional: 'Yn eich geiriau eich hun, os mynnwch',
  noNames: 'Peidiwch ag enwi neb, os gwelwch yn dda.',
  chooseKind: 'Dewiswch am beth y mae.',
  writeIt: 'Ysgrifennwch ychydig eiriau.',
  sendComment: 'Anfon y sylw',
  close: 'Cau',
  onThisPage: 'Yr hyn a ddywedoch am y dudalen hon',
  said: 'Yr hyn a ddywedoch',
  stages: {
    waiting: 'Yn aros am gysylltiad',
    sent: 'Anfonwyd',
    refused: 'Ni chafodd ei dderbyn: nid yw’r ddolen hon yn derbyn rhagor',
    leaving: 'Yn cael ei dynnu’n ôl…',
  },
  lastComment: {
    waiting: 'Mae eich sylw’n aros am gysylltiad.',
    sent: 'Anfonwyd eich sylw.',
    refused: 'Ni chafodd eich sylw ei dderbyn: nid yw’r ddolen hon yn derbyn rhagor.',
    leaving: '',
  },
  takeBack: 'Ei dynnu’n ôl',
  remove: 'Tynnu',

  againOf: (step, total) => (total === 1 ? 'Un peth arall' : `Unwaith eto, ${step} o ${total}`),
  againChoose:
    'Gosodoch eich ateb yma o’r blaen. Sut byddech chi’n ei ddweud mewn geiriau? Mae’r ddau’n dangos a yw’r ddwy ffordd yn golygu’r un peth.',
  againPlace: 'Dewisoch eiriau yma o’r blaen. Ble byddech chi’n ei osod? Mae’r ddau’n dangos a yw’r ddwy ffordd yn golygu’r un peth.',
  continue: 'Parhau',
  skip: 'Hepgor hwn',

  ready: 'Anfon eich atebion?',
  readyWords: 'Maent yn helpu i weld pa gwestiynau sy’n gweithio. Ni chaiff y geiriau a ysgrifennoch eu hanfon.',
  goes: 'Yr hyn a anfonir',
  stayHere: 'Yr hyn sy’n aros ar y ffôn hwn',
  answersGo: (count) => counted(count, { other: 'Eich atebion; cwestiynau a atebwyd: #' }),
  timesGo: 'Faint o amser a gymerodd pob cwestiwn',
  storyStays: 'Eich stori, ei theitl, a phob gair arall',
  send: 'Anfon fy atebion',
  doNotSend: 'Gorffen heb anfon',

  thanks: 'Diolch am roi cynnig arno',
  thanksSent: 'Mae eich atebion wedi cyrraedd, heb unrhyw eiriau.',
  thanksWaiting:
    'Mae eich atebion yn aros ar y ffôn hwn am gysylltiad, ac fe’u hanfonir ohonynt eu hunain. Gallwch gau’r dudalen hon; ânt fan bellaf pan agorwch hi eto.',
  thanksRefused:
    'Ni chafodd eich atebion eu derbyn: nid yw’r ddolen hon yn derbyn rhagor. Mae’r sylwadau sydd wedi’u nodi fel rhai a anfonwyd wedi cyrraedd.',
  thanksNone: 'Ni chafodd eich atebion eu hanfon.',
  canTakeBack: 'Gallwch dynnu sylw’n ôl tra bo’r dudalen hon ar agor.',
  another: 'Rhoi cynnig arno eto',
};
