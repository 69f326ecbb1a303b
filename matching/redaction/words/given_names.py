"""Given names that help to tell a name from another short line. A name that is not here is found by other evidence."""

from matching.redaction.words import words

GIVEN_NAMES = words(
    """
    aaron abigail adam adrian adrienne agnes aidan alan albert alec alex alexander alexandra alexis alfred alice alicia
    alison allan allison amanda amber amelia amy andrea andrew andy angela angie anita ann anna anne annette annie
    anthony antony april archie arthur ashley audrey austin barbara barry beatrice becky ben benjamin bernard beth
    bethany betty beverly bill billy bob bobby brad bradley brandon brenda brent brett brian bridget brittany bruce
    bryan caitlin calvin cameron carl carla carol caroline carolyn cassandra catherine cathy cecilia charlene charles
    charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clare
    claudia clive colin colleen connor courtney craig crystal curtis cynthia daisy dale dan daniel danielle danny darren
    dave david dawn dean deborah debra denise dennis derek diana diane dominic don donald donna doris dorothy doug
    douglas duncan dustin dylan earl ed eddie edgar edith edward edwin eileen elaine eleanor elena eli elizabeth ella
    ellen ellie elliot elsie emily emma eric erica erin ernest esther ethan eugene eva evan eve evelyn faith felicity
    fiona florence frances francis frank fred freddie frederick gabriel gail gareth gary gavin gemma geoff geoffrey
    george georgia georgina gerald gillian gina glen glenn gloria gordon grace graham grant greg gregory gwen hannah
    harold harriet harry harvey hayley hazel heather helen henry herbert holly hope howard hugh hugo ian imogen irene
    iris isaac isabel isabella isabelle isla ivan ivy jack jackie jackson jacob jacqueline jade jake james jamie jan
    jane janet janice jasmine jason jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jess jesse
    jessica jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jon jonathan jordan joseph josephine josh
    joshua joy joyce juan judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn kathy
    katie kay keith kelly ken kenneth kerry kevin kieran kim kimberly kirsten kirsty kristen kristin kurt kyle lara
    larry laura lauren laurence lawrence leah lee leo leon leonard leslie lewis liam lillian lily linda lindsay lisa
    liz lloyd logan lois lola lorraine louis louise lucas lucy luke lydia lynn mabel maddie madeleine madison maggie
    malcolm mandy marc marcus margaret maria marian marie marilyn marion mark marlene martha martin martyn mary mason
    matilda matt matthew maureen maurice max maxine may megan melanie melissa mia michael michelle mike mildred miles
    millie miranda miriam mitchell mohammad mohammed moira molly monica morgan muhammad muriel myra nadia nancy naomi
    natalie natasha nathan nathaniel neil nelson niamh nicholas nick nicola nicole nigel nina noah noel nora norma
    norman oliver olivia oscar otis owen paige pam pamela pat patricia patrick paul paula pauline peggy penelope penny
    peter phil philip phillip phoebe phyllis polly poppy priscilla quentin rachael rachel ralph randy ray raymond
    rebecca reginald renee rhys richard rick ricky rita rob robert roberta robin rod rodney roger roland ron ronald
    rory rosa rosalind rose rosemary rosie ross roy ruby rupert russell ruth ryan sabrina sally sam samantha samuel
    sandra sara sarah scott sean sebastian seth shannon sharon shaun shawn sheila shelley sherry shirley sidney sienna
    simon simone sonia sophia sophie stacey stacy stan stanley stella stephanie stephen steve steven stewart stuart sue
    summer susan suzanne sydney sylvia tamara tammy tanya tara ted teresa terence terry thelma theo theodore theresa
    thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy travis trevor tristan troy tyler ursula
    valerie vanessa vera veronica vicky victor victoria vincent violet virginia vivian wade wallace walter wanda warren
    wayne wendy wesley will william willow winston yvonne zachary zara zoe bruce barack
    """
    # German, Dutch and the north
    """
    achim albrecht alexandra alwin andreas angelika anja anke anneliese annika antje armin arndt arne astrid axel
    bastian bernd bernhard bettina bianca birgit bjorn boris brigitte britta burkhard carina carsten christa christiane
    christoph claus constanze corinna cornelia dagmar daniela detlef dieter dietmar dirk doreen eberhard eckhard elfriede
    elisabeth elke elmar erich erika erwin ewald fabian felix ferdinand florian franz franziska friedrich fritz gabi
    gabriele gerd gerda gerhard gernot gisela gottfried greta gudrun guenter guenther gunter gunther gunnar hanna hannelore
    hannes hans harald hartmut hedwig heidi heike heiko heiner heinrich heinz helga helmut henning henrik herbert
    hermann hildegard holger horst hubert ilona ilse ina inge ingeborg ingo ingrid irmgard isolde jakob jana jannik
    jasmin jens joachim jochen johann johanna johannes jonas jorg joerg josef juergen jurgen jutta kai karin karla
    karsten kaspar katarina katharina kathrin katja katrin kerstin kilian klara klaus konrad konstantin korbinian
    kristina lars lea lena leonie lieselotte lina lorenz lothar lotte luca lukas luisa lutz magdalena maik maja
    malte manfred manuela marco mareike margarete margit marianne marina mario marius marlies martina mathias matthias
    maximilian meike melina merle michaela mirko monika moritz nadine nele nico niklas nils norbert olaf oskar ole
    ortrud oskar otto pascal patrizia petra philipp pia raimund rainer ralf regina reiner reinhard reinhold renate
    roland rolf rudi rudolf ruediger rudiger sabine sandro sascha sibylle siegfried sigrid silke silvia soeren soren sonja
    stefan stefanie steffen steffi susanne sven svenja swen tanja tatjana thea thorsten till tilman tobias torben
    torsten traute udo ulf uli ulrich ulrike ute uwe vera verena viktor volker waltraud werner wiebke wilfried wilhelm
    wolfgang wolfram xaver yannick
    aad adriaan alie anouk anneke annelies annemarie annemiek arie arjan arjen bart bas bert bram carolien coen cor
    corrie daan debbie diederik dirk ed edwin eline els emiel erwin esmee femke ferry floor floris fokke frans freek
    geert gerard gerrit gijs hanneke hans harm heleen hendrik henk hennie hetty huib ilse ineke inge ingeborg jaap
    jacco jan janneke jannie jasper jelle jeroen jesper jet jildou jo job joep johan joke joop jorien joris joost jos
    jurre karel karin kees klaas koen lars leendert lieke lies liesbeth lotte maarten maaike machteld maud marc marieke
    mariska marijke marjolein marloes mart martijn mees menno merel michiel mirjam mieke nienke niels noor petra pieter
    piet pim puck reinier rens rianne rik rob roel roos rutger ruud sander sanne sem siem sjoerd sjaak sofie stijn sten
    susanne swantje teun thijs tijmen tim timo tineke tjeerd tom truus wessel wendy wil wilco willem willemijn wim wouter
    yvette
    agneta aksel anders anneli annikki anton arvid asa astri bent birgitta bo camilla carin dag ebba einar eino elin elisabet
    emil erik eskil esko eva freja frida frode gosta gunilla gustav hakan hakon halvor hanne heidi helene helge henriette
    hilda ida inga inger ingvild jari jarkko jarmo joakim johan jorgen jorunn jouni juha juhani jukka kaisa kalle karl
    karoline kari kasper kirsi kjell klara knut krister kristian kristine lasse leif leena liisa lisbeth liv mads magnus
    maiken maj malin maren marit markku markus mathilde matti mette mika mikael mikko minna morten nanna niels nils
    oddvar olav olof oystein paivi palle par pekka per pernilla pertti preben ragnar rasmus rikke riikka ritva rune
    sanna sari seppo sigrid sigurd silje sindre siri siv solveig steen stig sture svante svein tapio terhi terje thor
    timo tiina toini tomas tone tor tora tord tore torsten trine trond tuomas tuula ulla vesa viggo vidar ville
    """
    # French, Spanish, Portuguese, Italian
    """
    adele adrien agathe aime alain alban aline alix amandine amelie anais andre ange antoine antoinette apolline arnaud
    arthur aude aurelie aurelien axelle baptiste bastien benedicte benoit bernadette berengere blandine brice brigitte
    camille carine carole cecile cedric celia celine chantal charlene charline clemence clement clementine colette
    coralie corentin corinne cyril damien daniele delphine denis didier dominique edouard eliane elisa elise elodie
    emeline emile emilie emmanuel emmanuelle estelle etienne eugenie fabien fabienne fabrice fanny fatima florent
    florian francis franck francois francoise frederic frederique gaelle gaetan genevieve georges geraldine gerard
    germain ghislain gilbert gilles gregoire gregory guillaume guy gwenaelle helene henri herve hippolyte honore
    hortense hubert hugues ines isabelle jacques jeanne jeannine jerome joelle jocelyne joris josiane judicael jules
    julien juliette justine karine kevin laetitia laure laurence laurent laurie leonie lionel loic lou louis loup luc
    lucie lucien lucienne ludivine ludovic maelle maeva magali manon marc marceau marcel margaux margot marielle marine
    marion marius marjorie marlene marthe martine maryse mathieu mathilde matthieu maud maxence maxime melanie michel
    micheline michele mireille monique muriel myriam nadege nadine nathalie nicolas ninon noemie noelle oceane odette
    odile olivier ombeline oriane pascale patrice paulette perrine pierre pierrick quentin raphael raphaelle raymonde
    regis remi remy renaud rene reynald roland romain romane roxane sandrine sebastien segolene serge severine simone
    solange solene sophie stephane suzanne sylvain sylvie sylviane tanguy theophile thibault thibaut thierry tristan
    valentin valentine valere veronique victoire vincent virginie viviane xavier yann yannick yohan yolande yves yvette
    adriana agustin alba alberto alejandra alejandro alfonso alfredo alicia alvaro amparo ana andres angel angeles
    angelica antonia antonio aranzazu armando arturo asuncion aurora beatriz begona belen benito bernardo blanca borja
    camila carlos carlota carmela carmen carolina cayetana celia cesar clara concepcion consuelo cristian cristina
    cristobal daniela diego dolores eduardo elena elisa eloy elvira emilia emilio encarnacion enrique ernesto esperanza
    esteban estefania eugenia eusebio ezequiel facundo federico felipe fernanda fernando fidel francisca francisco
    gabriela gema gerardo german gilberto gonzalo graciela gregorio guadalupe guillermo gustavo hector hernan horacio
    hugo ignacio iker inmaculada irene isidro ismael itziar ivan jacinto jaime javier jesus jimena joaquin jorge jose
    josefa josefina juan juana julio laia leandro leire leonardo leonor leticia lidia lorena lourdes lucas lucia luis
    luisa luz macarena magdalena maite manuel manuela marcela marcelo marcos margarita mariana mariano maribel marisa
    marisol marta martin mateo matias mauricio mercedes miguel milagros mireia montserrat natalia nerea nicolas nieves
    noelia nuria octavio olga oriol orlando pablo paloma patricia paz pedro pilar rafael raimundo ramiro ramon raquel
    raul remedios ricardo roberto rocio rodrigo rogelio rosario ruben salvador samuel santiago sergio silvia sofia
    soledad sonia susana teresa tomas trinidad valentina valeria vicente victor virginia ximena yolanda zulema
    afonso alessandra alexandre ana andreia anderson beatriz bernardo bruna bruno caio camila carlos catarina cintia
    claudio cristiane debora diogo duarte edson eduarda fabio fatima felipe fernanda filipa filipe flavia flavio
    giovana goncalo guilherme gustavo helder helena heitor henrique igor ines isabela joana joao jorge jose juliana
    larissa leticia livia lorena luana lucas luciana luiz luiza marcelo marcia marcio mariana mateus matheus mauro
    murilo nuno patricia paulo rafaela raissa renata renato ricardo rita rodrigo rui simone sofia susana tais tatiana
    telma thais thiago tiago vinicius vitor wagner wellington zelia
    alberto alessandro alessia alessio ambra andrea angelo anna annalisa antonella antonio arianna barbara beatrice
    bruno carla carlo caterina cecilia chiara cinzia claudio cristiano cristina dario davide debora diego donatella
    edoardo elena eleonora elisa elisabetta emanuele emanuela emiliano enrico ernesto fabio fabrizio federica federico
    ferruccio filippo francesca francesco gabriele gaia giacomo gianfranco gianluca gianni giada ginevra giorgia giorgio
    giovanna giovanni giulia giulio giuseppe giuseppina grazia guido ilaria ivana jacopo laura leonardo letizia lorenzo
    luca lucia luciano lucrezia luigi manuela marcello marco mario marta martina massimiliano massimo matteo mattia
    maurizio mauro michela michele mirella monica nicola nicolo ornella orsola paola paolo patrizia piero pietro
    raffaele raffaella riccardo rita roberto rocco romina rosanna salvatore samuele sara serena sergio silvia simona
    simone sofia stefania stefano teresa tiziana tommaso ugo umberto valentina valerio vincenzo viola vittoria vittorio
    """
    # The east of Europe, Turkey, the Arab world, Iran
    """
    agnieszka aleksander aleksandar aleksandra aleksey aleksei alena alexei alina alla anastasia anatoly andrei andrej
    andrey andrzej aneta anton arkadiusz artem artur barbora bartosz bogdan bogna boguslaw bojan boris bozena branko
    cezary czeslaw damian danuta dariusz darya daria david denis dimitar dimitri dimitris dmitri dmitry dmytro dorota
    dragan dusan edyta ekaterina elena elzbieta ewa ewelina filip galina georgi georgios giorgos goran grigory grzegorz
    halina hanna henryk igor ilya ion ioana irina istvan ivana ivo iwona jadwiga jakub jan jana janos janusz jarek
    jaroslav jaroslaw jerzy jiri joanna jolanta josip jozef julia justyna kamil kamila karolina katarzyna kateryna
    kazimierz kirill konstantinos krzysztof ksenia laszlo lenka leszek libor liliana ljiljana lubomir lucyna ludmila
    lukasz lyudmila maciej magda magdalena maksim malgorzata marcin marek mariusz mariya martina marzena mateusz
    matej michal mihai mikhail mikolaj milan milena milos miloslav mirela miroslav miroslaw monika nadezhda natalia
    natalya nataliya nebojsa nikita nikola nikolai nikolaos nikolay nikos oksana oleg oleksandr olena olga ondrej
    panagiotis patryk pavel pawel petar petr petra piotr polina predrag przemyslaw radek radoslaw radu rafal renata
    robert roman ryszard sergei sergey serhiy slavomir slawomir sorin stanislav stanislaw stefan svetlana sylwia szymon
    tadeusz tamas tatiana tatyana tomasz tomas uros urszula vaclav vadim valentyna vasile vasily vasilis veronika viktor
    viktoria viktoriya vladimir vladislav vlad vojtech volodymyr vyacheslav waldemar weronika wieslaw witold wladyslaw
    wojciech yana yaroslav yelena yevgeny yulia yuri yuliya zbigniew zdenek zofia zoltan zuzana
    abdel abdelkader abdul abdullah abdulrahman achraf adel ahmad ahmed aicha aisha ali alia amal amina amine amir amira
    anas anwar asma ayoub aziz badr bilal bouchra dalia dina driss fadi fahd faisal farah farid fatma fouad ghada hadi
    hafsa haitham hakim hala hamid hamza hanan hasan hassan hatem hicham hiba houda hussain hussein ibrahim idris imad
    iman ismail jamal jamila kamal karim khadija khaled khalid khalil laila lamia latifa layla leila lina lubna mahmoud
    maha majid malak malika mariam marwa maryam mehdi mina moaz mohamad mohamed mona mounir mourad mustafa mustapha nabil
    nada nadir naima najib nasser nawal nizar noor noura nour omar osama othman rachid rachida rania rashid reem rim
    saad said saida salah saleh salim salma salman samer sami samia samir samira sana sara selma sharif soufiane suleiman
    taha tarek tariq wael walid wassim yasin yasmin yasmine yassine youssef yusuf zainab zakaria zeinab zineb ziad
    adnan ahmet alper arda arzu asli aydin ayse aysegul baris berk betul burak burcu can canan cem cemal ceren deniz
    dilek ebru ece elif emine emir emre engin erdem eren esra fatih fatma ferhat gamze gizem gokhan gul gulsen hakan
    halil hande hasan huseyin ilker irem kaan kemal kerem levent mehmet melek melis mert merve metin murat mustafa
    nazli neslihan nilgun nur okan omer onur orhan oya ozan ozge ozgur ozlem pelin pinar selin sema serkan sevgi sibel
    sinan suleyman tolga tugba turgut ugur umit volkan yasemin yavuz yigit zafer zehra zeki zeynep
    arash azadeh babak behnam bahar dariush ehsan fatemeh farhad farzaneh hamed hossein kaveh keyvan ladan leyla mahsa
    majid masoud maziar mehdi mehran mina mohammadreza nasrin nazanin negar niloofar omid parisa payam pouya ramin reza
    roya saeed samaneh sara setareh shadi shahram shirin siavash sina soheil vahid yasaman zahra
    """
    # South and East Asia, Africa
    """
    aarav aarti abhijit abhishek aditi aditya ajay akash akhil akshay amar amit amrita anand ananya anil anirudh anita
    anjali ankit ankita ankur anuj anupam anurag aparna apoorva arjun arnav arun arvind asha ashish ashok ashwin avinash
    ayush bala balaji bharat bhavna chandan chetan chirag debashish deepa deepak deepika dev devika dhruv dinesh divya
    farhan gaurav gautam gayatri geeta girish gopal govind harish harsh harsha hemant indira ishaan ishita jatin jaya
    jayant jyoti kabir kalpana kamala kapil karan karthik kartik kaushik kavita kavya kiran kishore komal krishna kumar
    kunal lakshmi lalit lata madhav madhu madhuri mahesh manish manisha manoj mayank meena meera meenakshi mohan mohit
    mukesh nandini narayan naresh naveen neelam neeraj neha nidhi nikhil nilesh nisha nishant nitin padma pallavi pankaj
    parth pooja prabhat pradeep prakash pramod pranav prasad prashant pratik praveen preeti prem prerna priya priyanka
    rahul raj raja rajat rajeev rajendra rajesh rajiv raju rakesh ram rama ramesh rani ravi reena rekha renu ritika
    ritu rohan rohini rohit roshan sachin sagar sameer sandeep sangeeta sanjay sanjeev santosh sarita satish saurabh
    seema shalini shankar shashi shilpa shiv shivani shreya shruti shubham shweta siddharth smita sneha sonal sonali
    srinivas subhash sudha sudhir suman sumit sunil sunita suresh surya sushil sushma swati tanvi tarun tejas uday
    ujjwal usha utkarsh vaibhav vandana varun vasudha veena vidya vijay vikas vikram vimal vinay vineet vinod vipul
    vishal vishnu vivek yash yogesh farzana imran irfan junaid kashif nadeem naveed rizwan saima saira sajid shahid
    shazia usman waqar waseem zubair tahir
    akira ayaka ayumi chihiro daichi daiki daisuke emi fumiko haruka haruki haruto hideki hideo hiro hiroki hiroko
    hiroshi hiroyuki ichiro junichi junko kaori kaito kazuko kazuo keiko keisuke kenichi kenji kenta koichi koji kumiko
    kyoko makoto mariko masahiro masako masaru masashi mayumi megumi michiko miho mika miki minoru misaki mitsuko naoki
    naoko naoto noriko osamu ren rie rina ryo ryota sakura satoshi sayaka shigeru shinji shinya shota sora taichi takashi
    takeshi takuya taro tatsuya tetsuya tomoko tomoya toshio tsuyoshi yasuko yoko yoshiko yoshio yui yuichi yuka yuki
    yukiko yuko yumi yusuke yuta yuto
    bingbing chao cheng chenxi chunhua dandan fang feng guang guoqiang haifeng haitao hao hong hongmei hui huimin jia
    jiahao jiajun jian jianguo jianhua jiawei jiayi jie jin jing jingwen jingyi jun junjie kaiwen lei lijuan lili
    lin lingling meiling mengyao min minghao ming mingming na ning peng ping qiang qing qiong rong rui shan shu shuang
    siyu tao ting wei weiwei wen wenjing wenjun xia xiang xiao xiaodong xiaohong xiaojun xiaoling xiaoming xiaowei xin
    xinyi xinyu xiu xiuying xu xue yan yang yanling yi yichen yifan yifei yihan ying yiming yong yu yuan yue yuhan yun
    yuting yuxin zhen zheng zhi zhihao zhiqiang zhiwei zihan zixuan ziyi
    chulsoo dongha eunji haeun hana hyejin hyun hyunjin hyunwoo jaehyun jieun jihoon jihye jimin jinwoo jisoo jiwon
    jiwoo joon junho junseo mina minho minjae minji minjun minsu nari sangwoo seojun seoyeon seungho seunghyun sooyoung
    soyeon subin sujin sungmin taehyung taeyang wonjun woojin yejin yena yoonah youngho youngjae yuna yunho
    anh bao binh chau cuong diep dung duc giang ha hai hang hanh hien hieu hoa hoang hung huong huy khanh khoa lan
    linh loan long mai minh my nam nga ngan ngoc nguyet nhung oanh phong phuc phuong quan quang quyen quynh son tam
    thang thanh thao thi thien thinh thuy tien toan trang trinh trung tu tuan tuyen van viet vinh vy xuan yen agus
    andi budi dewi dian eko fitri indah joko nurul putri ratna rina rizky siti sri wahyu yanti jomar rizal somchai
    abebe abeni abiodun abiola ade adebayo adeola aduke ayo ayodele akin akua ama amara amadou aminata amadi babajide
    babatunde bola bukola chidi chidinma chike chima chinedu chinelo chinonso chinwe chioma chukwuemeka dayo diallo
    ebele efua ekene emeka emeka esi fatou femi folake funke habiba ibukun ifeanyi ifeoma ikechukwu imani ime jabu
    jelani kamau kehinde kelechi kemi khadijah kofi kojo kwabena kwaku kwame kwasi lerato lindiwe lunga mamadou mandla
    mariama moussa mpho nandi nana ndidi ngozi nkechi nnamdi nomvula nneka obinna oluwaseun olumide onyeka oumar ousmane
    palesa samba sekou sibusiso sipho tariro temitope tendai thabo thandi themba tunde uche uchenna wanjiku wangari
    yaw yaa zanele zodwa
    """
    # In their own script
    """
    александр алексей алена алина анастасия анатолий андрей анна антон артем борис вадим валентина валерий василий
    вера вероника виктор виктория виталий владимир владислав вячеслав галина георгий григорий дарья денис дмитрий
    евгений евгения екатерина елена елизавета иван игорь илья инна ирина карина кирилл константин ксения лариса леонид
    любовь людмила максим маргарита марина мария михаил надежда наталья никита николай оксана олег олександр олена
    ольга павел петр полина роман руслан светлана сергей станислав степан тамара татьяна тимур федор юлия юрий яна
    ярослав
    αικατερινη αλεξανδρος ανδρεας αννα αντωνης βασιλης βασιλειος γιαννης γιωργος γεωργιος δημητρης δημητριος ελενη
    ευαγγελια ιωαννα ιωαννης κατερινα κωνσταντινος κωνσταντινα κωστας μαρια μιχαλης νικος νικολαος παναγιωτης πετρος
    σοφια σπυρος χρηστος
    """
)
