/**
 * What the twenty participants said about themselves and their stories, and where they placed them; one row a story. A dash is a
 * question never touched. A triad is top/left/right in hundredths, a stone x/y; `*` was answered by choosing words.
 */
const people = `
week shared role               age         sex    ethnic-group    region                   feeling
W09  yes    senior-clinician   age-45-54   female white           midlands                 very-positive
W10  yes    strategic-lead     age-55-64   male   white           midlands                 negative
W09  no     senior-clinician   age-55-64   male   white           north-west               very-negative
W10  yes    senior-clinician   age-45-54   female white-and-asian east-of-england          positive
W08  yes    other              age-55-64   female white           south-west               positive
W10  no     programme-manager  age-35-44   male   white           south-east               neutral
W09  yes    senior-clinician   age-45-54   male   white           north-east-and-yorkshire positive
W11  yes    senior-clinician   age-45-54   -      -               midlands                 very-negative
W10  yes    operational-lead   age-35-44   female white           midlands                 positive
W12  yes    senior-clinician   age-35-44   female white           midlands                 positive
W09  no     senior-clinician   age-45-54   male   indian          north-west               positive
W08  yes    senior-clinician   age-55-64   male   white           east-of-england          very-positive
W11  yes    senior-clinician   age-35-44   female white-and-asian south-west               negative
W10  yes    strategic-lead     age-45-54   female white           midlands                 positive
W12  no     other              -           male   white           midlands                 neutral
W10  no     senior-clinician   age-55-64   female white           south-east               very-negative
W11  yes    senior-clinician   age-45-54   female white           north-west               very-positive
W11  no     other              -           -      -               east-of-england          negative
W09  no     senior-clinician   age-45-54   male   white           south-west               positive
W12  yes    other              age-65-over female white           midlands                 very-positive`;

const abouts = `
principle                   setting
all-professions             community-healthcare,social-care,other
resources                   other
all-professions             acute
resources                   primary-care,community-healthcare
all-professions             community-healthcare,hospice
not-sure                    other
learning                    community-healthcare,primary-care,other
recruitment                 primary-care
all-professions             social-care,community-social-care,residential-social-care
learning                    acute,other
resources                   acute,community-healthcare
all-professions             other
resources                   primary-care,social-care,other
recruitment                 acute,other
all-professions             social-care,community-social-care,other
learning                    community-healthcare
development                 primary-care,community-healthcare,other
none                        other
all-professions             primary-care,social-care,community-social-care
-                           other`;

const triads = `
changes   focus     shaped    decided   gave-way  next-time impact
55/38/7   62/30/8   80/12/8   88/6/6    30/22/48  52/20/28  70/22/8
22/66/12  54/32/14  14/78/8   60/14/26  8/22/70   80/8/12   16/52/32
72/22/6   16/74/10  10/16/74  -         6/8/86    8/66/26   6/84/10
40/48/12  66/20/14  46/48/6   24/34/42  72/20/8   62/10/28  34/46/20
74/20/6   58/24/18  68/14/18  76/8/16   na        40/36/24  24/64/12
20/30/50  6/86/8    14/10/76  30/22/48  na        10/24/66  4/24/72
48/14/38  82/8/10   72/20/8   20/12/68  -         58/16/26  22/56/22
10/80/10* 30/64/6   26/10/64  80/8/12   20/6/74   6/52/42   4/90/6
52/40/8   24/60/16  44/42/14  34/52/14  26/66/8   34/24/42  66/24/10
62/30/8   40/54/6   78/4/18   82/10/8   66/14/20  30/26/44  28/58/14
18/76/6   22/66/12  30/24/46  12/74/14  80/12/8   70/6/24   62/26/12
80/10/10* 80/14/6   86/8/6    80/10/10* 78/12/10  48/22/30  12/58/30
34/58/8   46/40/14  8/88/4    38/26/36  14/40/46  92/4/4    22/56/22
38/54/8   64/32/4   66/22/12  90/4/6    86/6/8    44/38/18  10/48/42
68/18/14  48/42/10  36/10/54  52/8/40   -         24/44/32  14/20/66
64/30/6   14/78/8   20/22/58  10/62/28  4/12/84   6/78/16   56/40/4
84/12/4   92/4/4    74/18/8   28/10/62  na        64/22/14  8/72/20
12/62/26  8/82/10   4/38/58   18/70/12  34/54/12  16/14/70  18/50/32
30/24/46  26/18/56  62/28/10  22/12/66  20/74/6   45/10/45* 74/16/10
90/6/4    74/20/6   84/4/12   64/4/32   58/30/12  26/30/44  46/34/20`;

const lines = `
decisions place-system risk done  unchanged own-part
92        18           78   28/30 24/72     22/34
36        80           30   66/54 40/62     78/40
14        72           16   48/84 na        -
88        12           62   36/44 50/58     40/30
74        34           84   22/18 30/46     30/22
44        88           na   70/34 42/50     64/26
94        66           72   14/16 28/66     18/12
22        30           na   -     na        84/80
70        8            80   44/38 72/84     52/46
58        40           64   30/26 58/40     34/20
52        28           68   78/30 54/70     62/34
90        -            58   60/22 34/56     48/24
66        76           86   74/46 36/60     92/58
48        82           14   72/62 22/74     70/66
72        54           -    na    38/48     46/38
18        36           8    34/92 46/28     58/90
84        44           70   52/36 40/68     60/52
24        90           94   86/26 30/64     88/44
82        10           66   16/10 48/76     26/14
78        60           60   36/24 26/42     44/36`;

type Row = Record<string, string>;

function rowsOf(table: string): Row[] {
  const [names = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.map((cells) => Object.fromEntries(cells.flatMap((cell, index) => (cell === '-' ? [] : [[names[index] ?? '', cell]]))));
}

/** One row a story, cells by signifier or stone key; a cell never touched is absent. */
export const rows: Row[] = [people, abouts, triads, lines]
  .map(rowsOf)
  .reduce((wide, narrow) => wide.map((row, index) => ({ ...row, ...narrow[index] })));
