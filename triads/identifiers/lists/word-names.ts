import { wordList } from './word-list.ts';

/** Given names that are words, months or places too: only a capital letter and the words around tell. Also very short ones. */
export const wordNames = wordList(
  `al alba amber angel april aria art ash asia august augusta aurora austin autumn bailey barb bart basil bay beau beck belle beverley bev bea bill billy blessing
  blossom bonny brad brandy breeze brook brooke brooklyn buck bud buddy bunny candy carol carter celeste chance charity chase chastity chelsea cherish cherry chester chip china chuck
  clay clement cliff clover comfort cooper coral crystal daisy dale dan dawn dean dee denver destiny devon di dick dixie dolly don dora dot drake drew duke earl ebony ed eden eve ever
  faith favour fern fidel flick flo florence ford forest forrest frank gail gale gay gaye gene georgia gift ginger glen glenn glory goodness goodluck grace grant gray guy hal
  happiness happy harmony harper harry haven hazel heath heather henna herb hero holly honey honour hope hunter innocent india iris ivory ivy jack jackson jade jasmine jasper jay jean jersey
  jess jet jewel jo jock joel jordan josh jost joy joyce june juniper justice kay ken kenya kerry kit kitty kirk lance lane laurel lee lewis liberty lily lincoln logan
  lord lourdes love lovely lovemore loveness lucky mac madonna mae magic major malta mark marina mason max may melody memory mercy merit merry mike miles miracle misty mo monday myrtle ned nick norm norman nova
  olive opal pam page paige pansy paris parker pat patience pearl peg penny petal phoenix piers piper pip poppy praise precious preston princess pride prince privilege promise prosper providence prudence queen queenie
  rain ralph ray raven red reed reid rex rich rick river rob robin roman rose rosemary rowan roy royston ruby rue rusty sage saffron sally sandy savannah scarlet serenity shannon shelly sky skye
  sol sonny spike stan star stella sterling stone storm sue summer sunday sunny sunshine sydney tad tal talent tanner taylor temperance terry thankgod theo tiger tony travis trinity troy trust tuesday tulip val van verity vic victor victory victoria
  vi viola violet virginia wade warren wednesday wells will willow winter wisdom wren wynn chi dong hung jin long ming my ping son song sun sung tan tien trung van wan wei wing ying yin yu xin hoa hai
  can deniz gul bat eden gal noa noy tal iman sanam abu ade bode bunmi ayo dami seun ife edo ama ben tom sam tim jim ron ana eva ida ian ali ada amy ann eli ari ira jan jem jon leo len lou lyn meg mel mia nan nat neo pia
  rae raj ria rio ros sal sid ste tam ted tia tod tori una uma veer viv wes win zak zoe ally bella bertie bobby bob cat charm corey curt dash denny dom doug earnest fran gem gill greg gus
  hank hans hart jazz jeff jill joe joseph journey juan judge kat kane king liv lux mack madge mal marshal marshall mason maverick midge minty mo monty nell nettie nova otter paddy pauly pax petra poppet porter
  quest quill ranger reg reggie ripley rod roger roman rudy rune sass saint saul shaw shea slate sorrel spencer stevie tabby tai tilly topaz toni tuppence ty umber vale vinny wally webb winnie woody york zen zion`,
);
