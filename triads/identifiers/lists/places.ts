import { wordList } from './word-list.ts';

/** Towns and districts of the United Kingdom that are no common words. The nations and regions that the form itself asks for are not among them. */
export const towns = wordList(
  `aberdare aberdeen abergavenny abergele aberystwyth abingdon accrington airdrie airedale aldershot alloa alnwick alton altrincham amersham amesbury andover antrim appleby arbroath armagh arnold_town ascot ashbourne ashby ashford ashington atherstone aviemore aylesbury ayr bacup bakewell ballymena ballymoney
  bamburgh banbridge banbury banff bangor barnet barnoldswick barnsley barnstaple barrhead barrow barry_island basildon basingstoke bathgate batley beaconsfield beccles bedford bedlington bedworth belfast belper berwick beverley bewdley bexhill bexley bexleyheath bicester bideford biggleswade billericay bingley
  birkenhead birmingham blackburn blackpool blaydon bletchley blyth bodmin bognor bolton bolsover bootle borehamwood boston bournemouth brackley bracknell bradford braintree brecon brentford brentwood bridgend bridgnorth bridgwater bridlington bridport brigg brighouse brighton bristol brixham brixton broadstairs bromley
  bromsgrove broxburn buckingham bude burnley bury_st_edmunds burton burscough buxton caernarfon caerphilly caithness calderdale calne camberley camborne cambridge cambuslang camden canterbury cardiff cardigan carlisle carmarthen carnforth carrickfergus castleford caterham chatham cheadle cheddar chelmsford cheltenham chepstow
  chesterfield chesterton chichester chippenham chipping_norton chorley christchurch cirencester clacton cleethorpes clevedon clitheroe clydebank coalville coatbridge cockermouth colchester coleraine colne colwyn_bay congleton consett conwy corby corsham cotswolds coventry cowdenbeath craigavon cramlington cranleigh crawley
  crediton crewe cromer crosby crowborough croydon cullompton cumbernauld cumbria cwmbran dagenham darlington dartford dartmouth darwen daventry dawlish denbigh derby dereham derry dewsbury didcot doncaster dorchester dorking dornoch dover downpatrick driffield droitwich dudley dukinfield dumbarton dumfries dunbar
  dundee dunfermline dungannon dunoon dunstable durham dursley ealing eastbourne eastleigh eccles edgware edinburgh egham elgin elland enfield enniskillen epping epsom evesham exeter exmouth fakenham falkirk falmouth fareham farnborough farnham felixstowe fenland fleetwood folkestone forfar fraserburgh frome gainsborough
  galashiels garforth gateshead gillingham girvan glasgow glastonbury glossop gloucester godalming goole gosport grangemouth grantham gravesend greenock greenwich grimsby guernsey guildford guisborough guiseley hackney hailsham halesowen halesworth halifax halstead haltwhistle hamilton hammersmith haringey harlow harpenden harrogate
  hartlepool harwich haslemere hastings hatfield havant haverfordwest haverhill hawick haywards_heath hebden_bridge hemel_hempstead henley hereford herne_bay hertford hexham heywood high_wycombe hillingdon hinckley hitchin hoddesdon holmfirth holyhead holywell honiton horley hornchurch hornsea horsham hounslow hove hoylake
  hucknall huddersfield hungerford huntingdon huyton hyde_park hythe ilford ilfracombe ilkeston ilkley inverclyde inverness ipswich islington jarrow jersey_island keighley kempston kendal kenilworth keswick kettering keynsham kidderminster kilmarnock kingsbridge kingswinford kington kirkby kirkcaldy kirkintilloch kirkwall
  knaresborough knowsley knutsford lambeth lampeter lanark lancaster larne launceston leamington leatherhead ledbury leeds leicester leighton_buzzard leith leominster lerwick letchworth lewisham leyland leyton leytonstone lichfield limavady lincoln linlithgow lisburn liskeard littlehampton liverpool livingston llandrindod llandudno llanelli llangefni
  longbenton londonderry longton lossiemouth loughborough loughton louth lowestoft ludlow luton lydney lymington lytham macclesfield maesteg magherafelt maidenhead maidstone maldon malmesbury malton malvern manchester mansfield margate marlborough maryport matlock melksham melton_mowbray merthyr merthyr_tydfil merton mexborough
  middlesbrough middlewich midhurst milford_haven milngavie milton_keynes minehead mirfield mold_town monmouth montrose morecambe morley morpeth motherwell musselburgh nailsea nairn nantwich neath nelson_town newark newbury newcastle newham newhaven newmarket newquay newry newtownabbey newtownards normanton northallerton northampton
  northwich norwich nottingham nuneaton oakham oban okehampton oldbury oldham omagh ormskirk orpington oswestry otley oxford padiham paignton paisley peckham pembroke penarth penicuik penistone penrith penzance perth peterborough peterhead peterlee petersfield pickering pitlochry plymouth pontefract pontypool pontypridd poole
  portadown porthcawl porthmadog portishead portrush portsmouth port_talbot prescot prestatyn prestwich prestwick pudsey pwllheli radcliffe ramsbottom ramsgate rawtenstall rayleigh redcar redditch redhill redruth reigate renfrew retford rhondda rhyl richmond rickmansworth ripley ripon rochdale rochester romford romsey rossendale
  rotherham rothesay rotherhithe rothwell royston_town rugeley runcorn rushden ruthin ryde rye_town saffron_walden salford salisbury saltash saltburn scarborough scunthorpe seaham sedgefield selby selkirk sevenoaks sheffield shepton_mallet sherborne sheringham shetland shipley shrewsbury sidcup sidmouth sittingbourne skegness skelmersdale
  skipton sleaford slough solihull southall southampton southend southport southwark southwold sowerby_bridge spalding spennymoor stalybridge stamford stevenage stirling stockport stockton stoke stoke-on-trent stonehaven stornoway stourbridge stourport stowmarket strabane stranraer stratford stretford stroud sudbury sunderland surbiton
  sutton_coldfield swanage swansea swindon tameside tamworth taunton tavistock teddington teesside teignmouth telford tewkesbury thanet thetford thirsk thurrock thurso tilbury tiverton todmorden tonbridge torquay totnes tottenham tower_hamlets towcester tranent trowbridge truro tunbridge_wells twickenham tynemouth tyneside uckfield ullapool
  ulverston uppingham uttoxeter uxbridge ventnor wakefield wallasey wallsend walsall waltham_forest walthamstow wandsworth wantage warminster warrington warwick washington watford wednesbury wellingborough welshpool welwyn wembley weston-super-mare wetherby weybridge weymouth wharfedale whitby whitchurch whitehaven whitstable whitley_bay
  wickford widnes wigan wilmslow wimbledon wimborne winchester windermere windsor winsford wirral wisbech witham witney woking wokingham wolverhampton wombwell woodbridge woodstock_town woolwich workington worksop worthing wrexham wycombe wymondham wythenshawe yarmouth yeovil ystradgynlais leeds_city hulme moss_side toxteth
  harehills chapeltown handsworth sparkbrook erdington easterhouse gorbals govan leith_walk splott butetown whitechapel shoreditch dalston peckham_rye streatham clapham balham tooting cornwall devon dorset norfolk suffolk essex surrey kent sussex hampshire wiltshire berkshire gloucestershire herefordshire worcestershire shropshire cheshire
  lancashire northumberland derbyshire nottinghamshire lincolnshire leicestershire northamptonshire cambridgeshire bedfordshire hertfordshire oxfordshire warwickshire staffordshire somerset merseyside cumberland fife lothian argyll perthshire gwynedd powys ceredigion pembrokeshire anglesey glamorgan gwent fermanagh tyrone`,
);

