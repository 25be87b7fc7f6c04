import { wordList } from '../lists/word-list.ts';

/** Titles after which a word with a capital letter is a name, whatever else it may mean. */
export const strongTitles = wordList('dr mr mrs ms mx prof professor rev reverend');
/** Titles that are ordinary words too: after them a name is a word that means nothing else. */
export const weakTitles = wordList(
  'miss doctor nurse sister matron father baby master sir dame lady lord imam rabbi pastor staff_nurse charge staff midwife consultant registrar porter paramedic chaplain professor councillor cllr captain sergeant major bishop uncle auntie aunty aunt nan gran grandma grandad brother justice pc',
);
/** Titles of people who work here. */
export const staffTitles = wordList(
  'dr doctor prof professor nurse sister matron midwife consultant registrar porter paramedic chaplain staff charge rev reverend imam rabbi',
);

/** Words after which somebody is named. */
export const namingWords = wordList('called named');
/** Words after which somebody is named even where no capital letter says so. */
export const addressingWords = wordList('asked told thanked texted phoned emailed bleeped nurse sister');
/** Words after which a word with a capital letter is mostly somebody. */
export const beforeSomeone = wordList(
  'asked asking ask told tell thanked thank texted rang phoned emailed called named met with owe owed trust trusted thought mentor colleague manager boss friend consultant registrar nurse sister matron porter physio student wife husband son daughter mum dad brother neighbour partner lead girl boy woman man lady patient baby clerk saw love loved miss missed helped taught taking took bleeped messaged remember hear heard visited married and spoke beside against for without under bless hi hello dear hey cc by to after before but only poor then when until while because that said reply replied says if',
);
/** What people do: after a word with a capital letter they make it somebody. */
export const deeds = wordList(
  `said says told tells asked asks replied laughed laughs cried whispered shouted agreed nodded brought came comes took gave gives kept keeps made makes ran sat stood wrote rang heard felt found knew knows thought thinks left led spoke taught held
  wept smiled sighed answered explained listened noticed decided suggested insisted wanted wants refused phoned emailed texted stayed helped had has was is will would could wouldn't couldn't didn't doesn't wasn't isn't hasn't hadn't won't who never always just once also went goes worked works got gets bought drew set put saw met lost won and from
  cleans looked looks turned called kept drove walked used joined retired chairs chaired runs raised caught sent sorted bleeped died lay slept arrived lives lived does did`,
);
/** Deeds that are hardly the deeds of somebody when a word for a thing stands before them. */
export const statesOfThings = wordList(
  "is was has had will would could wouldn't couldn't didn't doesn't wasn't isn't hasn't hadn't won't does did and from always just once also never who got put set lay left looked looks won",
);
/** Deeds of people alone: words for hopes, seasons and virtues have none of these. */
export const speaking = wordList(
  `said says told tells asked asks replied laughed laughs cried whispered shouted agreed nodded smiled sighed answered explained listened noticed decided suggested insisted refused phoned emailed texted rang bought drew wrote wept sat`,
);
/** Names that stand for a month, a season or a virtue far more often than for somebody. */
export const rarelyNames = wordList(
  `may april june august augusta summer autumn winter sunday monday tuesday wednesday friday hope faith joy grace happiness patience comfort charity mercy trust pride praise love peace melody memory harmony liberty trinity gift destiny chance star sky storm rain river sun dawn eve amber ruby coral red
  an my can long long's will mark bill rob sue grant chase pat art guy ray rich sandy rusty frank dean major lord duke king queen prince princess judge marshal marshall mason cooper tanner parker taylor porter ranger carter hunter page lane brook forest heath cliff glen dale vale stone clay bay beach field ford wells poppy lily daisy rose rosemary ivy holly heather hazel fern willow
  olive basil sage ginger saffron cherry berry honey candy angel saint jewel pearl crystal opal ebony ivory jade scarlet blue happy merry sunny lucky bonny lovely precious blessing providence prosper promise prudence privilege providence wisdom talent temperance justice victory victor magic miracle glory goodness favour quest journey more
  china india kenya asia georgia jordan israel jersey paris sydney florence lourdes brooklyn chelsea chester preston lincoln denver austin virginia malta york london ireland israel`,
);
/** Names that stand for a hope, a virtue or a season: things that come, go and bring, too. */
export const abstractNames = wordList(
  `may lord april june august summer autumn winter sunday monday tuesday wednesday friday hope faith joy grace happiness patience comfort charity mercy trust pride praise love peace memory harmony liberty
  gift destiny chance storm rain river sun dawn eve will mark wisdom talent temperance justice victory magic miracle glory goodness favour quest journey more progress honour virtue`,
);
/** Words of English that are surnames after a given name. */
export const plainSurnames = wordList(
  'lord black white brown green young long little may day head good bell king bishop pope church west north law best case price rice wood hill hall cook baker ward marsh stone page short small love knight lane field fox bird swift lamb rose carter porter parker mason cooper taylor spring winter summers great house street bank mills wells bond christmas holiday read fair',
);
/** What makes a month or a season of a word that may be a name. */
export const beforeTime = wordList(
  'in by since until till during of last next this early late mid from every each through to for and or between before after',
);

/** Parts inside a name that are written small. */
export const particles = wordList('da de del dela della der van von den bin bint ibn al el la le dos das do di ap ferch ó o mac st');

/** Words that say that somebody works here, or is cared for here. */
export const staffWords = wordList(
  `colleague colleagues nurse consultant registrar matron sister manager mentor boss lead physio pharmacist porter clerk student shift rota team trained chairs surgeon doctor midwife handed handover bleeped housekeeping housekeeper cleaner chaplain paramedic hca therapist supervisor reg sho gp director night nights desk worked works working runs agency`,
);
export const patientWords = wordList(
  `patient patients wife husband son daughter mother father mum mam dad gran nan grandad family admitted resident daughter's son's wife's baby girl boy died bed discharged diagnosed scan ill results old carer surgery wristband`,
);
