import { wordList } from './word-list.ts';

/** Given names heard in Britain that are no English words, so that they stand for a person however they are typed. Written without accents. */
export const givenNames = wordList(
  // English and Scottish, long in use, with their short forms
  `aaron abby abigail ada adam adele adrian agatha agnes aidan aileen ailsa alan alana alasdair alastair albert alec alex alexander
  alexandra alexis alf alfie alfred alice alicia alina alison alistair allan allison alma amanda amelia amelie amy anastasia andrea
  andrew andy angela angelina angie angus anita ann anna annabel annabelle anne annette annie anthea anthony antonia antony arabella
  archibald archie arlo arnold arran arthur ashleigh ashley ashton astrid aubrey audrey ava avril barbara barnaby barry beatrice becca
  becky belinda ben benedict benjamin bernadette bernard bernice bert bertie beryl bess bessie beth bethan bethany betsy bettina bianca
  blake blanche bonnie boris bradley brandon brenda brendan brian briony bronte bronwen bruce bryan bryn bryony caitlin callum camilla
  candice cara carl carla carly carmel caroline carolyn carrie caspar cassandra cassie catherine cathy catriona cecil cecilia cecily
  cedric celia celine chantal chantelle charlene charles charley charlotte chelsey cheryl chloe chris christabel christina christine
  christopher clara clarence clarissa claudia clifford clive coleen colette colin colleen connie connor conor cora cordelia corinne
  cornelius courtney craig cressida curtis cynthia cyril daniel daniella danielle danny daphne darcey darcy darius darrell darren daryl
  dave david davina dawson deanna debbie deborah debra deirdre delia della delroy denis denise dennis denzil derek dermot desmond diana
  diane dianne dillon dolores dominic donald donna doreen doris dorothea dorothy dougal douglas duncan dylan eamon edgar edith edmund
  edna edward edwin edwina eileen elaine eleanor elena elijah elinor eliot elisabeth elise eliza elizabeth ella ellen ellie elliot
  elliott ellis eloise elsa elsie elspeth elvis emilia emily emma emmanuel enid eric erica erika ernest ernie esme esmee esther ethan
  ethel eugene eunice eva evangeline evelyn evie ewan ewen fabian felicity felix fenella ferdinand finlay finley finn finnegan fiona
  fleur flora florrie frances francesca francis frankie fraser fred freda freddie freddy frederica frederick freya gabriel gabriella
  gabrielle gareth gary gavin gaynor geoff geoffrey george georgie georgina geraint gerald geraldine gerard gerry gertrude gilbert giles
  gill gillian gina ginny gladys glenda glenys gloria glyn godfrey gordon graeme graham gregory greta guinevere gwen gwendoline gwyneth
  hamish hannah harold harriet harriett harrison harvey hattie hayden hayley heidi helen helena henrietta herbert hermione hester hetty
  hilary hilda horace howard hubert hugh hugo humphrey ian imogen ingrid ira irene isaac isabel isabella isabelle isadora isla isobel
  isobelle ivor izzy jackie jacob jacqueline jacqui jago james jamie jan jane janet janette janice janine jared jarvis jason jayden
  jayne jeanette jeanne jeannie jeff jefferson jeffrey jem jemima jemma jennie jennifer jeremiah jeremy jerome jess jessamy jesse
  jessica jessie jill jillian jim joan joanna joanne jocelyn jodie jody joe joel joey john johnnie jon jonathan jonny joseph josephine
  joshua josie joyce judith judy jules julia julian juliana julie juliette julius justin justine kane karen karl kate katelyn katharine
  katherine kathleen kathryn kathy katie katrina katy kayla kayleigh keeley keira keith kelvin kendra kenneth kenny keren kerry kerstin
  kevin kieran kim kimberley kirsten kirsty kris kristen kristian kristina kyle kylie lachlan laila larissa larry laura lauren laurence
  lawrence leah leanne leila lennox leo leon leona leonard leonie leonora leopold leroy lesley leslie letitia lewis lexi liam lilian
  lilith lillian lilly linda lindsay lindsey linus lisa lisbeth livia liz lizzie lloyd lois lola lorelei loretta lorna lorraine lottie
  louis louisa louise lucas lucia lucian lucie lucille lucinda lucy luke lulu luna lydia lyla lynda lyndon lynette lynn lynne lynsey
  mabel mable mackenzie maddie maddison madeleine madge magnus maisie malachi malcolm mandy marcia marcus margaret margery margot marian
  marianne marie marion marjorie marlene marlon marnie martha martin martina martyn mary matilda matt matthew maud maude maura maureen
  maurice mavis maxine maxwell meg megan mel melanie melinda melissa melvin melvyn mercedes meredith mervyn mia micah michael michaela
  michelle mick mikey mildred millicent millie milly milo mimi minnie miranda miriam mitch mitchell moira mollie mona monica monique
  morag morgan muriel murray myfanwy myles myra nadia nadine naomi natalia natalie natasha nathan nathaniel neil nell nettie neville
  niall nicholas nicki nickie nicky nicola nicole nigel nikki nina noah noel noelle nora norah noreen norma octavia olga oliver olivia
  ollie orla orlando orson osmund oswald otis ottilie otto owen pam pamela patricia patrick patty paul paula pauline peggy penelope
  percival percy perpetua perry pete petra petula phil philip philippa phillip phillipa philomena phoebe phyllis piers primrose
  priscilla quentin quinn rachael rachel ralph ramona randolph raphael raymond rebecca rebekah reece reggie regina reginald renee
  rhiannon rhoda rhona rhys ricardo richard richie ricky robert roberta roberto robyn rochelle roderick rodney roland ron ronald ronnie
  rory rosa rosalie rosalind rosalyn rosamund rosanna rosanne roseanna roseanne rosemarie rowena roxanne roy rufus rupert russell ruth
  ryan sabrina sadie salma sam samantha sammy samson samuel sandra sara sarah sasha saul scarlett scott sean sebastian selina selwyn
  serena shane shannon sharon shaun shauna sheila shelley sheridan sheryl shirley sian sid sidney sienna silas silvia simon simone skyla
  sofia sonia sonya sophia sophie spencer stacey stacy stanley stefan stella steph stephanie stephen steve steven stewart stuart susan
  susanna susannah susie suzanne suzie suzy sybil sylvester sylvia tabitha tamara tammy tamsin tania tanya tara tatiana ted terence
  teresa terri terry tessa thea thelma theo theodora theodore theresa therese thomas tia tiffany tilda tilly tim timothy tina tobias
  toby tom toni tonya tracey tracy trevor tricia trina trish trisha tristan trudy tyler tyrone una ursula valentina valerie vanessa
  vaughan velma verna vernon vic vicki vicky vince vincent vivian vivien vivienne wallace walter wanda warren wayne wesley wilf wilfred
  wilhelmina willa willard william wilma winifred winnie winston yasmin yasmine yolanda yvette yvonne zac zach zachary zack zara zelda
  zena zoe zola`,
  // Welsh
  `aeron aled alun aneira aneirin aneurin angharad anwen arwel arwen arwyn bedwyr betsan bleddyn branwen brychan cadi caerwyn carwyn
  carys catrin ceinwen ceri ceridwen ceris cledwyn clwyd dafydd deio delyth derwyn dewi dilys dyfan dyfed dyfrig ednyfed efa eilir
  eirian eirlys eirwen eleri elfyn elgan elin eluned emlyn emrys emyr enfys esyllt eurig eurwen ffion fflur gerallt gerwyn gethin
  goronwy gruff gruffudd gruffydd guto gwawr gwenan gwenda gwenllian gwenno gwenyth gwilym gwion gwladys gwyn gwynfor heddwyn hefin
  heledd heulwen huw hywel idris iestyn ieuan ifan ifor illtyd ioan iolo iorwerth islwyn ithel iwan lleucu llewelyn llinor llinos llio
  lowri mabli macsen madoc mair mared maredudd marged medwyn meilir meinir meirion menna mererid meurig mihangel morfudd morwenna nerys
  nesta olwen osian owain peredur rhian rhianwen rhisiart rhodri rhydian sion sioned steffan talfryn taliesin tegid tegwen tegwyn tesni
  tirion tomos trefor tudur wil wyn`,
  // Irish and Gaelic
  `ailbhe ailidh aine aisling aislinn aodhan aoibheann aoibhinn aoife blathnaid brid bridget bridie brigid bronach bronagh calum
  caoilfhionn caoimhe caolan cathal cian ciara ciaran cillian cliodhna clodagh coinneach colm colum conall conleth cormac daire daithi
  darragh deaglan declan dervla diarmaid diarmuid domhnall donal donncha dymphna eabha eadaoin eamonn eanna eilidh eilis eimear eimer
  eithne emer enda eoghan eoin feargal fearghas fergal fergus fiadh fidelma finbar finola fintan fionn fionnlagh fionnuala gearoid
  gobnait grainne iain iarlaith iseabail kirstie lachlann laoise liadan lorcan maebh maeve mairead mairi mairin malachy marsaili meabh
  mhairi micheal morven muireann muiris muirne naoise niamh nollaig nuala odhran oisin oonagh oran orlaith padraic padraig paidi peadar
  rhuaridh riona roisin ronan ruaidhri ruairi ruaridh sadhbh saoirse seamas seamus seanan seona seonaid shona sile sinead siobhan siofra
  sorcha struan tadhg tiernan torquil turlough uisdean ultan`,
  // Polish, Czech, Slovak, Lithuanian, Latvian, Ukrainian, Russian
  `agata agnieszka aiga aleksander aleksandra alicja anatoly andrii andris andriy andrzej aneta anetta aniela antoni anzhela arkadiusz
  artem artur arturs baiba bartek bartlomiej bartosz beata blazej bogdan bogumila boguslaw bohdan bozena bozidar bronislaw cezary
  czeslaw dace dagmara dainius daiva damian danuta dariusz dmitri dmitry dmytro dominik dominika dorota edyta egle elzbieta emil ewa
  ewelina filip franciszek gabriela galina giedre giedrius gintaras gosia grazyna grzegorz gustaw halina hanna henryk honorata ieva igor
  ilona ilze inese inga irena irina iryna iwona iza izabela jacek jadwiga jagoda jakub jana janina janis janusz jarek jaroslaw jerzy
  jiri jitka jolanta jolita jozef jozefa julita jurate jurgita juris justyna kacper kajetan kamil kamila karol karolina kasia katarzyna
  katerina kateryna katya kazimierz kestutis kinga klaudia konrad kristaps krystian krystyna krzysiek krzysztof ksenia laima larysa
  lenka lesya leszek lidia liga linas lubos lucjan lucyna ludek ludmila lukasz lyudmyla maciej maciek magda magdalena maja maksim maksym
  malgorzata malwina mantas marcin marek mariola maris mariusz marketa marta maryla marzena mateusz michal mieczyslaw mikolaj milan
  milena miloslav milosz mindaugas miroslaw miroslawa misha monika mykhailo mykola nadiya nataliya natalya norbert oksana olaf oleg oleh
  oleksandr oleksandra oleksiy olena olha oliwia oliwier ondrej ostap patryk paulina pavel pavlo pawel petr petro piotr piotrek przemek
  przemyslaw radek radka radoslaw rafal raimonds rasa renata rimantas rokas roksana roksolana ruslan ruta ryszard sandris sanita saulius
  sergei sergey serhiy slava slawek slawomir stanislaw stanislawa stefania svetlana svitlana sylwester sylwia szymon tadeusz taras
  tatyana tereza tetiana tomas tomasz tomek urszula vaclav vaida valdis valeriy vasyl veronika viktor viktoriya vilma vitaliy vladimir
  vojtech volodymyr vytautas waclaw waldemar weronika wiesia wieslaw wieslawa wiktor wiktoria wioletta witold wladyslaw wlodzimierz
  wojciech wojtek yana yaroslav yevhen yulia yuliya yuri yuriy zane zbigniew zbyszek zdenek zdenka zdzislaw zenon zivile zofia zosia
  zoya zuzana zuzanna zuzia zygmunt`,
  // Romanian, Bulgarian, Hungarian, Albanian, Balkan, Greek
  `adela adelina adina adriana aggeliki agim agron akos alban albana aleksandar alexandru anastasios anca andras andreea andrei angelica
  angeliki arben ardian arta artan arton asen athanasia attila aurel aurelia avni balazs bardha bela bence besnik blerim blerina bogdana
  boyan boyko bujar camelia catalin catalina christos chrysoula ciprian claudiu constantin corina cornel cosmin costel costin crina
  cristian cristiana cristina csaba csilla dana daniela danut dardan despina dimitar dimitra dimitrina dimitrios dimitris dinu donika
  dora dorin dorina doru dragan dragana dragos drita dumitru dusan ecaterina edona eirini eleftheria eleni elira emese eniko erion ermal
  erzsebet eszter eugen eugenia evangelia evangelos fatmir fatos felicia ferenc fitim flamur flaviu florentina floriana florica florin
  gabi gabor gelu genti georgeta georgi georgiana georgios gergana geza gheorghe gigi giorgos gjergj goran gordana grigore gyongyi
  gyorgy gyula horatiu horia hristo iacob ildiko ileana ilie ilir imre ioana ioanna ioannis ion ionel ionela ionut istvan iulia iulian
  iuliana ivana ivaylo ivelina janos jelena jeta jovan jovana jozsef judit kalina kamen karoly katalin kiril konstantina konstantinos
  kostas krasimir krasimira krisztian krisztina kujtim kyriakos lajos laszlo laurentiu lavinia levente liliana liridon lirije liviu
  ljiljana loredana luljeta lulzim luminita lyubomir madalina majlinda manolis marcel mariana maricica marija marilena marin marius
  mariya marko maro marton matyas maya mentor michalis mihaela mihai mihail mihaita miklos milica milos mimoza mircea mirela mirjana
  naim narcis nebojsa nedyalko nektarios nemanja nenad nicolae nicoleta nicu nikola nikolaos nikolay nikos oana octavian orsolya ovidiu
  panagiota panagiotis panos paraschiva paraskevi pavlos persefoni petar petre petrica petrit petru petya piroska plamen predrag qendrim
  radmila radoslav radu raluca ratko razvan reka rodica rositsa roxana rumen rumyana ruxandra sanda sandor sanja savvas shpresa silviu
  silviya simeon simona skender slavica slobodan snezana sofoklis sorin sorina sotiria sotiris spyridon spyros stanimir stavros
  stavroula stelian steliana stelios stevan stoyan stoyanka svetla svetozar szabolcs szilvia tamas teodor teodora thanasis theodoros
  tiberiu tibor tijana timea toader todor traian tsvetan tsvetelina valbona valentin valeriu valon vasile vasilica vasiliki vasilis
  vassilis vesela veselin vesna viktoria violeta viorel viorica virgil vjosa vlad vladan vuk xenia xhevdet yannis yiannis yiorgos yordan
  yordanka zeljko zhivko zografia zoltan zoran zorica zsofia zsolt zsuzsa zsuzsanna`,
  // South Asian: Hindu, Sikh, Tamil, Malayali, Sinhala, Nepali
  `aaradhya aarav aarti aarush abhay abhijit abhinav abhishek abin aditi aditya advait aiswarya ajay ajit ajith akash akhil akshata
  akshay albin aleena alok alphonsa amandeep amar amardeep amarjit amarpreet ambika amisha amit amita amitabh amol amrit amrita amritpal
  anand anant ananya anaya aneesh anika aniket anil anila anirudh anish anisha anjali anjana anju ankit ankita ankur anoma anoop anuj
  anuja anupam anupama anuradha anurag anushka aparna archana arjun arnav arpita arun aruna arundhati arvind aryan ashish ashok ashwin
  ashwini athira avani avinash ayush babita bala balaji balbir baldev baljeet baljinder baljit balraj balwant balwinder bhagwan bharat
  bharati bhaskar bhavesh bhavik bhavika bhavin bhavna bhavya bhupinder bibek bijay biju bikram bimal bincy bindhu bindu binod binu
  bipin bishnu blessy boby chaitanya chamari chaminda chandan chandni chandra chandran charanjit chathura chetan chetna chirag chitra
  dalbir daljit damith darshan darshana davinder deepa deepak deepali deepika deepthi deepti deeraj devendra devika dhanya dharmesh
  dharminder dhaval dhiraj dhruv dhruvi dilani dilhani dilip dilrukshi dinesh dinusha dipa dipak dipali dipika dipti divya divyesh
  drishti durga gagan gagandeep ganesh ganga gaurav gauri gautam gayan gayathri gayatri geeta girish gita gopal govind gurbax gurcharan
  gurdeep gurdip gurinder gurjit gurmeet gurmit gurpreet gursharan gurvinder hardeep hardik hari hariharan harinder harish harita
  harjinder harjit harjot harkiran harleen harmeet harpreet harsh harsha harshad harshil harshita harvinder hasmukh heena hema hemal
  hemant hemlata himani himanshu hina hiral hitesh inder inderjit indira indra indrani iresha ishaan ishan ishani ishita ishwar isuru
  jagdeep jagdish jagjit jagmohan jaidev jaipal jaison janaka jasbir jasdeep jashan jasleen jasmeet jasmin jasminder jasna jaspal
  jaspreet jassi jasvinder jaswant jaswinder jatin jatinder jaya jayant jayanthi jayanti jayesh jayshree jeevan jibin jigna jignesh jiji
  jinal jincy jinu jisha jismol jiten jitendra jitesh jithin jivan jobin joby jomol josmy juby jyoti jyotsna kabita kailash kajal
  kalpana kalpesh kamal kamala kamaldeep kamaljit kamani kamini kamla kamlesh kanchan kanika kanta karan karanjit karanveer karthik
  kartik karuna kashish kasun kaushal kaushik kavita kavitha kavya kedar keerthi ketan ketki keval khushboo khushi kiran kirandeep kirit
  kirti kishan kishor kishore komal krish krishan krishna krishnan kriti krupa kulbir kuldeep kuljit kulvinder kulwant kulwinder kumari
  kumud kunal kusum lahiru lakhbir lakhvinder lakmal lakshman lakshmi lalit lalita lalith laly latha laxman laxmi leela leena lekha liji
  lijo lincy linu lokesh madhav madhavi madhu madhuri mahendra mahesh malati malini malith mallika mamta manas mandeep mandip maneesh
  maneesha mangal mangesh manik manish manisha manjeet manjinder manjit manju manjula manjusha manmeet manoj manpreet mansi manvir
  mayank mayur mayuri meena meenakshi meenal meera megha mehul milind minal minesh mira mitesh mithun mohan mohini mohit mridula mukesh
  mukta mukund murali nabin nadeesha nalaka nalini naman namita namrata nandini nandita narayan naren narendra naresh narinder navdeep
  naveen navin navjot navneet navpreet nayani neel neela neelam neena neeraj neeru neeta neetu neha nidhi nihar niharika nijo nikesh
  nikhil nikhita nikita nikunj nilesh nilima niluka nimal nimali nimesh nimisha niraj niral niranjan nirav nirmal nirmala nisha nishant
  nishita nitesh nithin nithya nitin nitya nuwan omkar padma pallavi pankaj parag paramjit paresh parminder parmjit parul parvati
  parvinder pavan pavitra pawan pemba piyush pooja poonam poornima prabha prabhakar prabhat prabhjot prabhu prachi pradeep pradip praful
  prakash prakriti pramila pramod pranav praneeth pranjal prasanna prashant prashanth pratap prateek pratibha pratik pratima praveen
  pravin preetam preethi preethy preeti prem prema premila princy pritam priti prity priya priyanka priyanshi priyesh pujan punam puneet
  punita purnima purvi pushpa pushpinder raghav raghu rahul rajan rajani rajat rajbir rajdeep rajeev rajendra rajesh rajeshwari rajinder
  rajitha rajiv rajkumar rajni rajnish raju rajveer rajvinder rajwinder rakesh rakhi ramachandra raman ramandeep ramesh raminder ramneek
  ranbir randeep ranjan ranjana ranjit ranjita ranveer rashmi ratan rathi ravi ravinder ravindra ravneet reema reena reji rekha remya
  renu renuka resham reshma resmy richa riddhi rima rincy rini rishabh rishi ritesh ritika ritu riya rohan rohini rohit roma roshan
  roshni ruchi ruchika rupa rupal rupali rupinder rushabh rutvi ruwan ruwani saanvi sabina sabitri sachin sagar sahil sajan saji sajini
  sakshi saman samir sampath sanath sanchita sandeep sandhya sandip sanduni sangeeta sangita sanjana sanjay sanjeev sanjiv sanjukta
  santosh sapna saraswati sarbjit sarika sarita sarmila saroj sarvesh sasikala satbir sathish satinder satish satnam satpal satvinder
  satwinder satyam saurabh savita savitri seema seena sejal shailesh shaji shakti shalini shankar shanta shanti sharad sharda sharmila
  shashank shashi sheeba sheetal shefali shehan shibu shijo shilpa shiny shiv shiva shivam shivangi shivani shobha shobhana shraddha
  shreya shreyas shrikant shruti shubham shweta shyam shyni siddharth siddhi siji simran simranjit sindhu sini sinu sita smita smitha
  smriti sneha snehal soham sohan somnath sonal sonali sonam sonu soumya sreedevi sreeja srinivas sriram subash subhash sucheta sudha
  sudhakar sudhanshu sudheesh sudhir suja sujata sujatha sukhbir sukhdeep sukhdev sukhjinder sukhjit sukhpreet sukhvinder sukhwinder
  sulochana suman sumana sumit sumitra suneel sunethra suni sunil sunita suniti supriya suraj surbhi surekha surendra suresh surinder
  surjit surya sushil sushila sushma sushmita swapnil swara swarn swati tanmay tanuj tanvi taranjit tarsem tarun tejal tejas tejinder
  tenzing thakor thara tharanga tharindu thilini thushara tintu treesa trupti tushar uday umesh upinder upul urmila urvashi usha utkarsh
  uttam vaibhav vaishali vaishnavi vandana vani varinder varsha varun vasant vasudha vedant veena venkat venkatesh vibha vidhi vidya
  vihaan vijay vijaya vijayalakshmi vikas vikram vikrant vimal vimala vina vinay vinaya vineet vineeta vineetha vinita vinod vipan vipin
  vipul viraj viral virender virinder vishal vishnu vivek vrinda yamini yash yashika yashoda yashwant yogesh yogita yuvraj`,
  // Pakistani, Bangladeshi, Arabic, Persian, Kurdish, Afghan, Turkish
  `aaliyah aamir aamna aasim abbas abdalla abdallah abdel abdelaziz abdelkader abdelrahman abdul abdulaziz abdulkadir abdullah abdullahi
  abdulrahman abdurrahman abeer abid abida abir abrar adeeba adeel adel adem adham adil adila adnan afaf afia afnan afra afrin afroza
  afsana afshan aftab afzal ahad ahlam ahmad ahmed ahmet aida aiman aisha ajmal akbar akhtar akif akin akram alaa aleem ali alia aliya
  aliyah alp alperen altaf altan alya amaan aman amani ameen ameena ameer ameera amer amin amina aminah amir amira amirah amjad ammar
  amna amr anas anees aneesa anis anisa anjum annum anwar anwara aqeel aqib aqsa arafat arash arda ardeshir areeba areej arham arif
  arifa armaan arsalan arshad arslan arwa asad aseel asfand ashfaq ashiq ashraf asif asim asiya asli asma asmaa asuman atakan atif atiqa
  atiya attiya awais awat aya ayaan ayat ayaz ayca aydin ayesha ayfer ayhan ayisha ayla aylin ayman aynur ayoub ayse aysegul aysel aysen
  aytac ayub azad azadeh azam azeem azhar aziz aziza azra babar bader badr bahadir bahar bahram bakhtiar bakr baraa baris basak bashar
  basharat bashir basim basma batool behnam behrouz bekir belgin benazir berat berk berkay berna besim beste betul beyza bijan bilal
  bilqis bisma bora bouchra buket bulent burak burcu burhan bushra busra cagla canan cansu cem cemal cemil cengiz ceren ceyda ceylan
  chaudhry cihan cuneyt dania danish danyal daoud dariush darya davut dawood defne demet derya devrim didem dilan dilara dilek dina
  diyar doaa dua duaa duygu ebru ece ecem efe egemen ehsan ejaz ekrem elham elif emad eman emine emrah emre engin enver ercan erdal
  erdem erdogan eren erhan erkan erol ersin ertan ertugrul esam esin esma esra essam evren eylem ezgi fadime fahad faheem fahim fahmida
  faisal faiz faiza fakhar fakhra farah farha farhad farhan farhana faria fariba farid farida farideh fariha farooq farouk farrukh
  farshid farzad farzana farzaneh fateh fatema fathi fatih fatiha fatima fatimah fatma fawad fawzia fayaz fayyaz fazal fehmida fereshteh
  ferhat feride feroz feyza fida fikret filiz fiza fouad fouzia fozia funda furkan furqan gamze ghada ghassan ghazala ghulam gizem gokce
  gokhan golnaz gonca gonul gozde gulay gulcan gulden gulnaz gulsah gulsen gulsum gulten guray gurkan habib habiba hacer hadeel hadi
  hadia hadiya hafeez hafsa hafsah haider haifa hajar hajra hakan hakeem hakim hala haleema halima haluk hamad hamda hamdan hameed hamid
  hamida hammad hamza hamzah hana hanaa hanan handan hande hania hanif hanifa hanife haniya haris harith haroon harun hasan hashim
  hasina hasna hasnain hassan hatice havva hawre haya hayat hayder hazal hazem hiba hicham hilal hira hisham hooman hooria hosam hossain
  huda hulya huma humaira humayun humera humeyra husam huseyin husna husnain hussain hussein ibrahim ibtisam idil iffat ifrah iftikhar
  ihab ihsan ijaz ikhlas ikra ikram ilayda ilham ilhan ilkay ilker ilyas imaan imad imran imrana inaam inam inaya inayat inci insha
  intisar ipek iqbal iqra irem irfan irum isa ishaq ishrat islam ismael ismail ismat ismet isra israa israr issa iyad izhar jabbar jaber
  jabir jafar jahan jahanara jahangir jalal jamal jameel jameela jamil jamila jamshid javaid javed javeria jawad jawaria jibran jihad
  juma jumana junaid juwairiya kaan kabir kadir kadriye kainat kaleem kalsoom kambiz kamran karam kareem kareema karim karima karwan
  kashif katayoun kausar kauser kaveh kawa kawther kemal kenan kerem keyvan khadija khadijah khadim khaled khaleda khaleel khalid
  khalida khalil khansa kholoud khurram khurshid kian koray kourosh kubra kulsoom kulsum kursat ladan laiba laith laleh lamia lamis
  latif latifa latife layla leman levent leyla lina lubna lutfur maha maham mahbub mahdi maheen mahin mahir mahira mahmood mahmoud
  mahmud mahmuda mahnaz mahnoor mahrukh mahsa mahtab maimuna maisha majed majid majida makbul malaika malak maliha malika mandana
  manijeh mansoor mansour mansur maqsood maram mariam marjan marwa marwan maryam maryum mashal masood masooma masoud masud mazen mazhar
  mehboob mehdi mehmet mehmood mehnaz mehran mehrdad mehreen mehrun mehwish melek meliha melike melis meltem memoona mert merve meryem
  mesut metin mevlut midhat mine minhaj minoo mirza misbah mishal mitra moaz mobeen mohamad mohamed mohammad mohammed mohd mohsen mohsin
  moin mojgan momina monir moosa morteza mostafa mouna moustafa mubarak mubashir mubeen mudassar mueen muge muhammad muhammed muhsin
  mujahid mukhtar mumtaz muna munaza muneeb muneer munir munira murad murat murtaza musa mushtaq muslim mustafa mutaz mutlu muzaffar
  muzaffer nabeel nabeela nabil nabila nada nadeem nadim nadir nadira nadra naeem naeema nafeesa nafisa naghma nagina naheed nahid
  nahida nahla naila naima naira najat najib najla najma najwa nalan naseem naseer nasim nasima nasir nasra nasreen nasrin nasser naveed
  naz nazan nazanin nazia nazim nazir nazli nazma nazmin nazmul nazneen nazreen nazrul necati negar negin nermin neslihan nesrin nevin
  nida nighat nihal nihan nil nilay nilgun nilofar niloofar niloufar nilufer nimra nizam noman noorjahan nosheen nouf noura nourhan nuha
  nur nura nuran nuray nurcan nurettin nurgul nuriye nurul nusaiba nusrat oguz oguzhan okan oktay omaima omar omer omid omran onur orhan
  osama osman othman oya ozan ozge ozgur ozlem parisa parvaneh parveen parvez parvin pegah pejman pelin perihan pinar pouya qadir qais
  qaisar qamar qasim qudsia rabab rabeea rabeya rabia rabiya radwan raed rafaqat rafat rafia rafiq rafiqul raghad rahat raheela raheem
  rahim rahima rahma rahman raihan rajab ramadan ramazan rameen rami ramin ramla ramsha rana rand rania raniya rasha rashad rashed
  rasheed rashid rashida rasool rasul rawan raza razia rebin rebwar recep reda reem refik rehan rehana rehman remzi reyhan reza rezwan
  rida ridwan rifat rihab rihanna rimsha riyad riyaz rizwan rizwana robina rojin romana roqaya roya rubab rubina rukhsana rukhsar rukiye
  ruksana rumaysa ruqayya saad saba sabah sabeen sabiha sabir sabira sabreen sabri sadaf sadia sadiq sadiqa saeed saeeda saeid safa
  safaa safia safina safiya safwan sahar sahin sahra saif saifullah saima saira sajid sajida sajjad saleem saleh saleha salih saliha
  salim salima salman salwa samar samara sameea sameena sameer sameera sami samia samiha samina samira samiya sana sanaa sanaz sania
  saqib sarbaz sarfraz sarmad sawsan sayed sayeed seda sedat sedef sefa seher sehrish selahattin selcuk selda selim selin selma sema
  semra sena sepideh serap sercan serdar serhat serkan serpil setareh sevda sevgi sevil sevim sevinc seyma shaban shabana shabbir shabir
  shabnam shadi shafaq shafi shafiq shafiqa shagufta shahab shahbaz shaheda shaheen shahid shahida shahin shahla shahnaz shahram
  shahrukh shahzad shahzadi shaista shakeel shakil shakila shakir shakira shamas shameem shamim shamima shams shamsa shamshad sharareh
  sharif sharifa sharmin shawkat shazia shazma shehla shehnaz sheraz sherin shilan shirin shirwan shoaib shohreh shoukat shuaib shumaila
  shumayla shwan siamak sibel siddiq siddiqa sidra sila sima simin sinan sinem sobia sohaib sohail soheila songul soran soraya suat
  subhan sufyan suha suhail suhaila suhayl sukaina sukran sulaiman sulaman suleiman suleyman sumaira sumaiya sumaya sumayya sumera suna
  syed syeda tabassum taha tahir tahira tahmina taiba taimur talal talat talha talib tamer tamim taner tanjina tannaz tansu tanveer
  tanvir tanzeel tanzila taqwa tarek tarik tariq taslima tasneem tasnim tauqir tawfiq tayfun tayyab tayyaba tehmina tehseen tolga toqeer
  tuba tugba tugce tulay tulin tuncay turgut turkan ubaid ufuk ugur ulku umaima umair umar umer umit umm umme umut unal usama usmaan
  usman uzair uzma vahid vedat veli volkan wafa wahab wahid wahida wajid wajiha waleed walid waqar waqas waseem wasim widad yagmur yahya
  yakub yalda yaqoob yaqub yara yaseen yasemin yaser yasin yasir yasmeen yasser yassin yavuz yelda yeliz yesim yigit yildiz yilmaz yonca
  younis younus yousef yousra youssef yucel yunus yusra yusuf zafar zafer zaheer zahid zahida zahir zahra zaid zaina zainab zaira
  zakaria zakia zakir zakiya zaman zana zanyar zareen zarina zayd zayn zaynab zeba zeenat zeeshan zehra zeina zekeriya zeliha zerrin
  zeynep zhila zia ziad zishan ziya zoha zohra zubaida zubair zubeda zuhal zulekha zulfiqar zunaira`,
  // Nigerian, Ghanaian, Zimbabwean, South and East African, Somali, Eritrean, Ethiopian, Congolese, Sierra Leonean
  `abayomi abdifatah abdihakim abdikadir abdikarim abdinasir abdirahman abdirashid abdirizak abdisalam abdiwahab abdiweli abeba abebe
  abel abena abenaa abimbola abiodun abiola abisola abla abosede abshir achieng adaeze adama adamu adanech adanna adaobi adaora adebayo
  adebimpe adebisi adebola adebowale adedayo adefemi adegoke adejoke adekunle adeleke adenike adeniyi adeola adeolu adepeju aderonke
  adesola adetokunbo adetola adewale adeyinka adhiambo adjoa adunni adwoa afolabi afolake afua agasaro akinola akintola akinwale akinyi
  akosua akoth akua akwasi akwesi alem alemayehu alhaji almaz alpha ama amaka amanuel amara amarachi aminat aminata aminu amma ampofo
  amran anesu anike anotida ansah anuoluwapo anyango araba asiimwe aster atieno auma aweis awet awino ayan aynalem ayobami ayodeji
  ayodele ayokunle ayomide ayotunde azubuike baaba babajide babatunde babirye bakary bamidele baraka barasa bashe bekele bereket berhane
  bilan bile bimbo biniam binta biodun birtukan bisi boakye bola bolade bolaji bolanle bolatito bongani bose boubacar buchi buhle bukola
  bupe busayo busisiwe bwalya caasha cabdi canab celestine chanda chansa chantale chebet chenai chenjerai chepkoech cherono chiamaka
  chibueze chibuike chibuzo chibuzor chidera chidi chidiebere chidiebube chidimma chidinma chido chidozie chiedozie chiedza chiemeka
  chijioke chika chike chikodi chikondi chilufya chima chimamanda chinaza chinedu chinelo chinenye chinonso chinua chinwe chinyere
  chioma chipo chisom chisomo chiwoniso chizoba chola chuka chukwudi chukwuebuka chukwuemeka chukwuma ciise clemence daahir dadirai
  dahabo dambudzo damilola damola danai daniat dawit dayo deeqa deji dele deola deqa dhuuxo dieudonne djeneba dolapo dotun duduzile
  dzifa ebele ebere ebrima ebuka edem ednah edson efia efosa efua egal ehi ejike ekaette ekene ekong ekow ekua elorm emeka emenike
  eniola enitan eno enyonam erhun ermias esi esinam esosa etim ewaen eyob eyram ezekiel ezinma ezinne fabrice fadekemi faduma fadumo
  fadzai falis fanta fanuel farai fardowsa farhiya farisai fartun farxiya fatai fatmata fatou fatoumata fausat femi feven feyisola fiifi
  fikru filmon filsan fiston foday folake folarin folasade folorunso foluke foluso fowsia freweini fungai funke funmi funmilayo
  funmilola gamuchirai garad garikai gbemi gbemisola gbenga gbolahan genet getachew girma gugulethu guled habibat hadiza haile haja
  halgan halimat halimo hamdi hauwa hawa hawanatu hawo hibaq hibo hinda hiwot hodan hodo hoodo ibidun ibrahima ibukun idiris idowu
  ifeanyi ifechukwu ifedayo ifeoluwa ifeoma ifunanya ignatius ijeoma ike ikechi ikechukwu ikemefuna ikenna ikraan imani imoh inemesit
  ingabire iniobong iradukunda ireti iretioluwa isata isatou ishaya ishimwe ismahan itai iyabo iyanuoluwa jabulani jamaal jeannette
  jelani jide josue jumoke kaba kabongo kadiatu kadie kagiso kalala kamaru kamau kampire kamsi kariuki katlego kato kayode kehinde
  kelechi kemi khadar khadra kibrom kidane kidist kikelomo kikiola kimani kipchoge kiprono kiptoo kizza kobby kobina kodjo kofi kojo
  kola kolapo kolawole kondwani kosisochukwu kowsar kudakwashe kudzai kudzanai kunda kunle kwabena kwadwo kwaku kwame kwamena kwasi
  kwesi laide lamin landu lanre latifat lebo lebogang lekan lemlem lerato lesedi liban lidet limbani lindiwe lolade lotanna loveness
  lumbani lungile luul luwam lwazi maame mahad mahlet maina makanaka makda makena makiese makinde mamadou mamadu mamoudou mandla mariama
  mariatu maryan mawuena mawuli mbali mbuyi mduduzi mebrahtu medhanie mehari mekdes meles melusi memunatu merhawi meron merveille mfon
  mihret modupe mohamud mojirade mojisola momodou monisola morenike morounkeji mosunmola mphatso mpho mpiana mthokozisi mufaro mugisha
  mukamana mukasa mulenga mulugeta mumbi munashe munezero munyaradzi muse mustapha mutale mutesi muthoni mutua muyiwa mwangi mwansa
  mwayi mwende mwikali mwila naa nabirye nafula nakato nakimuli naliaka nalubega namubiru namukasa nandi nansubuga nantongo nasteexo
  natnael ndeye ndidi ndubuisi ndumiso nduta ngozi nhamo nii nimo njeri njoki njoroge nkechi nkechinyere nkem nkiru nkiruka nkosana
  nkosi nkosilathi nnaemeka nnamdi nneka nnenna nokuthula nomalanga nomathemba nomsa nomvula nonhlanhla nonso nosa nosipho nqobile
  nshuti nsimba ntombi nuur nwachukwu nwando nyambura nyaradzo nyarai nyasha nyokabi nzuzi obafemi obi obinna obioma ochieng odette
  odhiambo odunayo ogechi ogechukwu ogheneovo okechukwu okello okey okezie okon okot olabisi olabode oladapo oladele oladipo olajide
  olajumoke olakunle olalekan olamide olanike olanrewaju olaoluwa olaseni olatunde olatunji olayinka olubukola olubunmi oludare olufemi
  olufunke olufunmilayo olufunmilola olugbenga olukayode olukemi olumide olumuyiwa oluremi olusegun oluseyi olushola olusola olutayo
  olutoyin oluwadamilola oluwafemi oluwakemi oluwaseun oluwaseyi oluwatobi oluwatobiloba oluwatosin oluyemi omobolanle omolara omolola
  omondi omotayo omotola omotoyosi omowunmi onome onyango onyeka onyekachi onyinye onyinyechi opeyemi opio opiyo osagie osaretin osaro
  osas osazuwa osei otieno oumar oumou ousmane owino oyin oyinkansola paa palesa panashe patson pelumi petronella phindile rahel rahwa
  rangarai rasheedat refilwe ridwaan robel roble roda ronke rooda ropafadzo rotimi rudo rufaro rumbidzai rutendo ruun ruvarashe ruvimbo
  sacdiya sade sagal salimatu samatar samiat samkeliso samrawit sanya saynab seble sekou selam selamawit selasi sello selorm semhar
  senait serwaa seun seydou seyi shade shamiso shamso sheku shola shukri sibongile sibusiso sidibe sifiso sikhumbuzo sikiru simisola
  simphiwe simret sipho sirak sithabile sithembile sithokozile siyabonga sizwe sola solomon somto somtochukwu ssali suad sucaad sundus
  sunkanmi tade tadiwa tadiwanashe tafadzwa tafara taiwo takondwa takudzwa takura tamanda tamba tanaka tapiwa tariro tarisai tatenda
  tawanda tayo tebogo teju tejumade tekle temesgen temi temilade temiloluwa temitayo temitope tendai tendayi tererai tesfay tesfaye
  tewodros thabani thabiso thabo thamsanqa thandeka thandi thandiwe thato themba thembi thobekile thoko thulani tichaona tigist tinashe
  tinotenda tirhas tiwa tiyamike tobechukwu tobi tobiloba tochukwu tofunmi tokunbo tola tolani tolu toluwani tomi tomiwa tonderai tonye
  tope tosin toyin toyosi trymore tsega tsegay tsehay tshala tshepo tshimanga tsion tsitsi tsungai tumelo tumusiime tunde tunji ubah
  uche uchechi uchenna udo udoka ufuoma ugbaad ugochi ugochukwu ugonna uju ukamaka uloma umutoni unathi uwase uwimana uzoamaka uzochukwu
  uzoma varaidzo vimbai vongai vusumuzi wadzanai wafula wairimu wale wambui wangari wangechi wanjiku wanjiru warsame warsan wasiu wasswa
  waweru wemimo winta xaawo xalimo xamdi xolani yaa yamikani yankuba yannick yared yaw yayra yemi yemisi yetunde yeukai yewande yinka
  yohana yohannes yomi yonas yordanos yosef yussuf zainabu zakariye zanele zawadi zekarias zenzele zewdu zinhle zivanai zodwa zubairu
  zvikomborero`,
  // Chinese, Vietnamese, Filipino, Malay, Japanese, Korean, Thai
  `aiko aizat akari akemi akira amirul analyn angelito annalyn anong apinya aprilyn arlene armando arnel arthit asuka ayaka ayako azizah
  azlan azman bernadeth bich bong byung chiyo chona chunhua chunmei cristeta daichi daisuke dalisay danilo darwin diep dinh diosdado
  divina domingo dongmei duc duong edgardo efren elmer emelita emi eriko erlinda ernesto estrella eun-ji eunji faizal fangfang feliciano
  fumiko gilda girlie guiying hae-won haewon hafizah haiyan haoran haoyu haruka haruki haruto haziq hideki hideo hiroki hiroshi hoang
  huifen huiling huimin huong huyen hyejin hyun hyunwoo ichiro imelda isagani izzati jae-hyun jaehyun jayson jennelyn jennylyn jericho
  jhoanna ji-eun ji-hoon ji-woo jiahui jianguo jianhua jiaqi jiayi jiaying jieun jihoon jimin jingjing jiwon jiwoo jomar jonalyn joon
  joselito jovelyn jovy juanito julieta junel junichi junjie junko ka-man ka-wai kaiwen kaming kanya kaori kazuki kazuo keiko kenji
  kenta khairul khanh kieu kimiko kiyoshi kumiko kwok kyoko kyung-soo lailani leticia liezel ligaya lihua lijuan lingling linh liwayway
  liza luningning luzviminda malee maricar maricel maricris mariko marilou marilyn marisol marites marivic marlyn masako masashi mayumi
  megumi meifen meihua meiling melchor michiko midori miho min-ji min-jun min-soo minghui mingxia minh minji minjun minsoo misaki
  mitsuko miyuki myla nabilah nanami nanette naoki naoko naoto narong nelia nenita nestor ngan ngoc nguyet nhung nimfa niran noemi nok
  nor norazlina norhayati noriko ofelia peiling peishan perla phuc phuong ploy prasert precy preecha qiang qing qiuyue quang quoc quyen
  quynh rahimah reiko reynaldo rhodora rina rizalina rodel rodolfo rodrigo rogelio rolando romulo rosalinda roselyn roslan rosnah rozita
  rubylyn ruel ruffa ruoxi ryo ryota sachiko sakura satoshi sayuri seo-yeon seojun seoyeon shahrul shinji shiori shirlyn shizuka shota
  shuang shufen siriporn siti siu-ming siyu somchai sompong somsak soo-jin soojin sook sora soyeon suda suhaimi sunee sung-min sungmin
  supaporn suyin syafiq syazwani taishan takahiro takako takashi takeshi teodoro teresita thaksin thanh thao thi thuan thuy tingting
  tomoko tomoya toshiko trang trinh truc tuan tuyet uyen vangie viet vinh virgilio waiman wanida weijie weiling weiming wenjie wenjing
  wichai wilfredo wingyan xiaofeng xiaohong xiaolei xiaoli xiaomei xiaoming xiaoping xiaoyan xiaoyu xinyi xinyue xiuying xuan xuemei
  xueqin yanling yanyan yeon-ju yichen yifan yingying yoko yoshi yoshiko yuehua yuk yuka yuki yukiko yukling yumi yumiko yuna yunfei
  yusuke yuta yuting yuxin zainal zaleha zenaida zhenyu zhiwei zhiyuan zihan zixuan ziyi zulkifli`,
  // Portuguese, Spanish, Italian, French, German, Nordic, Dutch
  `adelheid adriano afonso aino aksel alain alberto alejandra alejandro alessandra alessandro alessia alfonso alfredo alvaro amandine
  amparo ana anaelle anders andre andres angelo anneke annelies anneliese annika antje antoine antonella antonio antti arnaud arne
  aurelie aurelio aurore axel baptiste bastien beatriz benito benoit bento bernardo birgit birgitta bjorn brigitte britta bruna bruno
  caetano caio camila camille carina carlo carlos carlota carmela carmen carmo carolina carsten catarina celso chiara christel
  christelle christiane christophe claudio conceicao concetta consuelo cornelia cristiano cristobal custodio dagny dalila dario davide
  debora delphine detlef didier diego dietmar dino diogo dirk domenico domingos dominique duarte edoardo edouard eduarda eduardo eero
  eeva eirik eivind elina elisa elisabetta elke emilie enrico enrique enzo erik ermelinda esperanza esteban estefania estelle etelvina
  etienne fabiana fabienne fabio fabrizio federica federico felipe felisbela fernanda fernando filipa filipe filippo flavia flavio
  florian francisca francisco franco francois francoise frederic freja frida friedrich fritz gaelle gaetano genevieve georges gerda
  gerhard ghislaine giacomo gianluca gianni gilberto giorgia giorgio giovanna giovanni gisela giselle giulia giulio giuseppe giuseppina
  goncalo graca gracinda graziella gregoire guadalupe gudrun guilherme guillaume guillermo gunilla gunnar gunther gustav gustavo haakon
  halvor hanneke hannes hans hedda heike heikki heiner heinrich heinz helga helle helmut henriette henrik henrique hernando herve hilde
  holger horst humberto ignacio ilaria ilda ilse ines inge ingeborg inigo isaura itziar ivo jacques jaime jaqueline jari javier jens
  jesper joachim joana joao joaquim joaquin johan johanna johanne johannes joost jorg jorge jorunn jose josefa juan juana juha jukka
  julio jurgen jutta kaisa kalle karin karsten katja katrin katrine kirsi kirsti kjell klaas klaus knut kristiina kristin kristof lars
  lasse laurent lauri leandro leif leonor letizia lieke liesbeth lieselotte linnea lorena lorenzo lotte luc luca luciana luciano ludovic
  ludovica ludwig luigi luis luisa luiz lurdes maarten mafalda maike manfred manoel manon manuel manuela marcela marcelo marcio marco
  marcos margarethe margarida margarita margrit mariano marijke marilia mario marisa marit martim massimo mateo mathieu mathilde matias
  matilde matteo matthias mattias maurizio mauro maxime mette miguel miguela mika mikkel mikko mireille mirella moises montserrat morten
  nathalie nicolas nicoletta niels nils nuno odile ole olinda olivier osvaldo otavio oyvind pablo paivi paola paolo pascale pasquale
  patrice patricio paulo pedro pekka pepe pernille philippe pierre pietro pilar pirjo quiteria rafael rafaela raffaele ragnhild raimundo
  ramiro ramon rasmus raul regine reinaldo reiner reinhard renate renato rene riitta rikke rocio roel rogerio rolf rosana rosaria
  rosario rui ruud sabine salvador salvatore sandro sanna santiago satu sebastien sergio severine sibylle signe sigrid sigurd silke
  silvana silvio simao sindre siv solange soledad solveig solvi soren stefano stephane stian stig susana susanne sven svenja sylvain
  sylvie tapio teemu teixeira telma telmo teofilo thiago thibault thierry thorsten tiago timo tomaso torben tore torstein torsten trine
  trond turid tuula ulf ulla ulrich ulrike ute uwe valter vasco veronique vibeke vicente ville vincenzo virginie vitor vitoria vittoria
  viviana wagner werner wilhelm willem wim wolfgang xavier ximena yago yann yves zelia`,
  // Caribbean, African American, and newer British names
  `abdoulaye aiyana akeem akeisha aleesha aleisha alesha alisha alisia amari amaya amiyah anaiah antoinette antwan ariana arianna armani
  asante aston ayanna azaria bashy bodhi brianna brody calvin candace caprice carlene carlton cayden chanel chanelle chantae chantel
  charmaine charnelle chevonne claudette cleon clevon clinton clovis cody cohen colby cole cordell corey cornell courtenay curtly
  cuthbert dahlia damion danarius daneisha dante darcie darnell davion dayna deandre deion delano delilah delise delores demarco
  demarcus demetrius denika denique denzel deshawn desiree desreta devante dexter diandra dijon donovan dwayne dwight edie edris eliana
  elodie elowen elroy emmeline errol esmeralda evadney everald everton ezmae ezra fearne fitzroy frankie-lee franklyn garfield gawaine
  gifford glenford glenroy gracie gracie-mae harley harlow harriette hortense hyacinth isabeau isaiah ivorine ivy-rae iyla jaden jaheim
  jahmai jahmal jaiden jaleel jamar jamarl jamelia janae janelle janiyah javan javon jaxon jaxson jayce jaydon jaylen jenson jermaine
  jevon joelle jorgie jorja jourdan kadeem kadisha kaia kaiden kaleb kamari karlene karron kayden kaylan kaysha kayson keanu kehlani
  keisha kelisha keniesha kenisha kenroy keon keshia khadeem kiara kiera kieron kimora kiyah kobe kobi kody kyla kylo kyra kyron lacey
  lacie lakeisha lakisha lamar lamont lana laquan latanya latisha latoya leandra leeroy leighton lennie levi levon lexie lilly-mae
  linford lionel lloyston lorenza lyra madison maeva maisy makayla malakai margo maria-mae marley marquis marvin maxton mckenzie merlene
  mikayla moesha monae monet monifa mya myah mylo nancie naomie nathanael natoya nehemiah nevaeh nialah niomi nyah olly ophelia orlagh
  orville otillie paulette pheobe pixie posy presley quincy raheim rakeem raya reanne reuben rhianna riley robson roheisha romaine
  romario romello romy ronaldo ronique roshaun roshawn roxann rudy sanchez santana shaheem shamar shanae shanelle shani shanice shanika
  shaniqua shanique shanita shaniya shante shantel shantelle shaquille sharlene sharmaine sharna shavon shayla shayna sheena shelby
  shemar shenelle shereen sherelle sherene sherice shericka sherri sherrie shiloh shyanne sonny-lee steadman sydonie sylburn tahlia
  talia talisha tamia tamika tanesha tanisha tashan taya tayla teanna teddie tegan teigan tenisha theophilus tiana tianna tionne tobey
  toyah travis tre tremaine treyvon tyla tyreece tyreek tyrell tyrese tyshaun uriah vashti velda venisha verona vinroy vivia wendell
  wilbur winsome yanique yannique yohance zadie zaire zander zaria zavier zayden`,
  // Jewish and Israeli
  `aharon aryeh avi avigail aviva avraham benzion binyamin chaim chana chava chaya dov efraim elad eliezer eliyahu ephraim esti feige
  gershon gideon gitty golda hadassah hershel hillel itamar itzik liora malka malky meir menachem menashe mendel mendy miri mordechai
  moshe motti nachum naftali noam oren pinchas rafi raizy rivka rochel ruchel shaindy shaul shira shlomo shmuel shoshana shraga simcha
  tamar tova tovah tzipporah tzvi uri yaakov yael yechezkel yehoshua yehuda yehudit yishai yisroel yitzchak yitzchok yoav yocheved
  yonatan yossi zalman zeev zev zissy`,
  // Names again that are hardly ever the word they might be
  `peter maria vera rita dora nancy jenny maggie betty wendy gemma rosie sally molly tony kelly robbie charlie benny henry oscar romeo jude nellie lena juliet veronica harris patsy teddy
  mickey tommy bobby jimmy johnny jerry anton anya asha lara ruben faye mina remy remi mali erin jonah moses rhea jake hector tess bertha billie emma-jane josh joseph lewis jackson joyce travis shannon bailey
  shelly sydney troy stevie ian ada amy ann ben tom sam tim jim leo mel mia nat sid ted tia tori zoe ally bella bertie fran greg jeff jill joe juan nettie petra tilly vinny winnie kirk ron jan jon meg ali henna rani`,
);