/** Towns that are words or names too: places only after a preposition such as "in". */
export const wordTowns = wordList(
  `bath bury deal sale wells rugby sandwich ware rye battle hull crook diss street settle stone barking tring chard eye ham nelson chester kent york reading barry derby preston lincoln boston washington jersey beverley kelso mold wick nairn ripley troon poole redhill
  burton selby appleby kirkby crosby morley leigh hyde royston ascot leek looe corby cowes dover hythe lewes neath rhyl slough stroud ryde oban ely`,
);

/** Hospitals as staff call them, where the name alone does not say that it is one. */
export const hospitals = wordList(
  `addenbrookes addenbrooke's barts papworth broadmoor ashworth_hospital rampton pinderfields morriston alder_hey harefield moorfields the_christie christie stepping_hill frimley_park wexham_park great_ormond_street gosh northwick_park queens_medical st_helier wythenshawe fairfield_general furness_general
  whiston whipps_cross homerton chase_farm king_george north_middlesex epsom_general kingston_hospital jimmys jimmy's hairmyres monklands wishaw ninewells raigmore crosshouse glan_clwyd ysbyty_gwynedd ysbyty_glan_clwyd bronglais glangwili withybush prince_philip singleton_hospital nevill_hall
  altnagelvin craigavon_area causeway_hospital musgrave_park stoke_mandeville john_radcliffe the_jr churchill_hospital horton_general milton_keynes_hospital southmead frenchay musgrove_park derriford treliske north_devon_district torbay_hospital poole_general salford_royal north_manchester_general trafford_general
  tameside_general leighton_hospital arrowe_park clatterbridge aintree the_walton walton_centre broadgreen ormskirk_district royal_stoke royal_preston blackpool_victoria burnley_general lancaster_infirmary castle_hill hull_royal leeds_general leeds_general_infirmary lgi bradford_royal calderdale_royal dewsbury_district
  northern_general jessop_wing weston_park rotherham_general bassetlaw doncaster_royal james_cook north_tees friarage cramlington_hospital freeman_hospital the_freeman rvi queen_elizabeth queen's_medical_centre city_hospital_nottingham kings_mill king's_mill lincoln_county pilgrim_hospital glenfield heartlands good_hope
  sandwell_general russells_hall new_cross walsall_manor the_qe broomfield basildon_hospital southend_hospital colchester_general ipswich_hospital west_suffolk hinchingbrooke norfolk_and_norwich lister_hospital watford_general luton_and_dunstable bedford_hospital maudsley the_maudsley bethlem springfield_hospital
  royal_marsden the_marsden royal_brompton royal_free the_whittington whittington the_tavistock guy's guys king's_college_hospital kings_college_hospital uclh qmc charing_cross hammersmith_hospital the_royal_london newham_general mersey_care pennine_care tees_esk_and_wear_valleys tewv mersey_regional gartnavel stobhill carstairs`,
);

