<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>Attachments</name>
    <message>
        <source>Attachments</source>
        <translation>Pielikumi</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Pievienot datni…</translation>
    </message>
    <message>
        <source>You can also drop files here. They are stored inside this file.</source>
        <translation>Datnes varat arī ievilkt šeit. Tās glabāsies šajā pašā datnē.</translation>
    </message>
    <message>
        <source>Save a copy as…</source>
        <translation>Saglabāt kopiju kā…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Noņemt</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Pievienot datnes</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>Saglabāt kopiju kā</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Rezerves kopijas</translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation>Vai atgriezties pie šīs rezerves kopijas?</translation>
    </message>
    <message>
        <source>The file shows what it showed then ({when}). How it was before is now the newest backup; Undo brings it back as well.</source>
        <translation>Datne tagad rāda to pašu, ko toreiz ({when}). Kāda tā bija iepriekš, glabā jaunākā rezerves kopija; to atgriež arī „Atsaukt”.</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Otra vieta rezerves kopijām</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nav</translation>
    </message>
    <message>
        <source>This backup is damaged, so nothing was changed. Choose another one.</source>
        <translation>Šī rezerves kopija ir bojāta, tāpēc nekas netika mainīts. Izvēlieties citu.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Complete copies of this file on this computer. Older ones are thinned out by themselves.</source>
        <translation>Pilnas šīs datnes kopijas šajā datorā. Vecākās programma pamazām izretina pati.</translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Rezerves kopiju vēl nav</translation>
    </message>
    <message>
        <source>The first one is made when you close this file after a change.</source>
        <translation>Pirmā tiks izveidota, kad pēc izmaiņām aizvērsiet šo datni.</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Izveidot tagad</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Rezerves kopijas, jaunākās vispirms</translation>
    </message>
    <message>
        <source>Make a backup after each session with changes</source>
        <translation>Veidot rezerves kopiju pēc katras reizes, kad kaut kas mainīts</translation>
    </message>
    <message>
        <source>Second place:</source>
        <translation>Otra vieta:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Dzēst</translation>
    </message>
    <message>
        <source>Remove the second place</source>
        <translation>Noņemt otro vietu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Izvēlēties…</translation>
    </message>
    <message>
        <source>Choose a second place</source>
        <translation>Izvēlēties otru vietu</translation>
    </message>
    <message>
        <source>For instance a memory stick. Whenever it is there, it gets a copy of the backup.</source>
        <translation>Piemēram, zibatmiņa. Ikreiz, kad tā ir pievienota, rezerves kopiju saglabā arī tur.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Atjaunot…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Izveidot kopiju tagad</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>This file cannot be changed, so it cannot go back.</source>
        <translation>Šo datni nevar mainīt, tāpēc atgriezties nevar.</translation>
    </message>
    <message>
        <source>What was written since then no longer shows. Nothing is lost: a backup of the present state is made first, Undo takes the step back, and the history keeps every change.</source>
        <translation>Vēlāk rakstītais vairs nebūs redzams. Nekas nezudīs: vispirms tiks izveidota tagadējās datnes rezerves kopija, atgriešanos varēs atsaukt, un vēsturē paliks katra izmaiņa.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Atjaunot</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Mirklīti…</translation>
    </message>
