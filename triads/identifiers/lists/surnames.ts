import { wordList } from './word-list.ts';

/** Surnames met in Britain that are no English words or places, so that they stand for a person alone. Written without accents. */
export const surnames = wordList(
  // British and Irish
  `abbott abernethy ackroyd adams addison ainsworth aitken allenby allerton allsop anderson andrews appleby appleyard arkwright armitage
  armstrong arrowsmith ashworth askew aspinall atherton atkins atkinson attwood austen bagshaw bainbridge bairstow balfour bamford
  bancroft bannister barclay barlow barnard barnes barraclough barrett bartholomew bartlett bateman battersby baxter beasley beaumont
  beckett bellamy bennett benson bentley berrisford bickerstaffe birtwistle blackburn blackwell blenkinsop blythe boothroyd bosworth
  bottomley bowden bowen bradbury bradshaw braithwaite brennan bretherton brewster briggs brightwell broadbent bromley brookes broughton
  buchanan buckley burgess burrows butterworth byrne cadwallader calderwood campbell cartwright cavanagh chadwick chalmers charlesworth
  charlton chatterton chisholm cholmondeley clarke clarkson clegg clements clough coates cochrane cockburn coleman collins collinson
  connell connolly cookson copeland corcoran corrigan cosgrove coulson cowan coyle crabtree craddock crawford crawshaw cresswell
  crighton crompton cronin crosby crossley crowther cullen cunliffe cunningham cuthbertson dalgleish dalton daly danvers davenport
  davidson davies davis davison delaney dempsey devereux devlin dewhurst dhillon dickens dickinson dickson dixon docherty doherty
  donaldson donnelly donoghue dougherty dowd dowling doyle drummond drysdale duckworth dugdale dunlop dunne eastwood eccles eckersley
  edmondson edmunds edwards egan ellison elphick elsworth emmerson entwistle evans eversley fairbairn fairclough farquhar farrell
  farrington faulkner featherstone featherstonehaugh fenwick ferguson finnegan fitzgerald fitzpatrick fitzroy fitzsimmons fitzsimons
  flanagan flynn foley forsyth fothergill fotheringham fraser frobisher gallacher gallagher garvey gascoigne geoghegan gibbons gibbs
  gibson gilbertson gilchrist gillespie gilligan gilmore gilroy goddard goodall goodwin gough graham grainger grantham greenhalgh
  greenwell greenwood gregson grenfell gresham griffiths grimshaw groves haggerty haigh halliday halliwell halstead hamilton hancock
  hanley hanlon hanrahan hardcastle hardman hargreaves harkness harrington harrison hartley haslam hathaway hawksworth haworth hawthorne
  haydock hayward hazlewood heaton hebblethwaite hegarty henderson hennessy henshaw hepburn heseltine hesketh heslop hewitt heywood
  higginbotham higgins higginson hinchcliffe hindle hitchens hobson hodges hodgkinson hodgson hogan holdsworth hollingsworth
  hollingworth holroyd honeywell hopkins hopkinson horrocks horsfall houghton howarth howell howells hubbard huddleston huggins hughes
  hulme humphreys hurley hurst hutchings hutchinson hutchison hyndman iddon illingworth ingham inglis irvine irving isherwood iveson
  jackson jacobs jameson jardine jarrett jeavons jefferies jeffries jenkins jenkinson jennings jepson jessop jobson johns johnson
  johnston johnstone jolliffe jones jowett kavanagh keane kearney keating keegan kelleher kellett kendall kendrick kennedy kenny kenyon
  kerrigan kershaw kilbride kilpatrick kinsella kirkbride kirkham kirkpatrick kirkwood knowles laidlaw laing langford langley langton
  larkin latham latimer lavelle lawson leadbetter leatherbarrow leigh lennon lennox lockwood lomas longbottom longworth loughran
  lovelace loveridge lowther lyons macarthur macaulay macdonald macdougall macfarlane macgillivray macgregor macintyre mackay mackenzie
  mackie mackintosh maclean macleod macpherson madden maddocks magee maguire mahoney mallinson malone maloney mannion marsden marston
  masterson matheson mathieson matthews maudsley mawdsley maxwell mcallister mcardle mcauley mcbride mccabe mccaffrey mccall mccallum
  mccann mccarthy mccluskey mcconnell mccormack mccormick mccourt mccoy mccrea mcculloch mccullough mcdaid mcdermott mcdonagh mcdonald
  mcdonnell mcdonough mcdowell mcelroy mcevoy mcewan mcfadden mcfarlane mcgee mcghee mcgill mcginley mcginty mcgowan mcgrath mcgregor
  mcguigan mcguinness mcguire mchugh mcilroy mcinnes mcintosh mcintyre mckay mckee mckenna mckenzie mckeown mckinley mckinnon mclaren
  mclaughlin mclean mcleod mcloughlin mcmahon mcmanus mcmillan mcmullen mcnab mcnally mcnamara mcneil mcneill mcnulty mcphee mcpherson
  mcqueen mcquillan mcrae mcshane mctavish mcveigh meadowcroft megson mellor melville meredith merrick metcalfe micklethwaite middlemiss
  middleton milburn milligan millington mitchell moffat molloy moloney molyneux monaghan montague montgomery moorcroft moorhouse moran
  moriarty morris morrison mortimer morton moseley mottershead mottram moynihan muirhead mulcahy muldoon mulholland mulligan mullins
  munro murdoch murgatroyd murphy murray murtagh musgrave naismith nesbitt newbold newsham newsome nicholls nicholson nicolson nixon
  nolan norrington norris northcott nowell nuttall oakley obrien oconnell oconnor odonnell odonoghue odowd odriscoll oflaherty oflanagan
  ogorman ogrady ohagan ohalloran ohara ohare okane okeefe oldfield oldroyd oleary oliphant olivier omahony omalley oneil oneill
  openshaw oreilly ormerod ormond ormsby orourke orr orton osborne oshea osullivan otoole outhwaite overton padgett pallister pankhurst
  parfitt parkes parkin parnell partington paterson patterson pattinson pearson pedley pemberton pendlebury penhaligon pennington
  penrose perkins pettifer pettigrew philips phillips philpott pickering pickersgill pilkington pinder plunkett postlethwaite poulter
  powell prendergast prentice prescott presley pritchard prosser prothero pugh purcell purdy quigley quinlan quinn rafferty rainford
  ramsay ramsbottom ramsden ramsey rankin ratcliffe rathbone rawcliffe rawlings rawlinson rawson raynor redfern redgrave redmond reeves
  regan reilly renshaw renwick reynolds richards richardson rickett ridgway ridley rigby riley rimmer riordan ritchie robb roberts
  robertson robinson robson rodgers roebuck rogers rogerson ronan rosenberg rosenthal rothwell rowbotham rowbottom rowlands rowley royle
  ruddock rushton rushworth russell rutherford sampson samuels sanderson sargent saville scargill schofield scholes seddon sedgwick
  shackleton shakespeare shaughnessy shawcross sheehan sheppard shoesmith shorrock shuttleworth siddall sidebottom simcox simmonds
  simmons simms simpson singleton skelton skidmore slattery sloane smethurst smith smithson smythe snodgrass southgate southworth
  sowerby spencer sproston stainforth stanhope stansfield stapleton starkey staveley stephens stephenson stevens stevenson stoddart
  strachan stratton strickland stringfellow stubbs sugden sullivan summerscale sumner sutcliffe sutherland swales swarbrick sweeney
  swindells symonds tatlock tattersall tavener templeton tennant tetlow thackeray thackray thistlethwaite thomas thompson thomson
  thornber thornton thorpe threlfall thurston thwaite tierney timmins timms tindall titterington tomlin tomlinson toogood toulson
  townsend travers treadwell tredinnick trelawney tremayne trevelyan trevithick tully turnbull tweddle tyldesley tyson unsworth unwin
  urquhart ushaw vaughan waddington wadsworth wainwright wakelin walkden walmsley walsh walshe walters walton warburton wardle warhurst
  waterhouse waterworth watkins watkinson watson watts weatherby weatherill wedgwood welburn wellbeloved wentworth westwood wetherspool
  whalley wheatley wheeldon whelan whitaker whitehead whitehouse whiteside whitfield whitmore whittaker whittingham whittle whitworth
  whyte widdowson wigglesworth wilberforce wilcox wilding wilkes wilkins wilkinson williams williamson willis willoughby wilmot wilson
  winstanley winterbottom winterbourne woodhead woodhouse woodruff woodward woolley wordsworth worsley worthington wragg wrigglesworth
  wrigley wyatt yardley yarwood yates yeats younghusband`,
  // South Asian, Arabic, Turkish
  `abbasi abdallah abdelrahman abdulla adhikari agarwal aggarwal agrawal ahluwalia ahmadi ahsan akhter akram aksoy aktas al-hassan
  aladdin alam anwar arora arshad arslan asghar aslam aslan awan aydin ayub aziz babar bagri bains bajwa bakri bakshi bandara banerjee
  bangash bansal barakat bashir basra basu batra bayrak begum bhalla bhandari bhangu bharadwaj bhardwaj bhasin bhatia bhatt bhattacharya
  bhatti bhogal bhuiyan bhullar bishara biswas bose bozkurt bulut butt celik cetin chakrabarti chakraborty chandrasekaran chandrasekhar
  chatterjee chaudhari chaudhary chaudhry chaudhuri chauhan chawla cheema chohan chopra choudhary choudhury chowdhury dadhwal dalal
  darwish dasgupta demir demirci deol desai deshmukh deshpande dewan dhaliwal dhami dhanda dhanoa dhar dhawan dhesi dissanayake dogan
  dosanjh doshi dutta dwivedi elsayed erdogan farouk fayad gandhi ganguly gavaskar ghanem ghani ghosh ghuman goel gokhale gopal
  gopalakrishnan goswami grewal gujral gulati gunawardena gunes gupta gurung haddad hakim haldar hamdan hariri hashemi hossain hosseini
  hundal husain hussain hussein ibrahimi iqbal islam iyengar iyer jaber jaffer jain jaiswal janjua jaswal javed jayasuriya jayawardena
  johal joshi juneja kakar kalsi kapadia kaplan kapoor kapur karaca karimi kassab kassem kaur kaushal kaya khalil khanna khatri khatun
  khawaja khoury kilic koc kohli korkmaz koshy kotecha krishnamurthy kulkarni kumar kumari kundu kurian kuruvilla lakhani lalani limbu
  lodhi madan mahajan mahdi mahmood majid majumdar malhotra malouf mander mangat mansour mathew mathur mehmood mehra mehta menon miah
  minhas mirza mishra misra mittal mohammad mohammed mohan mohanty moradi mousavi mukherjee mukhtar murthy mustafa nagpal nagra naidu
  naik nair nambiar nanda narang narayan narayanan naseem nasr nasser natarajan nayar nehru nijjar osman ozdemir ozturk padmanabhan
  pandey pandit pandya panesar parekh parikh parmar patel pathak patil perera pillai polat prabhu prajapati prasad purewal qasim qazi
  qureshi rafiq rahim rahimi rai rajan rajapaksa rajput ramachandran ramakrishnan ramamurthy ramanathan ramaswamy rana ranasinghe
  randhawa rashid rathod rathore rawal raza reddy rehman rezaei sabbagh sabharwal sachdev sachdeva saeed sahin sahni sahota saini salah
  saleem saleh salim samra sandhu sangha saxena sayed sehgal senanayake sengupta sethi shaheen shahin shaikh sharma sheikh shergill
  sherpa shetty shrestha siddique siddiqui sidhu sikka simsek singh singhal sinha sivakumar solanki somasundaram sood srinivasan
  srivastava subramaniam subramanian suleiman sundaram swaminathan syal tahir tamang tandon tariq tekin tewari thakkar thakur thapa
  thiagarajan tiwari toor trivedi turan uddin ullah uppal vaidya varghese varma vasudevan venkataraman verma virdee virk vohra vyas
  wadhwa wahab weerasinghe wickramasinghe wijesinghe yadav yalcin yassin yavuz yildirim yildiz yilmaz yousaf yucel zaki zaman zubair`,
  // African and Caribbean
  `abara abdi abdikadir abdullahi abiola abraha abubakar achebe achieng adan adebayo adebisi adedeji adegbite adeleke aden adeniran
  adeniyi adeola adesanya adewale adeyemi adichie afolabi agbaje agyei agyeman agyemang ahmadu ahmed aidoo ajayi ajibade akande akintola
  akinwande akpan akufo alabi amankwah amoah amoako amponsah aneke aniekan ankrah annan ansah anyanwu appiah asamoah asante asare ashong
  asiedu atta awolowo awuah ayariga azikiwe babalola bakare balogun bamgbose bankole bassey beckford bediako berhe boadi boakye boateng
  bogle bonsu byaruhanga campbell-reid chebet chidzero chigumba chikwanha chinaka chirwa chukwu chukwudi chukwuma cudjoe cumberbatch
  dacosta dacres dahir danquah danso darko desta diallo diop dirie doku duah duru ebo edet effah effiong egeh egwu ejiofor ekpo elmi
  elumelu emenike enahoro ene essien etuk ezeani ezenwa facey farah fashola fawehinmi folarin frimpong gayle gbadamosi gebre gebremariam
  gebreselassie gedi geelle gooden goulbourne grandison guled gumede gyamfi habte hagos hersi hirsi hlatshwayo hylton ibekwe idowu igwe
  ikpeme iloabachie ironsi iwu jimale jimoh juma kabila kagwa kahin kamara kamau kanu karanja kargbo kariuki kasongo kidane kiggundu
  kimani kipkemboi koech konneh korir koroma kuffour kumalo kwarteng ladipo latouche lawal llewellyn lumsden lumumba mabhena madaki
  madueke maharaj maina makoni mandela maphosa maposa marufu mashingaidze mazibuko mbah mbala mbeki mburu mengistu mensah mhlanga
  mnangagwa mohamed mohamud moyo mpofu msipa mudenda mugabe mukasa mukendi mukwena mulamba mulugeta munyaradzi mupfumi murewa muriuki
  musa museveni mushonga musoke mutasa mutsvangwa mutua muzenda muzorewa mwale mwamba mwangi mwansa nartey ncube ndiaye ndlovu ndoro
  ndungu negash nembhard ngcobo ngige ngugi ngwenya nhamo njenga njoku njoroge nkansah nkomo nkosi nkrumah ntim nunoo nur nwachukwu
  nwankwo nwosu nyamekye nyathi nyong nyong'o nyoni obaseki obeng obi obiora ochieng odhiambo odumosu odunsi oduro oduya ofori ogbonna
  ogola ogunbanjo ogundipe ogunleye ogunsanya okafor okeke okello okereke okocha okonedo okonjo okonkwo okorie okoro okot okoye
  okpalaoka okpara okwuosa oladele oladipo olajide olaniyan olatunji olawale oluwole omondi omotoso onuoha onwuka onyango onyeama opara
  opoku osei oseni osinbajo osuji osunde otchere otieno owusu oyebanji oyekan oyelaran oyelowo oyinlola persaud pinnock plummer pongo
  quansah quarshie quaye ramdeen ramdin ramlogan ramnarine rampersad roble ruto sackey sadiq salako salami samaroo samatar sarpong sealy
  seecharan sesay shittu shonibare sibanda sithole smikle sowande soyinka ssentamu sserwadda tadesse tandoh teklu tesfaye tetteh
  tshibangu tulloch tumwine tutu twumasi ubani udeh udoh ugwu umar umeh uwais uzor vambe wafula wanjiru warsame wedderburn wekwete weldu
  woldemichael yakubu yeboah yohannes yusuf zerai zungu`,
  // Eastern and southern Europe, the Far East, Jewish
  `abrahams abramovich achterberg adamczyk adamski agbayani aguilar alcantara alexiou almeida alvarez alves amaral andersson andrade
  andreev antunes aquino araujo azevedo babic baek balan baptista baran barbosa barbu barros batista bautista belmonte bergstrom berisha
  berkowitz bernardes bernstein bianchi bielak blaszczyk blumenthal bogdanov bondoc borges borkowski borowski botelho brito brzezinski
  bucur buenaventura bui cabral cabrera caetano caldeira canlas cardoso carneiro carreira carvalho castillo castro catacutan chan chang
  cheng cheung chiang chiu chmielewski chng choi chong chou chow christensen christodoulou chua chung ciobanu coelho cohen cojocaru
  colombo concepcion constantin constantinescu constantinou conti correia cretu cunha czarnecki czerwinski dabrowska dabrowski dagohoy
  dang delacruz demetriou diaconu dias diaz dimaculangan dimitrov dimitrova dinh dizon dobrescu dombrowski dominguez dragomir duarte
  dubois dudek dumitrescu dumitru duong dupont durand dvorak economou eisenberg enache encarnacao enriquez epstein eriksson espiritu
  esposito estrada evangelista faria feinstein feldman fernandes fernandez ferrari ferreira figueiredo figueroa finkelstein fischer
  florea fong fonseca fournier freitas friedman friedmann fujimoto fujita galang garcia gashi gatdula georgescu georgiev georgieva
  georgiou gheorghe goldberg goldblatt goldfarb goldstein gomes gomez goncalves gonzalez gorski grabowska grabowski greco greenberg
  grigorescu grossman guerreiro guevarra gustafsson gutierrez hadjigeorgiou hansen hashim hashimoto hayashi henriques hernandez hirsch
  hoang hoffmann horowitz horvat horvath hoxha hsieh hsu huang huynh hwang iglesias ilagan iliescu inoue ioannou ionescu ishikawa ismail
  ivanov ivanova ivanovic jablonski jacobsen jakubowska jakubowski jankowska jankowski jansen janssen javier jaworski jensen jeong jiang
  jimenez johansson jovanovic kaczmarczyk kaczmarek kalinowski kamaruddin kaminska kaminski karlsson katz kazlauskas kimura kleinman
  kobayashi konieczny kovac kovacs kovalchuk kovalenko kowalczyk kowalewski kowalska kowalski kozak kozlowska kozlowski krasniqi
  krawczyk krol kruger kubiak kucharski kuzmenko kwan kwiatkowska kwiatkowski kwok kwon kyriacou lacson larsen lau lazar lebowitz
  lefebvre leitao leite leung levine levinson levy lewandowska lewandowski liang liao lieberman liebermann ligaya lim lindqvist
  lindstrom liu lombardi lopes lopez lourenco lowenstein lui lumibao luo luong lupu macapagal macaraeg macedo machado maciejewski
  magalhaes magbanua magsaysay majewski makowski malabanan malinowska malinowski manalo mancini mandelbaum manea mangubat marchenko
  marcinkowski marinescu marinov markovic marques marquez martinez martins matos matsumoto mazur mazurek medeiros melnyk melo mendelsohn
  mendes mendez mendoza menezes mercado meyer michaelides michalak michalski mihai mihailescu miranda mitrea moldovan monteiro morales
  morariu moreira moretti moskowitz moura muller munoz munteanu nagy nakamura nakashima navarro neagu nedelcu nemeth neves ngai ngo
  nguyen nica nicolaou nielsen nikolaou nikolov nilsson nistor nogueira noronha novak novakova nowacki nowak nowakowska nowakowski nunes
  oancea ocampo olaru oliveira olsen olszewska olszewski oprea ortega ortiz ostrowski pacheco panayi pang panganiban pangilinan
  papadakis papadopoulos papadopoulou papageorgiou pappas pascual pavlenko pawlak pawlowski pedersen pereira perez petersen petkov
  petrenko petrescu petrov petrova petrovic pham phan phung pietrzak pimentel pinheiro pinto piotrowska piotrowski pires popa popescu
  popov popova popovic preda qian qiu quach quiambao quizon rabinowitz radu rahmat ramirez ramos-santos rasmussen rebelo resende reyes
  ribeiro ricci rivera rizzo rocha rodrigues rodriguez rosales rosenbaum rosenblatt rosenfeld rossi rosu rothschild rubinstein ruiz rusu
  rutkowski sadowski sakamoto salazar salgado salonga sanchez sandu santana santiago santos santos-cruz saraiva sarmiento sasaki sato
  savchenko savvides sawicki schechter schmidt schneider schroder schulz schwartz schwarz seabra serban shala shapiro shehu shen
  shevchenko shimizu sikora silberman silva silveira silverman silverstein simoes siu soares sobczak soderberg sokolowski solomon
  sorensen soriano sousa souza spielman stanciu stankovic stavrou stefanov steinberg steiner stoica stoyanov suarez suciu suzuki
  svensson szabo szczepanski szeto szewczyk szulc szymanska szymanski szymczak takahashi tanaka tanase tavares teitelbaum teixeira teles
  teng theodorou tkachenko todorov tolentino tomaszewski trinh truong tsang tse tsui tudose tymoshenko ungureanu urbanski ursu valdez
  vandenberg vanderberg vargas vasconcelos vasile vasilescu vasquez vaz vega velasco velasquez viegas vieira vilela villanueva villareal
  vlad voicu vuong wang watanabe weinberg weinstein wieczorek wisniewska wisniewski witkowski wlodarczyk wojciechowska wojciechowski
  wojcik wolfson wong wozniak wrobel wroblewski wysocki xavier xiang xiao xie xiong xu xue yamada yamaguchi yamamoto yamazaki yap yeo
  yeoh yeung yip yoshida yuen zajac zakrzewski zawadzki zeng zhang zhao zheng zhong zhou zhu zielinska zielinski zimmermann ziolkowski
  zuckerman`,
  `cameron saunders ryder pollard todd sykes galloway sandford goff underwood dutt rao das dodds sen sinclair costello hodge lal sodhi soni medina moreno marino klein weiss adler segal rosen flores wharton
  gosling turner thatcher bello amadi ibe shukla mistry nayak wu yang modi ballard serrano romano torres campos valente shah malik sultan`,
);