/** Nouns that end a place's name when words with capitals stand before them, and the neutral word for such a place. */
export const placeNouns: Readonly<Record<string, 'hospital' | 'ward' | 'surgery' | 'careHome' | 'trust' | 'school' | 'address' | 'place'>> =
  {
    hospital: 'hospital',
    hospitals: 'hospital',
    infirmary: 'hospital',
    hospice: 'hospital',
    sanatorium: 'hospital',
    maternity: 'hospital',
    ward: 'ward',
    unit: 'ward',
    suite: 'ward',
    wing: 'ward',
    wards: 'ward',
    surgery: 'surgery',
    practice: 'surgery',
    clinic: 'surgery',
    'medical centre': 'surgery',
    'health centre': 'surgery',
    pharmacy: 'surgery',
    house: 'careHome',
    lodge: 'careHome',
    manor: 'careHome',
    'nursing home': 'careHome',
    'care home': 'careHome',
    'residential home': 'careHome',
    trust: 'trust',
    'health board': 'trust',
    healthcare: 'trust',
    icb: 'trust',
    partnership: 'trust',
    school: 'school',
    academy: 'school',
    college: 'school',
    university: 'school',
    nursery: 'school',
    street: 'address',
    road: 'address',
    avenue: 'address',
    lane: 'address',
    close: 'address',
    drive: 'address',
    crescent: 'address',
    terrace: 'address',
    grove: 'address',
    gardens: 'address',
    centre: 'place',
    church: 'place',
    mosque: 'place',
    temple: 'place',
    gurdwara: 'place',
    cathedral: 'place',
    prison: 'place',
    park: 'place',
    airport: 'place',
    station: 'place',
    bridge: 'place',
    estate: 'place',
    village: 'place',
    library: 'place',
    hall: 'place',
    royal: 'hospital',
  };