</context>
<context>
    <name>BackupsModel</name>
    <message>
        <source>Today, {time}</source>
        <translation>Šodien plkst. {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>Vakar plkst. {time}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, plkst. {time}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Bojāta</translation>
    </message>
    <message>
        <source>Made by a newer version of the program</source>
        <translation>Izveidota ar jaunāku programmas versiju</translation>
    </message>
    <message>
        <source>Same as now</source>
        <translation>Tāda pati kā tagad</translation>
    </message>
    <message>
        <source>Differs in partnerships: {partnerships}, answers: {answers}</source>
        <translation>Atšķiras partnerības: {partnerships}, atbildes: {answers}</translation>
    </message>
    <message>
        <source>Differs in partnerships: {partnerships}</source>
        <translation>Atšķiras partnerības: {partnerships}</translation>
    </message>
    <message>
        <source>Differs in organisations: {count}</source>
        <translation>Atšķiras organizācijas: {count}</translation>
    </message>
    <message>
        <source>{done} of {total} checkpoints done, partnerships: {partnerships}</source>
        <translation>Pabeigtie pieturas punkti: {done} no {total}, partnerības: {partnerships}</translation>
    </message>
</context>
<context>
    <name>CheckpointView</name>
    <message>
        <source>Your answer: {title}</source>
        <translation>Jūsu atbilde: {title}</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Dzēst</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Paturēt</translation>
    </message>
    <message>
        <source>One of you took this out while the other wrote on.</source>
        <translation>Viens no Jums šo izdzēsa, bet otrs tikmēr rakstīja tālāk.</translation>
    </message>
    <message>
        <source>Two versions of the private note</source>
        <translation>Divas privātās piezīmes versijas</translation>
    </message>
    <message>
        <source>Two different states</source>
        <translation>Divi dažādi stāvokļi</translation>
    </message>
    <message>
        <source>Two responsible persons</source>
        <translation>Divi atbildīgie</translation>
    </message>
    <message>
        <source>Two due dates</source>
        <translation>Divi termiņi</translation>
    </message>
    <message>
        <source>You two answered differently</source>
        <translation>Jūsu abu atbildes atšķiras</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jūsu atbilde</translation>
    </message>
    <message>
        <source>Write here. It is saved by itself.</source>
        <translation>Rakstiet šeit. Viss saglabājas pats.</translation>
    </message>
    <message>
        <source>Open the calendar (F4)</source>
        <translation>Atvērt kalendāru (F4)</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Bez datuma</translation>
    </message>
    <message>
        <source>Private note – stays in this file only, unless you send the whole file</source>
        <translation>Privātā piezīme – paliek tikai šajā datnē, ja vien nenosūtāt visu datni</translation>
    </message>
    <message>
        <source>Add a private note</source>
        <translation>Pievienot privāto piezīmi</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What is still open, late or thin</source>
        <translation>Kas vēl nav pabeigts, ir nokavēts vai pārāk īss</translation>
    </message>
    <message>
        <source>Worth another look</source>
        <translation>Vērts pārskatīt vēlreiz</translation>
    </message>
    <message>
        <source>Everything in this step is done. Well done!</source>
        <translation>Šajā solī viss ir pabeigts. Labi padarīts!</translation>
    </message>
    <message>
        <source>What comes next: {title}</source>
        <translation>Nākamais solis: {title}</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Kas tālāk</translation>
    </message>
    <message>
        <source>This was the last step. On the partnership’s page you see the whole line and can print the progress sheet.</source>
        <translation>Šis bija pēdējais solis. Partnerības lapā redzama visa līnija, un tur varat izdrukāt virzības lapu.</translation>
    </message>
    <message>
        <source>{done} of {total} checkpoints are done.</source>
        <translation>Pabeigtie pieturas punkti: {done} no {total}.</translation>
    </message>
    <message>
        <source>two versions to choose from</source>
        <translation>jāizvēlas viena no divām versijām</translation>
    </message>
    <message>
        <source>overdue since {date}</source>
        <translation>nokavēts kopš {date}</translation>
    </message>
    <message>
        <source>only a few words so far</source>
        <translation>pagaidām tikai daži vārdi</translation>
    </message>
    <message>
        <source>done, but nothing is written</source>
        <translation>pabeigts, bet nekas nav uzrakstīts</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>Something went wrong</source>
        <translation>Radās kļūda</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Programmā radās kļūda</translation>
    </message>
    <message>
        <source>Open the log’s folder</source>
        <translation>Atvērt žurnāla mapi</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Turpināt</translation>
    </message>
    <message>
        <source>It is a mistake of ours, not of yours. What you wrote is saved. You can continue; should it happen again, close the program and open it anew.</source>
        <translation>Tā ir mūsu, nevis Jūsu kļūda. Viss, ko uzrakstījāt, ir saglabāts. Varat turpināt; ja tas atkārtojas, aizveriet programmu un atveriet to no jauna.</translation>
    </message>
    <message>
        <source>What happened was written down in “{name}”, for whoever looks after the program.</source>
        <translation>Notikušais ir pierakstīts datnē „{name}”; parādiet to tam, kas rūpējas par programmu.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Some words from last time had not been saved. They were kept on this computer.</source>
        <translation>Daži pagājušajā reizē rakstīti vārdi netika saglabāti datnē. Tie ir palikuši šajā datorā.</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Ielikt atpakaļ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Atmest</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>Partnerība „{title}” ir izdzēsta.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Atjaunot</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Saglabā…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saglabāts</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nav saglabāts</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atpakaļ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Atsaukt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Atatsaukt</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukāt</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Izvēlne</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>New partnership…</source>
        <translation>Jauna partnerība…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Meklēt…</translation>
    </message>
    <message>
        <source>Print every partnership…</source>
        <translation>Drukāt visas partnerības…</translation>
    </message>
    <message>
        <source>Print a blank form…</source>
        <translation>Drukāt tukšu veidlapu…</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Atvērt citu datni…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Rezerves kopijas…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Iestatījumi…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Everything is saved by itself.</source>
        <translation>Viss saglabājas pats.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>&amp;Name of the partnership</source>
        <translation>&amp;Partnerības nosaukums</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Statuss</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Register number</source>
        <translation>Reģistrācijas numurs</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adrese</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Tīmekļvietne</translation>
    </message>
</context>
<context>
    <name>EvaluationModel</name>
    <message>
        <source>Before</source>
        <translation>Iepriekš</translation>
    </message>
</context>
<context>
    <name>EvaluationTool</name>
    <message>
        <source>New round</source>
        <translation>Jauna kārta</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>{number}. kārta</translation>
    </message>
    <message>
        <source>1 means: {level}</source>
        <translation>1 nozīmē: {level}</translation>
    </message>
    <message>
        <source>5 means: {level}</source>
        <translation>5 nozīmē: {level}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Partnerships</source>
        <translation>Partnerības</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Sākt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tālāk</translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation>{number}. jautājums no {total}</translation>
    </message>
    <message>
        <source>Please write your name: it stands by what you write.</source>
        <translation>Lūdzu, ierakstiet savu vārdu un uzvārdu: tas būs redzams pie visa, ko rakstāt.</translation>
    </message>
    <message>
        <source>Please write your organisation’s name: it stands on every sheet.</source>
        <translation>Lūdzu, ierakstiet savas organizācijas nosaukumu: tas būs redzams katrā izdrukā.</translation>
    </message>
    <message>
        <source>Please give the partnership a name. You can change it later.</source>
        <translation>Lūdzu, dodiet partnerībai nosaukumu. Vēlāk to varēs mainīt.</translation>
    </message>
    <message>
        <source>Please write whom you want to work with.</source>
        <translation>Lūdzu, ierakstiet, ar ko gribat sadarboties.</translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation>Ceļa kartes datnes ({pattern})</translation>
    </message>
    <message>
        <source>Where should the file live?</source>
        <translation>Kur glabāt datni?</translation>
    </message>
    <message>
        <source>Nothing can be saved in this folder. Please choose another one.</source>
        <translation>Šajā mapē neko nevar saglabāt. Lūdzu, izvēlieties citu.</translation>
    </message>
    <message>
        <source>“{name}” is there already and stays as it is; this will be a new file.</source>
        <translation>Datne „{name}” šeit jau ir un paliks neskarta; šī būs jauna datne.</translation>
    </message>
    <message>
        <source>Everything is in this one file. You can copy it, e-mail it or move it at any time.</source>
        <translation>Viss glabājas šajā vienā datnē. To jebkurā brīdī varat nokopēt, nosūtīt pa e-pastu vai pārvietot.</translation>
    </message>
    <message>
        <source>Three made-up partnerships to look around in and try things with. Your own file can follow any time.</source>
        <translation>Trīs izdomātas partnerības, ko apskatīt un kurās visu izmēģināt. Savu datni varēsiet izveidot jebkurā brīdī.</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>Kā gribat sākt?</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Jauna datne</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Laipni lūdzam</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atpakaļ</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Valoda</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Jūsu vārds, uzvārds</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Jūsu organizācija</translation>
    </message>
    <message>
        <source>What kind of organisation is it?</source>
        <translation>Kas tā ir par organizāciju?</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Mainīt…</translation>
    </message>
    <message>
        <source>With an empty file</source>
        <translation>Ar tukšu datni</translation>
    </message>
    <message>
        <source>Look at the sample first</source>
        <translation>Vispirms apskatīt paraugu</translation>
    </message>
    <message>
        <source>With a partnership</source>
        <translation>Ar partnerību</translation>
    </message>
    <message>
        <source>With my first partnership</source>
        <translation>Ar savu pirmo partnerību</translation>
    </message>
    <message>
        <source>What do you want to do together?</source>
        <translation>Ko gribat paveikt kopā?</translation>
    </message>
    <message>
        <source>For example: a youth room in the old library</source>
        <translation>Piemēram, jauniešu telpa vecajā bibliotēkā</translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation>Ar ko?</translation>
    </message>
    <message>
        <source>Name of the partner organisation</source>
        <translation>Partnera organizācijas nosaukums</translation>
    </message>
    <message>
        <source>Kind of partner</source>
        <translation>Partnera veids</translation>
    </message>
    <message>
        <source>Welcome. Which language shall we speak?</source>
        <translation>Laipni lūdzam! Kurā valodā runāsim?</translation>
    </message>
    <message>
        <source>You can change it at any time.</source>
        <translation>To varat mainīt jebkurā brīdī.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Kas Jūs esat?</translation>
    </message>
    <message>
        <source>This stays on your computer and in the files you send.</source>
        <translation>Tas paliks Jūsu datorā un datnēs, ko nosūtīsiet.</translation>
    </message>
    <message>
        <source>Where should your file live?</source>
        <translation>Kur glabāt Jūsu datni?</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Guidance</source>
        <translation>Padomi</translation>
    </message>
    <message>
        <source>Close the guidance</source>
        <translation>Aizvērt padomus</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Kāpēc tas ir svarīgi</translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation>Kā to izdarīt</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Piemērs</translation>
    </message>
    <message>
        <source>Documents that help here: {names}</source>
        <translation>Noderīgi dokumenti: {names}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Partnerships</source>
        <translation>Partnerības</translation>
    </message>
    <message numerus="yes">
        <source>%n partnership(s)</source>
        <translation>
            <numerusform>%n partnerība</numerusform>
            <numerusform>%n partnerības</numerusform>
            <numerusform>%n partnerību</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in answers</source>
        <translation>Atrasts atbildēs</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Kam jāpievērš uzmanība</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Nokavēts</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Drīzumā</translation>
    </message>
    <message>
        <source>Nothing is due in the next weeks. Dates you set at checkpoints appear here.</source>
        <translation>Tuvākajās nedēļās termiņu nav. Šeit parādīsies termiņi, ko norādāt pie pieturas punktiem.</translation>
    </message>
    <message>
        <source>No answer holds these words.</source>
        <translation>Šo vārdu nav nevienā atbildē.</translation>
    </message>
    <message>
        <source>Begin with one partnership</source>
        <translation>Sāciet ar vienu partnerību</translation>
    </message>
    <message>
        <source>A partnership is what you and one partner want to build together. The roadmap leads you through it stop by stop; you can leave at any time, everything is saved by itself.</source>
        <translation>Partnerība ir tas, ko Jūs un viens partneris gribat kopīgi izveidot. Ceļa karte Jūs ved no viena pieturas punkta pie nākamā; pārtraukt varat jebkurā brīdī, viss saglabājas pats.</translation>
    </message>
    <message>
        <source>New partnership</source>
        <translation>Jauna partnerība</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nekas nav atrasts</translation>
    </message>
    <message>
        <source>No partnership fits this search and filter. Answers that hold your words are listed beside.</source>
        <translation>Šai meklēšanai un atlasei neatbilst neviena partnerība. Atbildes, kurās ir Jūsu vārdi, redzamas blakus.</translation>
    </message>
    <message>
        <source>Search partnerships and answers</source>
        <translation>Meklēt partnerībās un atbildēs</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Rādīt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Visas</translation>
    </message>
    <message>
        <source>With overdue stops</source>
        <translation>Ar nokavējumiem</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Kārtot</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Pēc nosaukuma</translation>
    </message>
    <message>
        <source>By next date</source>
        <translation>Pēc tuvākā termiņa</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>Pēc virzības</translation>
    </message>
    <message>
        <source>Latest change first</source>
        <translation>Nesen mainītās vispirms</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: {name}</source>
        <translation>Valoda: {name}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Valoda</translation>
    </message>
</context>
<context>
    <name>NewPartnershipDialog</name>
    <message>
        <source>Please give the partnership a name. You can change it later.</source>
        <translation>Lūdzu, dodiet partnerībai nosaukumu. Vēlāk to varēs mainīt.</translation>
    </message>
    <message>
        <source>Please write whom you want to work with.</source>
        <translation>Lūdzu, ierakstiet, ar ko gribat sadarboties.</translation>
    </message>
    <message>
        <source>This is your own organisation. Who is the partner?</source>
        <translation>Šī ir Jūsu pašu organizācija. Kas ir partneris?</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>You walk the form “{ours}”, your partner “{theirs}”.</source>
        <translation>Jūs aizpildīsiet veidlapu „{ours}”, Jūsu partneris – „{theirs}”.</translation>
    </message>
    <message>
        <source>New partnership</source>
        <translation>Jauna partnerība</translation>
    </message>
    <message>
        <source>A new partnership</source>
        <translation>Jauna partnerība</translation>
    </message>
    <message>
        <source>What do you want to do together?</source>
        <translation>Ko gribat paveikt kopā?</translation>
    </message>
    <message>
        <source>A short name is enough; it can be changed later.</source>
        <translation>Pietiek ar īsu nosaukumu; vēlāk to varēs mainīt.</translation>
    </message>
    <message>
        <source>For example: a youth room in the old library</source>
        <translation>Piemēram, jauniešu telpa vecajā bibliotēkā</translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation>Ar ko?</translation>
    </message>
    <message>
        <source>Name of the partner organisation</source>
        <translation>Partnera organizācijas nosaukums</translation>
    </message>
    <message>
        <source>Kind of partner</source>
        <translation>Partnera veids</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Sākt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
</context>
<context>
    <name>PartnershipPage</name>
    <message>
        <source>Continue</source>
        <translation>Turpināt</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Atskatīties</translation>
    </message>
    <message>
        <source>All stops are done</source>
        <translation>Visi pieturas punkti ir pabeigti</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>līdz {date}</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Cik tālu</translation>
    </message>
    <message>
        <source>Nothing from this side yet. You can fill it in together, or send them the file.</source>
        <translation>No šīs puses vēl nekā nav. Varat to aizpildīt kopā vai nosūtīt partnerim datni.</translation>
    </message>
    <message>
        <source>Fill in their side</source>
        <translation>Aizpildīt partnera pusi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nākamie punkti</translation>
    </message>
    <message>
        <source>Every stop of your side is done. Well walked.</source>
        <translation>Visi Jūsu puses pieturas punkti ir pabeigti. Ceļš labi noiets!</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumi</translation>
    </message>
    <message>
        <source>Agreement {number} ends</source>
        <translation>Beidzas līguma {number} termiņš</translation>
    </message>
    <message>
        <source>No dates yet. Set one at a checkpoint, and it appears here and on home.</source>
        <translation>Datumu vēl nav. Norādiet termiņu pie pieturas punkta, un tas parādīsies šeit un sākumlapā.</translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation>Pēdējā saziņa</translation>
    </message>
    <message>
        <source>No call, letter or meeting noted yet.</source>
        <translation>Vēl nav pierakstīts neviens zvans, vēstule vai tikšanās.</translation>
    </message>
    <message>
        <source>Open the contact log</source>
        <translation>Atvērt saziņas žurnālu</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Līgums</translation>
    </message>
    <message>
        <source>signed {date}</source>
        <translation>parakstīts {date}</translation>
    </message>
    <message>
        <source>valid until {date}</source>
        <translation>spēkā līdz {date}</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>vēl nav parakstīts</translation>
    </message>
    <message>
        <source>Nothing signed yet.</source>
        <translation>Vēl nekas nav parakstīts.</translation>
    </message>
    <message>
        <source>Open the agreement register</source>
        <translation>Atvērt līgumu reģistru</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Izvērtējums</translation>
    </message>
    <message>
        <source>{organisation}, round {number}</source>
        <translation>{organisation}, {number}. kārta</translation>
    </message>
    <message>
        <source>Weakest for you: {criterion} ({score})</source>
        <translation>Jūsu zemākais vērtējums: {criterion} ({score})</translation>
    </message>
    <message>
        <source>Not scored yet. Each side gives ten short marks; together they show where to talk.</source>
        <translation>Vērtējumu vēl nav. Katra puse ieliek desmit atzīmes; kopā tās rāda, par ko jāparunā.</translation>
    </message>
    <message>
        <source>Open the evaluation</source>
        <translation>Atvērt izvērtējumu</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Cilvēki</translation>
    </message>
    <message>
        <source>Nobody to call noted yet.</source>
        <translation>Vēl nav pierakstīts neviens, kam zvanīt.</translation>
    </message>
    <message>
        <source>Open the contacts</source>
        <translation>Atvērt kontaktus</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Divas versijas</translation>
    </message>
    <message>
        <source>Two people wrote here without knowing of each other. Both texts are kept; choose when you like.</source>
        <translation>Šeit rakstīja divi cilvēki, viens par otru nezinot. Abi teksti ir saglabāti; izvēlieties, kad Jums ērti.</translation>
    </message>
    <message>
        <source>Transit line of this partnership</source>
        <translation>Šīs partnerības līnija</translation>
    </message>
    <message>
        <source>More about this partnership</source>
        <translation>Vairāk par šo partnerību</translation>
    </message>
    <message>
        <source>Name, partner and stage…</source>
        <translation>Nosaukums, partneris un statuss…</translation>
    </message>
    <message>
        <source>Print the progress sheet…</source>
        <translation>Drukāt virzības lapu…</translation>
    </message>
    <message>
        <source>Delete this partnership</source>
        <translation>Dzēst šo partnerību</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>The pages are being made…</source>
        <translation>Lapas tiek gatavotas…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Ko drukāt</translation>
    </message>
    <message>
        <source>Stopped. Choose a sheet to begin again.</source>
        <translation>Apturēts. Lai sāktu no jauna, izvēlieties, ko drukāt.</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>{number}. lapa no {total}</translation>
    </message>
    <message>
        <source>PDF files ({pattern})</source>
        <translation>PDF datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Saglabāt kā PDF</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Saglabāts ar nosaukumu „{name}”.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Atvērt</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Rādīt mapi</translation>
    </message>
    <message>
        <source>No printer was found on this computer. A PDF file can be printed anywhere else.</source>
        <translation>Šajā datorā nav atrasts neviens printeris. PDF datni var izdrukāt jebkur citur.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Saglabāt kā PDF…</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Is it switched on? A PDF file works without it.</source>
        <translation>Printeris lapas nepieņēma. Vai tas ir ieslēgts? PDF datni var izveidot arī bez tā.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Nosūtīts printerim.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukāt</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Izdrukas valoda</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papīrs</translation>
    </message>
    <message>
        <source>With private notes</source>
        <translation>Ar privātajām piezīmēm</translation>
    </message>
    <message>
        <source>Private notes are for your own eyes; leave them out for the partner.</source>
        <translation>Privātās piezīmes domātas tikai Jums; partnerim drukājiet bez tām.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drukāt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Sagatavošanas gaita</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Priekšskatījums</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Iepriekšējā lapa</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nākamā lapa</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Samazināt</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Palielināt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>not there any more</source>
        <translation>vairs nav atrodama</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>šodien plkst. {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>vakar plkst. {time}</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n nokavēts</numerusform>
            <numerusform>%n nokavēti</numerusform>
            <numerusform>%n nokavētu</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Nākamais: {title}</translation>
    </message>
    <message>
        <source>All stops done</source>
        <translation>Visi punkti pabeigti</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Pārvietot augšup (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Pārvietot lejup (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Dzēst</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Iestatījumi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Valoda</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papīrs</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Izskats</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Kā sistēmā</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Gaišs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumšs</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Augsts kontrasts</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Jūsu vārds, uzvārds</translation>
    </message>
    <message>
        <source>Stands by what you write, in every file.</source>
        <translation>Redzams katrā datnē pie visa, ko rakstāt.</translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation>Jūsu organizācija</translation>
    </message>
    <message>
        <source>Proposed for new files; existing files keep theirs.</source>
        <translation>Tiek piedāvāta jaunām datnēm; esošajās paliek iepriekšējā.</translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation>A4 (210 × 297 mm)</translation>
    </message>
    <message>
        <source>Letter (8½ × 11 in)</source>
        <translation>Letter (8½ × 11 collas)</translation>
    </message>
    <message>
        <source>Show what an answer could still say</source>
        <translation>Rādīt, ko atbildē vēl varētu pateikt</translation>
    </message>
    <message>
        <source>A quiet line under your answer: who, what, when, how much. It works without the internet.</source>
        <translation>Klusa rindiņa zem Jūsu atbildes: kas, ko, kad, cik. Darbojas bez interneta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>“{name}” is not there any more. It may have been moved, renamed or deleted.</source>
        <translation>Datnes „{name}” tur vairs nav. Iespējams, tā ir pārvietota, pārdēvēta vai izdzēsta.</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>Meklēt…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Noņemt no saraksta</translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation>Ceļa kartes datnes ({pattern})</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Atvērt datni</translation>
    </message>
    <message>
        <source>Community and municipality build something together, step by step.</source>
        <translation>Kopiena un pašvaldība soli pa solim kopā izveido ko labu.</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Jauna datne</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Atvērt datni…</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>Apskatīt paraugu</translation>
    </message>
    <message>
        <source>You can also drop a file from a folder or an e-mail anywhere on this window.</source>
        <translation>Datni no mapes vai e-pasta varat arī vienkārši ievilkt šajā logā.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Nesenās datnes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Atvērt</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Rādīt mapi</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Šeit vēl nekā nav</translation>
    </message>
    <message>
        <source>Files that you open will wait for you here. Start with a new file, or walk through the sample first: it shows three partnerships on their way.</source>
        <translation>Datnes, ko atvērsiet, Jūs gaidīs šeit. Sāciet ar jaunu datni vai vispirms izstaigājiet paraugu: tajā redzamas trīs iesāktas partnerības.</translation>
    </message>
    <message>
        <source>Version {version}. Works without the internet; your files stay on this computer.</source>
        <translation>Versija {version}. Darbojas bez interneta; Jūsu datnes paliek šajā datorā.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Let go to open the file</source>
        <translation>Atlaidiet, lai atvērtu datni</translation>
    </message>
</context>
<context>
    <name>StopsModel</name>
    <message>
        <source>Looking back</source>
        <translation>Atskats</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Divas versijas</translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation>Nokavēts kopš {date}</translation>
    </message>
    <message>
        <source>Due {date}</source>
        <translation>Termiņš: {date}</translation>
    </message>
</context>
<context>
    <name>TableTool</name>
    <message>
        <source>Interest</source>
        <translation>Ieinteresētība</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Ietekme</translation>
    </message>
    <message>
        <source>Nobody is on the map yet.</source>
        <translation>Kartē vēl neviena nav.</translation>
    </message>
    <message>
        <source>No contact yet.</source>
        <translation>Kontaktu vēl nav.</translation>
    </message>
    <message>
        <source>No conversation has been noted yet.</source>
        <translation>Vēl nav pierakstīta neviena saruna.</translation>
    </message>
    <message>
        <source>The plan has no line yet.</source>
        <translation>Plānā vēl nav nevienas rindas.</translation>
    </message>
    <message>
        <source>The budget has no line yet.</source>
        <translation>Budžetā vēl nav nevienas rindas.</translation>
    </message>
    <message>
        <source>No agreement has been entered yet.</source>
        <translation>Vēl nav ievadīts neviens līgums.</translation>
    </message>
    <message>
        <source>No indicator yet.</source>
        <translation>Rādītāju vēl nav.</translation>
    </message>
    <message>
        <source>We pay {ours} €, the partner pays {theirs} €, together {all} €.</source>
        <translation>Mēs maksājam {ours} €, partneris maksā {theirs} €, kopā {all} €.</translation>
    </message>
    <message>
        <source>{name}: interest {interest}, influence {influence}</source>
        <translation>{name}: ieinteresētība {interest}, ietekme {influence}</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Nothing is lost: both are kept until you choose.</source>
        <translation>Nekas nav zudis: abas versijas glabājas, līdz izvēlēsieties.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tukšs)</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Izvēlēties šo</translation>
    </message>
    <message>
        <source>Take the version of {who}</source>
        <translation>Izvēlēties šo versiju: {who}</translation>
    </message>
    <message>
        <source>Keep both, one below the other</source>
        <translation>Paturēt abas, vienu zem otras</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Kāds</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>not named yet</source>
        <translation>vēl bez nosaukuma</translation>
    </message>
    <message>
        <source>Partner’s side: {name}</source>
        <translation>Partnera puse: {name}</translation>
    </message>
    <message>
        <source>To the partnership</source>
        <translation>Uz partnerību</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tālāk</translation>
    </message>
    <message>
        <source>{number} of {total} in this step</source>
        <translation>{number}. no {total} šajā solī</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Pieturas punkti</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atpakaļ</translation>
    </message>
    <message>
        <source>The checkpoint before (Alt+Left)</source>
        <translation>Iepriekšējais pieturas punkts (Alt+Left)</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Padomi</translation>
    </message>
    <message>
        <source>Why it matters, how to do it, an example</source>
        <translation>Kāpēc tas ir svarīgi, kā to izdarīt, piemērs</translation>
    </message>
    <message>
        <source>The next checkpoint (Alt+Right)</source>
        <translation>Nākamais pieturas punkts (Alt+Right)</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Your file itself is safe.</source>
        <translation>Pati Jūsu datne ir drošībā.</translation>
    </message>
    <message>
        <source>The second place for backups is full. The backups on this computer are complete.</source>
        <translation>Otrajā vietā rezerves kopijai trūkst brīvas telpas. Šajā datorā esošās kopijas ir pilnīgas.</translation>
    </message>
    <message>
        <source>No copy could be put at the second place for backups. Those on this computer are complete.</source>
        <translation>Otrajā vietā rezerves kopiju nevarēja saglabāt. Šajā datorā esošās kopijas ir pilnīgas.</translation>
    </message>
    <message>
        <source>The disk is full, so no backup could be made.</source>
        <translation>Disks ir pilns, tāpēc rezerves kopiju nevarēja izveidot.</translation>
    </message>
    <message>
        <source>No backup could be made: its folder cannot be written to.</source>
        <translation>Rezerves kopiju nevarēja izveidot: tās mapē nevar rakstīt.</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>Rezerves kopiju nevarēja izveidot.</translation>
    </message>
    <message>
        <source>An older backup of this file can no longer be read. Your file and its other backups are safe.</source>
        <translation>Kādu vecāku šīs datnes rezerves kopiju vairs nevar nolasīt. Jūsu datne un pārējās tās kopijas ir drošībā.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Made “{file}”, with three example partnerships.</source>
        <translation>Datne „{file}” ir izveidota; tajā ir trīs partnerību paraugi.</translation>
    </message>
    <message>
        <source>Made “{file}”.</source>
        <translation>Datne „{file}” ir izveidota.</translation>
    </message>
    <message>
        <source>There are no partnerships in this file yet.</source>
        <translation>Šajā datnē vēl nav nevienas partnerības.</translation>
    </message>
    <message>
        <source>Saved: {checkpoint} of “{partnership}”.</source>
        <translation>Saglabāts: pieturas punkts {checkpoint} partnerībā „{partnership}”.</translation>
    </message>
    <message>
        <source>{checkpoint} of “{partnership}” says so already.</source>
        <translation>Partnerībā „{partnership}” pieturas punkts {checkpoint} jau ir tieši tāds.</translation>
    </message>
    <message>
        <source>There is nothing to write. Nothing was changed. Say what with --text, --state, --due or --who.</source>
        <translation>Nav, ko ierakstīt. Nekas netika mainīts. Norādiet to ar --text, --state, --due vai --who.</translation>
    </message>
    <message>
        <source>What came from standard input is not text in UTF-8. Nothing was changed. Save it as UTF-8 first.</source>
        <translation>No standartievades saņemtais nav teksts UTF-8 kodējumā. Nekas netika mainīts. Vispirms saglabājiet to UTF-8 kodējumā.</translation>
    </message>
    <message>
        <source>There are no partnerships in this file yet, so there is nothing to print. No PDF file was made.</source>
        <translation>Šajā datnē vēl nav nevienas partnerības, tāpēc drukāt nav ko. PDF datne netika izveidota.</translation>
    </message>
    <message>
        <source>There is no backup of this file that differs from it. Nothing was changed.</source>
        <translation>Šai datnei nav rezerves kopijas, kas no tās atšķirtos. Nekas netika mainīts.</translation>
    </message>
    <message>
        <source>There is no such backup of this file. Nothing was changed. Those there are can be seen with --list.</source>
        <translation>Šādas rezerves kopijas šai datnei nav. Nekas netika mainīts. Esošās kopijas parāda --list.</translation>
    </message>
    <message>
        <source>Printed into “{file}”, which replaces the older one.</source>
        <translation>Izdrukāts datnē „{file}”; tā aizstāj iepriekšējo.</translation>
    </message>
    <message>
        <source>Printed into “{file}”.</source>
        <translation>Izdrukāts datnē „{file}”.</translation>
    </message>
    <message>
        <source>Changes in it that can be read: {count}.</source>
        <translation>Tajā nolasāmo izmaiņu skaits: {count}.</translation>
    </message>
    <message>
        <source>It was not changed. Use an earlier copy of it, or ask whoever sent it to send it again.</source>
        <translation>Tā netika mainīta. Izmantojiet agrāku tās kopiju vai palūdziet sūtītājam to nosūtīt vēlreiz.</translation>
    </message>
    <message>
        <source>It was not changed. Do not open it, and ask whoever seems to have sent it whether they did.</source>
        <translation>Tā netika mainīta. Neatveriet to un pajautājiet šķietamajam sūtītājam, vai viņš to tiešām ir sūtījis.</translation>
    </message>
    <message>
        <source>Backed up “{file}” as “{backup}”, here and at the second place.</source>
        <translation>Datnei „{file}” izveidota rezerves kopija „{backup}” – šeit un otrajā vietā.</translation>
    </message>
    <message>
        <source>Backed up “{file}” as “{backup}”.</source>
        <translation>Datnei „{file}” izveidota rezerves kopija „{backup}”.</translation>
    </message>
    <message>
        <source>There are no backups of this file yet.</source>
        <translation>Šai datnei rezerves kopiju vēl nav.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>bojāta</translation>
    </message>
    <message>
        <source>made by a newer version of this program</source>
        <translation>veidota ar jaunāku programmas versiju</translation>
    </message>
    <message>
        <source>{done} of {total} checkpoints done</source>
        <translation>pabeigtie pieturas punkti: {done} no {total}</translation>
    </message>
    <message>
        <source>“{file}” is the backup of {when} now.</source>
        <translation>„{file}” tagad ir rezerves kopija, kas veidota {when}.</translation>
    </message>
    <message>
        <source>The damaged file was kept as “{file}”.</source>
        <translation>Bojātā datne ir saglabāta kā „{file}”.</translation>
    </message>
    <message>
        <source>“{file}” shows what it showed then ({when}) already.</source>
        <translation>„{file}” jau rāda to pašu, ko toreiz ({when}).</translation>
    </message>
    <message>
        <source>“{file}” shows what it showed then ({when}).</source>
        <translation>„{file}” rāda to, ko rādīja toreiz ({when}).</translation>
    </message>
    <message>
        <source>How it was before is in the backup “{backup}”.</source>
        <translation>Tas, kā bija pirms tam, ir rezerves kopijā „{backup}”.</translation>
    </message>
    <message>
        <source>Saved {count} of {expected} changes into “{file}”.</source>
        <translation>Datnē „{file}” saglabāto izmaiņu skaits: {count} no {expected}.</translation>
    </message>
    <message>
        <source>Changes saved into “{file}”: {count}.</source>
        <translation>Datnē „{file}” saglabāto izmaiņu skaits: {count}.</translation>
    </message>
    <message>
        <source>“{file}” was left as it is.</source>
        <translation>Datne „{file}” palika neskarta.</translation>
    </message>
    <message>
        <source>“{file}” is healthy.</source>
        <translation>Datne „{file}” ir kārtībā.</translation>
    </message>
    <message>
        <source>“{file}” is damaged.</source>
        <translation>Datne „{file}” ir bojāta.</translation>
    </message>
    <message>
        <source>“{file}” is not to be trusted.</source>
        <translation>Datnei „{file}” nevar uzticēties.</translation>
    </message>
    <message>
        <source>“{file}” was made by a newer version of this program; it can be read, not changed.</source>
        <translation>Datne „{file}” ir izveidota ar jaunāku šīs programmas versiju; to var lasīt, bet ne mainīt.</translation>
    </message>
    <message>
        <source>“{file}” is not a file of this program.</source>
        <translation>„{file}” nav šīs programmas datne.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read.</source>
        <translation>Datni „{file}” nevar nolasīt.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your file is as it was last saved. Please send us what is written in {log}, so that we can mend it.</source>
        <translation>Programmā radās kļūda. Jūsu datne ir tāda, kāda tā bija pēdējoreiz saglabāta. Lūdzu, atsūtiet mums to, kas rakstīts šeit: {log}, lai varam kļūdu novērst.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Lietojums:</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Kas jānorāda</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opcijas</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Komandas</translation>
    </message>
    <message>
        <source>Walk the partnerships of municipalities and community organisations step by step. Without a command, or with the name of a file, the program opens its window.</source>
        <translation>Izejiet pašvaldību un kopienas organizāciju partnerību ceļu soli pa solim. Bez komandas vai tikai ar datnes nosaukumu programma atver savu logu.</translation>
    </message>
    <message>
        <source>Your name, as the file remembers who wrote what.</source>
        <translation>Jūsu vārds un uzvārds: datne atceras, kurš ko rakstījis.</translation>
    </message>
    <message>
        <source>Language of everything the program says, for example lv.</source>
        <translation>Valoda, kurā programma runā, piemēram, lv.</translation>
    </message>
    <message>
        <source>Print the version and stop.</source>
        <translation>Parādīt versiju un beigt darbu.</translation>
    </message>
    <message>
        <source>Print this page and stop.</source>
        <translation>Parādīt šo lapu un beigt darbu.</translation>
    </message>
    <message>
        <source>Make a new file. An existing one is never overwritten.</source>
        <translation>Izveidot jaunu datni. Esoša datne nekad netiek pārrakstīta.</translation>
    </message>
    <message>
        <source>Name of the new file; it should end in .roadmap.</source>
        <translation>Jaunās datnes nosaukums; tam vajadzētu beigties ar .roadmap.</translation>
    </message>
    <message>
        <source>Fill it with three example partnerships; kind and organisation are then those of the example.</source>
        <translation>Ielikt tajā trīs partnerību paraugus; organizācija un tās veids tad ir no parauga.</translation>
    </message>
    <message>
        <source>What your organisation is; without it, what the settings say.</source>
        <translation>Jūsu organizācijas veids; ja tas nav norādīts, der iestatījumos norādītais.</translation>
    </message>
    <message>
        <source>Name of your organisation.</source>
        <translation>Jūsu organizācijas nosaukums.</translation>
    </message>
    <message>
        <source>Language of the example.</source>
        <translation>Parauga valoda.</translation>
    </message>
    <message>
        <source>Show the partnerships of a file and how far each side is.</source>
        <translation>Parādīt datnē esošās partnerības un to, cik tālu tikusi katra puse.</translation>
    </message>
    <message>
        <source>The file to work with.</source>
        <translation>Datne, ar ko strādāt.</translation>
    </message>
    <message>
        <source>Print it for a program to read, as JSON.</source>
        <translation>Izvadīt JSON formātā, ko nolasa citas programmas.</translation>
    </message>
    <message>
        <source>Show what was answered at each checkpoint as well.</source>
        <translation>Parādīt arī atbildi katrā pieturas punktā.</translation>
    </message>
    <message>
        <source>Write an answer to a checkpoint, or a part of it.</source>
        <translation>Ierakstīt pieturas punkta atbildi vai daļu no tās.</translation>
    </message>
    <message>
        <source>The partnership: its id, the beginning of its id, or its title.</source>
        <translation>Partnerība: tās identifikators, identifikatora sākums vai nosaukums.</translation>
    </message>
    <message>
        <source>Id of the checkpoint, for example c1.need.</source>
        <translation>Pieturas punkta identifikators, piemēram, c1.need.</translation>
    </message>
    <message>
        <source>The answer itself; a hyphen (-) reads it from standard input.</source>
        <translation>Pati atbilde; ar defisi (-) to nolasa no standartievades.</translation>
    </message>
    <message>
        <source>One of open, in-progress, done, not-needed.</source>
        <translation>Stāvoklis: open (nav sākts), in-progress (iesākts), done (pabeigts) vai not-needed (nav vajadzīgs).</translation>
    </message>
    <message>
        <source>By when, for example 30.11.2026 or 2026-11-30; an empty text takes the date away.</source>
        <translation>Termiņš, piemēram, 30.11.2026. vai 2026-11-30; tukšs teksts termiņu noņem.</translation>
    </message>
    <message>
        <source>The person responsible.</source>
        <translation>Atbildīgais.</translation>
    </message>
    <message>
        <source>Whose answer it is; without it, ours.</source>
        <translation>Kuras puses atbilde tā ir: ours (mūsu) vai theirs (partnera); ja tas nav norādīts, mūsu.</translation>
    </message>
    <message>
        <source>Print a sheet into a PDF file.</source>
        <translation>Izdrukāt lapu PDF datnē.</translation>
    </message>
    <message>
        <source>progress (one partnership, or each in turn), all (a list of all partnerships) or blank (a form to fill in by hand).</source>
        <translation>progress (viena partnerība vai visas pēc kārtas), all (visu partnerību saraksts) vai blank (veidlapa aizpildīšanai ar roku).</translation>
    </message>
    <message>
        <source>The PDF file to make. An older PDF file of that name is replaced.</source>
        <translation>Veidojamā PDF datne. Ja tāda jau ir, to aizstāj.</translation>
    </message>
    <message>
        <source>Language of the sheet.</source>
        <translation>Lapas valoda.</translation>
    </message>
    <message>
        <source>Print this partnership only.</source>
        <translation>Drukāt tikai šo partnerību.</translation>
    </message>
    <message>
        <source>Size of the paper.</source>
        <translation>Papīra formāts.</translation>
    </message>
    <message>
        <source>Which form to print blank; without it, that of your organisation.</source>
        <translation>Kuru tukšo veidlapu drukāt; ja tas nav norādīts, Jūsu organizācijai domāto.</translation>
    </message>
    <message>
        <source>Leave out the private notes.</source>
        <translation>Neiekļaut privātās piezīmes.</translation>
    </message>
    <message>
        <source>Look whether a file is healthy. The exit status says the same: 0 healthy, 3 damaged, 4 hostile, 5 made by a newer version, 6 no file of this program or not readable.</source>
        <translation>Pārbaudīt, vai datne ir kārtībā. To pašu pasaka izejas kods: 0 – kārtībā, 3 – bojāta, 4 – ļaunprātīga, 5 – izveidota ar jaunāku versiju, 6 – nav šīs programmas datne vai nav nolasāma.</translation>
    </message>
    <message>
        <source>Save all that can still be read of a damaged file into a new one, and list what is missing. The damaged file stays as it is.</source>
        <translation>Saglabāt jaunā datnē visu, ko bojātajā vēl var nolasīt, un uzskaitīt, kā trūkst. Bojātā datne paliek neskarta.</translation>
    </message>
    <message>
        <source>The damaged file.</source>
        <translation>Bojātā datne.</translation>
    </message>
    <message>
        <source>Put a checked copy of a file where the program keeps its backups.</source>
        <translation>Nolikt pārbaudītu datnes kopiju tur, kur programma glabā rezerves kopijas.</translation>
    </message>
    <message>
        <source>Have a file show what it showed at an earlier backup. Its present state is kept as a backup first, and the history keeps every change. A damaged file is replaced and kept beside it.</source>
        <translation>Panākt, lai datne rāda to, ko rādīja agrākas rezerves kopijas laikā. Vispirms tās pašreizējais stāvoklis tiek saglabāts kā rezerves kopija, un vēsturē paliek visas izmaiņas. Bojāta datne tiek aizstāta un saglabāta tai blakus.</translation>
    </message>
    <message>
        <source>The number of a backup in the list, or its file; without it, the newest that differs from the file.</source>
        <translation>Rezerves kopijas numurs sarakstā vai tās datne; ja tas nav norādīts, jaunākā kopija, kas atšķiras no datnes.</translation>
    </message>
    <message>
        <source>List the backups of the file and stop.</source>
        <translation>Parādīt datnes rezerves kopiju sarakstu un beigt.</translation>
    </message>
    <message>
        <source>The file to make. An existing one is never overwritten.</source>
        <translation>Veidojamā datne. Esoša datne nekad netiek pārrakstīta.</translation>
    </message>
    <message>
        <source>“{command} --help” explains how it goes.</source>
        <translation>Kā to lieto, paskaidro „{command} --help”.</translation>
    </message>
    <message>
        <source>{word} is missing.</source>
        <translation>Trūkst: {word}.</translation>
    </message>
    <message>
        <source>{option} must be one of: {choices}.</source>
        <translation>{option} jābūt vienam no šiem: {choices}.</translation>
    </message>
    <message>
        <source>There is no option “{option}” here.</source>
        <translation>Opcijas „{option}” šeit nav.</translation>
    </message>
    <message>
        <source>A value after “{option}” is missing, or it takes none.</source>
        <translation>Pēc „{option}” trūkst vērtības, vai arī vērtība tai nav vajadzīga.</translation>
    </message>
    <message>
        <source>That is more than this command takes.</source>
        <translation>Šai komandai ir norādīts par daudz.</translation>
    </message>
    <message>
        <source>“{name}” is neither a command nor a file; the commands are: {commands}.</source>
        <translation>„{name}” nav ne komanda, ne datne; komandas ir šādas: {commands}.</translation>
    </message>
    <message>
        <source>A command is missing; the commands are: {commands}.</source>
        <translation>Nav norādīta komanda; komandas ir šādas: {commands}.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong ({name}).</source>
        <translation>Radās kļūda ({name}).</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Lūdzu, mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” is not there.</source>
        <translation>Datne „{file}” nav atrasta.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nekas netika mainīts.</translation>
    </message>
    <message>
        <source>Check the name, or look whether the file was moved, renamed or left on a memory stick.</source>
        <translation>Pārbaudiet nosaukumu vai to, vai datne nav pārvietota, pārdēvēta vai palikusi zibatmiņā.</translation>
    </message>
    <message>
        <source>There is already something called “{file}”.</source>
        <translation>Nosaukums „{file}” jau ir aizņemts.</translation>
    </message>
    <message>
        <source>It was left exactly as it is.</source>
        <translation>Tas, kas tur jau ir, palika neskarts.</translation>
    </message>
    <message>
        <source>Please choose another name.</source>
        <translation>Lūdzu, izvēlieties citu nosaukumu.</translation>
    </message>
    <message>
        <source>“{file}” is not a file of Roadmap Desktop.</source>
        <translation>„{file}” nav Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation>Tā netika mainīta.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .roadmap. If this one came by e-mail, ask for it to be sent again.</source>
        <translation>Izvēlieties datni, kuras nosaukums beidzas ar .roadmap. Ja šī atnāca pa e-pastu, palūdziet to nosūtīt vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” is damaged: part of it is missing or was altered.</source>
        <translation>Datne „{file}” ir bojāta: daļa tās satura ir zudusi vai izmainīta.</translation>
    </message>
    <message>
        <source>It was not changed, so nothing more is lost.</source>
        <translation>Tā netika mainīta, tāpēc nekas vairāk nav zudis.</translation>
    </message>
    <message>
        <source>Use an earlier copy of it. If it came by e-mail, ask for it to be sent again.</source>
        <translation>Izmantojiet agrāku tās kopiju. Ja tā atnāca pa e-pastu, palūdziet to nosūtīt vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” was made by a newer version of Roadmap Desktop.</source>
        <translation>Datne „{file}” ir izveidota ar jaunāku Roadmap Desktop versiju.</translation>
    </message>
    <message>
        <source>It can be read and printed, and stays as it is.</source>
        <translation>To var lasīt un drukāt, bet tā paliek nemainīta.</translation>
    </message>
    <message>
        <source>To change it, install the newest version of the program.</source>
        <translation>Lai to mainītu, uzstādiet jaunāko programmas versiju.</translation>
    </message>
    <message>
        <source>“{file}” is protected against changes.</source>
        <translation>Datne „{file}” ir aizsargāta pret izmaiņām.</translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation>Tā paliek tāda, kāda ir.</translation>
    </message>
    <message>
        <source>Work with a copy in a folder of your own, or ask whoever looks after this computer to lift the protection.</source>
        <translation>Strādājiet ar kopiju savā mapē vai palūdziet noņemt aizsardzību tam, kas rūpējas par šo datoru.</translation>
    </message>
    <message>
        <source>Another program is using “{file}” right now.</source>
        <translation>Datni „{file}” pašlaik lieto cita programma.</translation>
    </message>
    <message>
        <source>What was saved before is safe; your last step is not saved yet.</source>
        <translation>Iepriekš saglabātais ir drošībā; Jūsu pēdējā darbība vēl nav saglabāta.</translation>
    </message>
    <message>
        <source>Close the file there or wait a moment, then try again.</source>
        <translation>Aizveriet datni tajā vai mirkli pagaidiet un tad mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>Nothing was written, and nothing is lost.</source>
        <translation>Nekas netika ierakstīts, un nekas nav zudis.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>Mapes „{folder}” nav.</translation>
    </message>
    <message>
        <source>Make the folder first, or choose another one.</source>
        <translation>Vispirms izveidojiet šo mapi vai izvēlieties citu.</translation>
    </message>
    <message>
        <source>Nothing can be saved in the folder “{folder}”.</source>
        <translation>Mapē „{folder}” neko nevar saglabāt.</translation>
    </message>
    <message>
        <source>Choose a folder of your own, such as Documents, or ask whoever looks after this computer for the permission.</source>
        <translation>Izvēlieties savu mapi, piemēram, „Dokumenti”, vai palūdziet atļauju tam, kas rūpējas par šo datoru.</translation>
    </message>
    <message>
        <source>The disk is full: “{file}” could not be saved.</source>
        <translation>Disks ir pilns: datni „{file}” nevarēja saglabāt.</translation>
    </message>
    <message>
        <source>Everything saved before is safe; your last step is not saved yet.</source>
        <translation>Viss iepriekš saglabātais ir drošībā; Jūsu pēdējā darbība vēl nav saglabāta.</translation>
    </message>
    <message>
        <source>Make room, for instance by emptying the recycle bin, then try again.</source>
        <translation>Atbrīvojiet vietu, piemēram, iztukšojot atkritni, un tad mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The computer could not read or write “{file}” ({reason}).</source>
        <translation>Dators nevarēja nolasīt vai ierakstīt datni „{file}” ({reason}).</translation>
    </message>
    <message>
        <source>What was saved before is as it was.</source>
        <translation>Iepriekš saglabātais ir neskarts.</translation>
    </message>
    <message>
        <source>Check that the disk, memory stick or network is still connected, then try again.</source>
        <translation>Pārbaudiet, vai disks, zibatmiņa vai tīkls joprojām ir pievienots, un tad mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” holds something that this program never writes and that could do harm.</source>
        <translation>Datnē „{file}” ir kas tāds, ko šī programma nekad neraksta un kas varētu kaitēt.</translation>
    </message>
    <message>
        <source>Nothing of it was taken over; your own file is as it was.</source>
        <translation>Nekas no tās netika pārņemts; Jūsu datne ir neskarta.</translation>
    </message>
    <message>
        <source>Do not open it with other programs. Ask whoever seems to have sent it, by telephone, whether they did.</source>
        <translation>Neatveriet to ar citām programmām. Piezvaniet šķietamajam sūtītājam un pajautājiet, vai viņš to tiešām ir sūtījis.</translation>
    </message>
    <message>
        <source>“{file}” left its newest part behind in a second file, which is not here.</source>
        <translation>Datnes „{file}” jaunākā daļa palikusi otrā datnē, kuras šeit nav.</translation>
    </message>
    <message>
        <source>Nothing of it was taken over, and it was not changed.</source>
        <translation>Nekas no tās netika pārņemts, un tā netika mainīta.</translation>
    </message>
    <message>
        <source>Whoever sent it should close it in every program, open and close it once in Roadmap Desktop, and send it again.</source>
        <translation>Lai sūtītājs to aizver visās programmās, vienreiz atver un aizver ar Roadmap Desktop un tad nosūta vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” is larger than any file of this program: {size}, and {limit} are read.</source>
        <translation>Datne „{file}” ir lielāka nekā jebkura šīs programmas datne: {size}, bet nolasīt var {limit}.</translation>
    </message>
    <message>
        <source>It was not read, and nothing was changed.</source>
        <translation>Tā netika lasīta, un nekas netika mainīts.</translation>
    </message>
    <message>
        <source>Ask whoever sent it whether it is the file they meant.</source>
        <translation>Pajautājiet sūtītājam, vai viņš tiešām domāja šo datni.</translation>
    </message>
    <message>
        <source>The text is too long: it has {length} characters, and {limit} fit here.</source>
        <translation>Teksts ir par garu: tā rakstzīmju skaits ir {length}, bet šeit ietilpst {limit}.</translation>
    </message>
    <message>
        <source>What was saved before is as it was; the long text is not saved.</source>
        <translation>Iepriekš saglabātais ir neskarts; garais teksts nav saglabāts.</translation>
    </message>
    <message>
        <source>Shorten the text, or keep it in a document of its own and attach that.</source>
        <translation>Saīsiniet tekstu vai ierakstiet to atsevišķā dokumentā un pievienojiet šo dokumentu.</translation>
    </message>
    <message>
        <source>“{file}” is too large: {size}, and {limit} fit here.</source>
        <translation>Datne „{file}” ir par lielu: {size}, bet šeit ietilpst {limit}.</translation>
    </message>
    <message>
        <source>It was not attached; your answers are as they were.</source>
        <translation>Tā netika pievienota; Jūsu atbildes ir neskartas.</translation>
    </message>
    <message>
        <source>Save it smaller, for instance a photo with fewer pixels, or note where it is kept.</source>
        <translation>Saglabājiet to mazāku, piemēram, fotoattēlu ar mazāku izšķirtspēju, vai pierakstiet, kur tā glabājas.</translation>
    </message>
    <message>
        <source>The attachment “{file}” is no longer there.</source>
        <translation>Pielikuma „{file}” vairs nav.</translation>
    </message>
    <message>
        <source>Your answers are as they were.</source>
        <translation>Jūsu atbildes ir neskartas.</translation>
    </message>
    <message>
        <source>If you or your partner still have it, attach it once more from where it is kept.</source>
        <translation>Ja tas vēl ir Jums vai Jūsu partnerim, pievienojiet to vēlreiz no vietas, kur tas glabājas.</translation>
    </message>
    <message>
        <source>“{text}” is not a date.</source>
        <translation>„{text}” nav datums.</translation>
    </message>
    <message>
        <source>The date saved before is as it was.</source>
        <translation>Iepriekš saglabātais datums nav mainīts.</translation>
    </message>
    <message>
        <source>Write day, month and year of a day that exists, for example 30.11.2026 or 2026-11-30.</source>
        <translation>Ierakstiet dienu, mēnesi un gadu, piemēram, 30.11.2026. vai 2026-11-30; tādai dienai kalendārā ir jābūt.</translation>
    </message>
    <message>
        <source>“{text}” is not a sum of money.</source>
        <translation>„{text}” nav naudas summa.</translation>
    </message>
    <message>
        <source>The sum saved before is as it was.</source>
        <translation>Iepriekš saglabātā summa nav mainīta.</translation>
    </message>
    <message>
        <source>Write it in digits, for example 1200 or 1200.50.</source>
        <translation>Ierakstiet to ar cipariem, piemēram, 1200 vai 1200,50.</translation>
    </message>
    <message>
        <source>There is no partnership “{name}” in this file.</source>
        <translation>Šajā datnē nav partnerības „{name}”.</translation>
    </message>
    <message>
        <source>It may have been deleted; look at the list of all.</source>
        <translation>Iespējams, tā ir izdzēsta; paskatieties visu partnerību sarakstā.</translation>
    </message>
    <message>
        <source>“{name}” can mean more than one partnership; {count} begin so or are called so.</source>
        <translation>„{name}” var apzīmēt vairākas partnerības; tā sākas vai tā saucas šāds skaits partnerību: {count}.</translation>
    </message>
    <message>
        <source>Write more of its id.</source>
        <translation>Ierakstiet garāku tās identifikatora sākumu.</translation>
    </message>
    <message>
        <source>There is no checkpoint “{name}” in this form.</source>
        <translation>Šajā veidlapā nav pieturas punkta „{name}”.</translation>
    </message>
    <message>
        <source>Look up its id in the form, for example c1.need.</source>
        <translation>Atrodiet tā identifikatoru veidlapā, piemēram, c1.need.</translation>
    </message>
    <message>
        <source>There is no sheet “{name}”.</source>
        <translation>Lapas „{name}” nav.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Nekas netika izdrukāts.</translation>
    </message>
    <message>
        <source>The program does not speak the language “{name}” yet.</source>
        <translation>Valodā „{name}” programma vēl nerunā.</translation>
    </message>
    <message>
        <source>“{name}” is not a state of a checkpoint.</source>
        <translation>„{name}” nav pieturas punkta stāvoklis.</translation>
    </message>
    <message>
        <source>No screen was found, so the window cannot open.</source>
        <translation>Ekrāns nav atrasts, tāpēc logu nevar atvērt.</translation>
    </message>
    <message>
        <source>Your files are untouched.</source>
        <translation>Jūsu datnes ir neskartas.</translation>
    </message>
    <message>
        <source>Start the program from a desktop. Without a screen, these commands work: new, show, answer, print and check; “roadmap-desktop --help” explains them.</source>
        <translation>Atveriet programmu no darbvirsmas. Bez ekrāna darbojas komandas new, show, answer, print un check; tās paskaidro „roadmap-desktop --help”.</translation>
    </message>
    <message>
        <source>This computer lacks something the program needs to draw: {reason}.</source>
        <translation>Šajā datorā trūkst kā tāda, kas programmai vajadzīgs zīmēšanai: {reason}.</translation>
    </message>
    <message>
        <source>Install it with: {command}</source>
        <translation>Uzstādiet to ar šādu komandu: {command}</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to install it.</source>
        <translation>Palūdziet to uzstādīt tam, kas rūpējas par šo datoru.</translation>
    </message>
    <message>
        <source>How many changes it should hold is no longer known.</source>
        <translation>Vairs nav zināms, cik izmaiņām tajā jābūt.</translation>
    </message>
    <message>
        <source>It is not a file of Roadmap Desktop.</source>
        <translation>Tā nav Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>The computer does not let it be read ({reason}).</source>
        <translation>Dators neļauj to nolasīt ({reason}).</translation>
    </message>
    <message>
        <source>It ends too early: part of it is missing.</source>
        <translation>Tā beidzas par agru: daļas satura trūkst.</translation>
    </message>
    <message>
        <source>Its newest part was left behind in a second file, which is not here.</source>
        <translation>Tās jaunākā daļa palikusi otrā datnē, kuras šeit nav.</translation>
    </message>
    <message>
        <source>It holds what this program never writes and what could do harm ({reason}).</source>
        <translation>Tajā ir kas tāds, ko šī programma nekad neraksta un kas varētu kaitēt ({reason}).</translation>
    </message>
    <message>
        <source>A change is missing on which a later one was built.</source>
        <translation>Trūkst izmaiņas, uz kuras balstās kāda vēlāka.</translation>
    </message>
    <message>
        <source>Its inner structure is broken.</source>
        <translation>Tās iekšējā uzbūve ir sabojāta.</translation>
    </message>
    <message>
        <source>Its table “{name}” is missing or not as this program makes it.</source>
        <translation>Tabulas „{name}” tajā nav, vai arī tā nav tāda, kādu veido šī programma.</translation>
    </message>
    <message>
        <source>It claims the format {format}, which never was.</source>
        <translation>Tajā norādīts formāts {format}, kāda nekad nav bijis.</translation>
    </message>
    <message>
        <source>It should hold {noted} changes and holds {found}.</source>
        <translation>Izmaiņu skaitam tajā jābūt {noted}, bet ir {found}.</translation>
    </message>
    <message>
        <source>Changes in it were exchanged for others.</source>
        <translation>Izmaiņas tajā ir apmainītas pret citām.</translation>
    </message>
    <message>
        <source>A change in it was altered after it was written.</source>
        <translation>Kāda izmaiņa tajā pēc ierakstīšanas ir pārveidota.</translation>
    </message>
    <message>
        <source>A change in it makes no sense.</source>
        <translation>Kādai izmaiņai tajā nav jēgas.</translation>
    </message>
    <message>
        <source>A note of who wrote something was altered.</source>
        <translation>Ir pārveidota ziņa par to, kurš ko rakstījis.</translation>
    </message>
    <message>
        <source>Who wrote some of its changes is no longer known.</source>
        <translation>Par dažām izmaiņām vairs nav zināms, kas tās rakstījis.</translation>
    </message>
    <message>
        <source>An attachment was altered after it was put in.</source>
        <translation>Kāds pielikums pēc pievienošanas ir pārveidots.</translation>
    </message>
    <message>
        <source>The attachment “{name}” is mentioned, but its content is missing.</source>
        <translation>Pielikums „{name}” ir minēts, bet tā satura trūkst.</translation>
    </message>
    <message>
        <source>Its table “{table}” says something else than its changes.</source>
        <translation>Tabulā „{table}” rakstīts kas cits nekā izmaiņās.</translation>
    </message>
    <message>
        <source>The organisation it belongs to is missing from it.</source>
        <translation>Tajā trūkst organizācijas, kurai tā pieder.</translation>
    </message>
    <message>
        <source>Choose one of these: {names}.</source>
        <translation>Izvēlieties vienu no šiem: {names}.</translation>
    </message>
</context>
</TS>
