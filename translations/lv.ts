<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>AgendaView</name>
    <message>
        <source>What suggests itself</source>
        <translation>Par ko varētu runāt</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Darba kārtība</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>Ielikt darba kārtībā</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Pārvietot augstāk</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Pārvietot zemāk</translation>
    </message>
    <message>
        <source>Take off the agenda</source>
        <translation>Izņemt no darba kārtības</translation>
    </message>
    <message>
        <source>A topic of your own</source>
        <translation>Jūsu jautājums</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>Nothing is on the agenda yet. Choose at the left what you want to talk about.</source>
        <translation>Darba kārtībā vēl nekā nav. Izvēlieties kreisajā pusē, par ko vēlaties runāt.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>“{name}” asks for something of your file. Open your file, and you will see for what.</source>
        <translation>„{name}” lūdz datus no Jūsu datnes. Atveriet savu datni, un redzēsiet, kādus.</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>A file from elsewhere</source>
        <translation>Datne no citurienes</translation>
    </message>
    <message>
        <source>Take it into my file</source>
        <translation>Pievienot manai datnei</translation>
    </message>
    <message>
        <source>What is new in it is shown first, and you choose what goes into “{file}”.</source>
        <translation>Vispirms redzēsiet, kas tajā ir jauns, un izvēlēsieties, ko pievienot datnei „{file}”.</translation>
    </message>
    <message>
        <source>Save it as a file of my own…</source>
        <translation>Saglabāt kā savu datni…</translation>
    </message>
    <message>
        <source>It gets a place that you choose, and you work in it there.</source>
        <translation>Jūs izvēlaties, kur to glabāt, un strādājat ar to tur.</translation>
    </message>
    <message>
        <source>Just look at it</source>
        <translation>Tikai apskatīt</translation>
    </message>
    <message>
        <source>It opens to be read and printed. Nothing in it changes.</source>
        <translation>To varēsiet lasīt un izdrukāt. Nekas tajā nemainīsies.</translation>
    </message>
    <message>
        <source>Work in it as it is</source>
        <translation>Strādāt tieši šajā datnē</translation>
    </message>
    <message>
        <source>It is a file of its own then, beside your usual one.</source>
        <translation>Tā būs atsevišķa datne līdzās Jūsu ierastajai.</translation>
    </message>
    <message>
        <source>What would you like to do with this file?</source>
        <translation>Ko vēlaties darīt ar šo datni?</translation>
    </message>
    <message>
        <source>It is in a temporary folder, such as mail programs use for attachments. What you write there may be gone tomorrow.</source>
        <translation>Tā atrodas pagaidu datņu mapē, kādu e-pasta programmas lieto pielikumiem. Tur rakstītais rīt var būt pazudis.</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation>Ceļa kartes datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save as a file of my own</source>
        <translation>Saglabāt kā savu datni</translation>
    </message>
</context>
<context>
    <name>ArrivalsModel</name>
    <message>
        <source>Written {day}. It was not on the list of members; it will be.</source>
        <translation>Pēdējās izmaiņas: {day}. Šī biedra sarakstā nebija; programma to pievienos.</translation>
    </message>
    <message>
        <source>Written {day}.</source>
        <translation>Pēdējās izmaiņas: {day}.</translation>
    </message>
    <message>
        <source>Written {day}. Taken in part: of the rest there is something newer.</source>
        <translation>Pēdējās izmaiņas: {day}. Paņemta daļa: par pārējo ir kas jaunāks.</translation>
    </message>
    <message>
        <source>The same has come already.</source>
        <translation>Tas pats jau ir saņemts.</translation>
    </message>
    <message>
        <source>Written {day}. Left out: there is a newer or fuller file.</source>
        <translation>Pēdējās izmaiņas: {day}. Nav paņemta: ir jaunāka vai pilnīgāka datne.</translation>
    </message>
    <message>
        <source>From your own organisation. Left out.</source>
        <translation>No Jūsu organizācijas. Nav paņemta.</translation>
    </message>
    <message>
        <source>Whose is it? Please say so below.</source>
        <translation>Kuram biedram tā pieder? Lūdzu, norādiet zemāk.</translation>
    </message>
</context>
<context>
    <name>AskPasswordDialog</name>
    <message>
        <source>Open a locked copy</source>
        <translation>Atvērt slēgtu kopiju</translation>
    </message>
    <message>
        <source>There is a slip in these recovery words: {numbers}.</source>
        <translation>Kļūda ir šajos atjaunošanas vārdos: {numbers}.</translation>
    </message>
    <message>
        <source>There is a slip in one of the recovery words.</source>
        <translation>Vienā no atjaunošanas vārdiem ir kļūda.</translation>
    </message>
    <message>
        <source>Please type the password or the recovery words.</source>
        <translation>Lūdzu, ierakstiet paroli vai atjaunošanas vārdus.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo ziņojumu</translation>
    </message>
    <message>
        <source>Password or recovery words</source>
        <translation>Parole vai atjaunošanas vārdi</translation>
    </message>
    <message>
        <source>Of the recovery words, capital letters and the signs between them do not matter.</source>
        <translation>Atjaunošanas vārdos lielie burti un zīmes starp vārdiem nav svarīgas.</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Rādīt ierakstīto</translation>
    </message>
    <message>
        <source>The opened copy, without a password, will be:</source>
        <translation>Atvērtā kopija bez paroles būs:</translation>
    </message>
    <message>
        <source>Choose where to put the opened copy</source>
        <translation>Izvēlēties, kur likt atvērto kopiju</translation>
    </message>
    <message>
        <source>Files of this program ({pattern})</source>
        <translation>Šīs programmas datnes ({pattern})</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Norise</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Mirklīti…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Atvērt</translation>
    </message>
</context>
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
        <source>attachment</source>
        <translation>pielikums</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>Saglabāt kopiju kā</translation>
    </message>
    <message>
        <source>“{name}” is in the bin now.</source>
        <translation>„{name}” tagad ir atkritnē.</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Choose a partnership…</source>
        <translation>Izvēlieties partnerību…</translation>
    </message>
    <message>
        <source>All partnerships</source>
        <translation>Visas partnerības</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>Kam?</translation>
    </message>
    <message>
        <source>Which partnership?</source>
        <translation>Kura partnerība?</translation>
    </message>
    <message>
        <source>With our strengths and weaknesses</source>
        <translation>Kopā ar mūsu stiprajām un vājajām pusēm</translation>
    </message>
    <message>
        <source>With our stakeholder map</source>
        <translation>Kopā ar mūsu ieinteresēto pušu karti</translation>
    </message>
    <message>
        <source>With what is in the attachments, names and all</source>
        <translation>Kopā ar pielikumu saturu un visiem vārdiem tajos</translation>
    </message>
    <message>
        <source>The pen goes to them: it is their turn to write</source>
        <translation>Kārta rakstīt pāriet partnerim</translation>
    </message>
    <message>
        <source>A colleague in our organisation</source>
        <translation>Kolēģim mūsu organizācijā</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Visa datne</translation>
    </message>
    <message>
        <source>The partner</source>
        <translation>Partnerim</translation>
    </message>
    <message>
        <source>This partnership, without private notes</source>
        <translation>Šī partnerība bez privātajām piezīmēm</translation>
    </message>
    <message>
        <source>Somebody outside</source>
        <translation>Kādam no malas</translation>
    </message>
    <message>
        <source>Roles instead of names</source>
        <translation>Lomas vārdu vietā</translation>
    </message>
    <message>
        <source>The umbrella organisation, a report</source>
        <translation>Jumta organizācijai, atskaitei</translation>
    </message>
    <message>
        <source>Numbers only</source>
        <translation>Tikai skaitļi</translation>
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
        <translation>Noņemt</translation>
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
        <source>What differs…</source>
        <translation>Kas atšķiras…</translation>
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
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Atkritne</translation>
    </message>
    <message>
        <source>Chosen: {count}</source>
        <translation>Izvēlēts: {count}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Atbildes</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Privātas piezīmes</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>Tajā ir</translation>
    </message>
    <message>
        <source>and others: {count}</source>
        <translation>un vēl: {count}</translation>
    </message>
    <message>
        <source>This was part of a partnership that is deleted as well, which comes back with it: {titles}</source>
        <translation>Tas piederēja partnerībai, kas arī ir dzēsta; tā atgriežas līdz ar to: {titles}</translation>
    </message>
    <message>
        <source>Restored as it was. Undo takes this back.</source>
        <translation>Atjaunots tāds, kāds bija. Ar „Atsaukt” to var atcelt.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>What was deleted, by anybody. It stays here, and can be restored at any time.</source>
        <translation>Viss, kas ir dzēsts, lai kurš to būtu darījis. Tas paliek šeit, un to var atjaunot jebkurā brīdī.</translation>
    </message>
    <message>
        <source>Search in the bin</source>
        <translation>Meklēt atkritnē</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Atkritne ir tukša</translation>
    </message>
    <message>
        <source>Nothing was deleted in this file. Whatever will be can be restored here.</source>
        <translation>Šajā datnē nekas nav dzēsts. Visu, ko kādreiz izdzēsīs, varēs atjaunot šeit.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nekas nav atrasts</translation>
    </message>
    <message>
        <source>Nothing in the bin holds these words. Try fewer of them.</source>
        <translation>Atkritnē nav nekā ar šiem vārdiem. Pamēģiniet ar mazāk vārdiem.</translation>
    </message>
    <message>
        <source>What was deleted, the newest first</source>
        <translation>Kas ir dzēsts, jaunākais vispirms</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Mirklīti…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Atjaunot…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be restored.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar atjaunot.</translation>
    </message>
    <message>
        <source>Several can be chosen and restored together.</source>
        <translation>Var izvēlēties vairākus un atjaunot tos kopā.</translation>
    </message>
    <message>
        <source>Restore this as it was?</source>
        <translation>Vai atjaunot to tādu, kāds tas bija?</translation>
    </message>
    <message>
        <source>Undo takes this step back.</source>
        <translation>Ar „Atsaukt” šo soli var atcelt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Atjaunot</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>(no name)</source>
        <translation>(bez nosaukuma)</translation>
    </message>
    <message>
        <source>{where} (deleted as well)</source>
        <translation>{where} (arī dzēsta)</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Kāds</translation>
    </message>
    <message>
        <source>{date}, {time}, {who}</source>
        <translation>{date} plkst. {time}, {who}</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <source>Collection call</source>
        <translation>Apkopošanas uzaicinājums</translation>
    </message>
    <message>
        <source>This cannot be an e-mail address.</source>
        <translation>Šī nav e-pasta adrese.</translation>
    </message>
    <message>
        <source>The letter goes to all members with an address, none of whom sees another: {count}.</source>
        <translation>Vēstuli saņems visi biedri, kam ir adrese, un neviens neredzēs citu adreses: {count}.</translation>
    </message>
    <message>
        <source>No member has an e-mail address on the list yet; fill in to whom the letter goes before you send it.</source>
        <translation>Sarakstā vēl nevienam biedram nav e-pasta adreses; pirms sūtīšanas ierakstiet vēstules saņēmējus.</translation>
    </message>
    <message>
        <source>Save the call and the letter to a folder</source>
        <translation>Saglabāt uzaicinājumu un vēstuli mapē</translation>
    </message>
    <message>
        <source>“{call}” and the letter “{letter}” are in the folder. Look the letter through, then send it.</source>
        <translation>„{call}” un vēstule „{letter}” ir mapē. Izlasiet vēstuli un tad nosūtiet to.</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>Atvērt vēstuli</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Rādīt mapi</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Ask members for {year}</source>
        <translation>Uzaicinājums biedriem par {year}. gadu</translation>
    </message>
    <message>
        <source>What do you ask for?</source>
        <translation>Ko lūdzat atsūtīt?</translation>
    </message>
    <message>
        <source>Numbers only: enough for the overview</source>
        <translation>Tikai skaitļus: pārskatam ar tiem pietiek</translation>
    </message>
    <message>
        <source>One partnership each, with roles instead of names</source>
        <translation>No katra vienu partnerību ar lomām vārdu vietā</translation>
    </message>
    <message>
        <source>The whole file, private notes included</source>
        <translation>Visu datni kopā ar privātajām piezīmēm</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>Līdz kuram datumam?</translation>
    </message>
    <message>
        <source>To which address do they answer?</source>
        <translation>Uz kuru adresi lai atbild?</translation>
    </message>
    <message>
        <source>Why, in your own words (may stay empty)</source>
        <translation>Kāpēc, Jūsu pašu vārdiem (var palikt tukšs)</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Vēstule</translation>
    </message>
    <message>
        <source>Save the call and the letter…</source>
        <translation>Saglabāt uzaicinājumu un vēstuli…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>CalledView</name>
    <message>
        <source>“{name}” says it asks its members for: {level}.</source>
        <translation>Norādīts, ka „{name}” saviem biedriem lūdz: {level}.</translation>
    </message>
    <message>
        <source>They asked for it by {day}, which is over.</source>
        <translation>To lūdza atsūtīt līdz šai dienai: {day}; tā jau ir pagājusi.</translation>
    </message>
    <message>
        <source>They ask for it by {day}.</source>
        <translation>To lūdz atsūtīt līdz šai dienai: {day}.</translation>
    </message>
    <message>
        <source>Their words: “{text}”.</source>
        <translation>Viņu vārdi: „{text}”.</translation>
    </message>
    <message>
        <source>Below is what would leave. You decide: nothing leaves by itself, and you can send less.</source>
        <translation>Zemāk redzams, kas tiktu nosūtīts. Lemjat Jūs: bez Jūsu ziņas nekas netiek nosūtīts, un varat sūtīt arī mazāk.</translation>
    </message>
</context>
<context>
    <name>Cards</name>
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
        <source>Every checkpoint of your side is done. Well walked.</source>
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
        <source>Two people wrote here without knowing of each other. Both texts are kept; choose when you like.</source>
        <translation>Šeit rakstīja divi cilvēki, viens par otru nezinot. Abi teksti ir saglabāti; izvēlieties, kad Jums ērti.</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Vēl jāizlemj</translation>
    </message>
    <message>
        <source>Take it out, or leave it in?</source>
        <translation>Izņemt vai atstāt?</translation>
    </message>
    <message>
        <source>And more: {count}</source>
        <translation>Un vēl: {count}</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Sūtījumi</translation>
    </message>
    <message>
        <source>Choose which version to keep</source>
        <translation>Izvēlēties, kuru versiju paturēt</translation>
    </message>
</context>
<context>
    <name>CheckpointView</name>
    <message>
        <source>Your answer: {title}</source>
        <translation>Jūsu atbilde: {title}</translation>
    </message>
    <message>
        <source>On paper it is called {code}</source>
        <translation>Uz papīra to apzīmē ar {code}</translation>
    </message>
    <message>
        <source>Checkpoint {number}</source>
        <translation>{number}. pieturas punkts</translation>
    </message>
    <message>
        <source>History of this answer</source>
        <translation>Šīs atbildes vēsture</translation>
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
    <name>CollectDialog</name>
    <message>
        <source>Collect from members</source>
        <translation>Biedru datņu apkopošana</translation>
    </message>
    <message>
        <source>“{file}” says it is from “{name}”.</source>
        <translation>Datnē „{file}” norādīts, ka tā ir no „{name}”.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Lūdzu, izvēlieties</translation>
    </message>
    <message>
        <source>A member that is not on the list yet</source>
        <translation>Biedrs, kura sarakstā vēl nav</translation>
    </message>
    <message>
        <source>Leave it out for now</source>
        <translation>Pagaidām neņemt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gatavs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>It is in the overview now. Undo takes it back as one step. The members’ files are as they were.</source>
        <translation>Tas tagad ir pārskatā. Ar „Atsaukt” to var atcelt vienā solī. Biedru datnes nav mainītas.</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be taken in.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar pievienot.</translation>
    </message>
    <message>
        <source>members with something new: {count}</source>
        <translation>biedri ar jaunumiem: {count}</translation>
    </message>
    <message>
        <source>new on the list: {count}</source>
        <translation>jauni sarakstā: {count}</translation>
    </message>
    <message>
        <source>could not be read: {count}</source>
        <translation>neizdevās nolasīt: {count}</translation>
    </message>
    <message>
        <source>to be asked about: {count}</source>
        <translation>jānorāda, kuram pieder: {count}</translation>
    </message>
    <message>
        <source>Nothing here is new.</source>
        <translation>Nekā jauna šeit nav.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>What came for {year}</source>
        <translation>Kas atsūtīts par {year}. gadu</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Datņu nav</translation>
    </message>
    <message>
        <source>There is no file here that could be collected. Choose the folder in which you saved what members sent.</source>
        <translation>Šeit nav nevienas datnes, ko varētu apkopot. Izvēlieties mapi, kurā saglabājāt biedru atsūtīto.</translation>
    </message>
    <message>
        <source>Not looked through</source>
        <translation>Nav pārbaudīts</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nekas netika mainīts.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Pārbaudīt vēlreiz</translation>
    </message>
    <message>
        <source>The files are being looked through…</source>
        <translation>Datnes tiek pārbaudītas…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>Datnes</translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation>Kuram biedram tā pieder?</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>Open the locked copy…</source>
        <translation>Atvērt slēgto kopiju…</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare with then</source>
        <translation>Salīdzināt ar toreiz</translation>
    </message>
    <message>
        <source>Please write the time like 14:30.</source>
        <translation>Lūdzu, rakstiet laiku tā: 14:30.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Tagad</translation>
    </message>
    <message>
        <source>Backup of {date}, {time}</source>
        <translation>Rezerves kopija: {date}, plkst. {time}</translation>
    </message>
    <message>
        <source>When you last looked</source>
        <translation>Kad pēdējo reizi skatījāties</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, plkst. {time}</translation>
    </message>
    <message>
        <source>End of {date}</source>
        <translation>{date}, dienas beigās</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be brought back.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar atgriezt.</translation>
    </message>
    <message>
        <source>Tick what shall be again as it was then.</source>
        <translation>Atzīmējiet, kam atkal jābūt tādam, kāds tas bija toreiz.</translation>
    </message>
    <message>
        <source>It is as it was then. Undo takes this back.</source>
        <translation>Tagad tas ir tāds kā toreiz. Ar „Atsaukt” to var atcelt.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nekas neatšķiras</translation>
    </message>
    <message>
        <source>All is as it was then. Choose an earlier day.</source>
        <translation>Viss ir tāds kā toreiz. Izvēlieties agrāku dienu.</translation>
    </message>
    <message>
        <source>This backup shows what the file shows now.</source>
        <translation>Šajā rezerves kopijā ir tas pats, kas tagad datnē.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nav salīdzināts</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nekas netika mainīts.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Salīdzināt vēlreiz</translation>
    </message>
    <message>
        <source>What was written, changed or deleted since a day that you choose, by anybody.</source>
        <translation>Kas kopš Jūsu izvēlētās dienas ir uzrakstīts, mainīts vai dzēsts, lai kurš to būtu darījis.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Vakar</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Pirms nedēļas</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Pirms mēneša</translation>
    </message>
    <message>
        <source>When I last looked</source>
        <translation>Kad pēdējo reizi skatījos</translation>
    </message>
    <message>
        <source>Day to compare with</source>
        <translation>Diena, ar ko salīdzināt</translation>
    </message>
    <message>
        <source>Time of day; empty for the day’s end</source>
        <translation>Pulksteņa laiks; tukšs nozīmē dienas beigas</translation>
    </message>
    <message>
        <source>time</source>
        <translation>laiks</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Salīdzina…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Atgriezt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Nothing is lost: Undo takes this step back, and the history keeps every change.</source>
        <translation>Nekas nezūd: ar „Atsaukt” šo soli var atcelt, un vēsturē paliek visas izmaiņas.</translation>
    </message>
    <message>
        <source>Bring this back as it was then?</source>
        <translation>Vai atgriezt to tādu, kāds tas bija toreiz?</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Atgriezt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Vēl jāizlemj</translation>
    </message>
    <message>
        <source>Settled as you chose. Undo takes it back as one step.</source>
        <translation>Saglabāts, kā izvēlējāties. Ar „Atsaukt” to var atcelt vienā solī.</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be settled.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar izlemt.</translation>
    </message>
    <message>
        <source>Chosen: {chosen}. Waiting on: {waiting}. What waits keeps every version, as long as you like.</source>
        <translation>Izvēlēts: {chosen}. Vēl gaida: {waiting}. Kamēr neesat izlēmuši, glabājas visas versijas, cik ilgi vien vēlaties.</translation>
    </message>
    <message>
        <source>What you chose is not settled yet.</source>
        <translation>Izvēlētais vēl nav saglabāts.</translation>
    </message>
    <message>
        <source>Close without settling</source>
        <translation>Aizvērt nesaglabājot</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Kas vēl jāizlemj</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Viss ir izlemts</translation>
    </message>
    <message>
        <source>Where two people write in one place without knowing of each other, both texts are kept and wait here.</source>
        <translation>Ja divi cilvēki, viens par otru nezinot, raksta vienā un tajā pašā vietā, programma saglabā abus tekstus, un tie šeit gaida Jūsu lēmumu.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Mirklīti…</translation>
    </message>
    <message>
        <source>In the whole file</source>
        <translation>Visā datnē</translation>
    </message>
    <message>
        <source>Settle as chosen</source>
        <translation>Saglabāt izvēlēto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Bring them in</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ne tagad</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>kāds</translation>
    </message>
    <message numerus="yes">
        <source>There is another copy of this file beside it: “{name}”, written by {who} on {day}, with %n changes that are not here.</source>
        <translation>
            <numerusform>Blakus šai datnei ir vēl viena tās kopija: „{name}”. To pēdējais mainīja {who} ({day}), un tajā ir %n izmaiņa, kuras šeit nav.</numerusform>
            <numerusform>Blakus šai datnei ir vēl viena tās kopija: „{name}”. To pēdējais mainīja {who} ({day}), un tajā ir %n izmaiņas, kuru šeit nav.</numerusform>
            <numerusform>Blakus šai datnei ir vēl viena tās kopija: „{name}”. To pēdējais mainīja {who} ({day}), un tajā ir %n izmaiņu, kuru šeit nav.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n other copies of this file beside it with changes that are not here. The newest is “{name}”, written by {who} on {day}.</source>
        <translation>
            <numerusform>Blakus šai datnei ir vēl %n tās kopija ar izmaiņām, kuru šeit nav. Jaunākā ir „{name}”, to pēdējais mainīja {who} ({day}).</numerusform>
            <numerusform>Blakus šai datnei ir vēl %n tās kopijas ar izmaiņām, kuru šeit nav. Jaunākā ir „{name}”, to pēdējais mainīja {who} ({day}).</numerusform>
            <numerusform>Blakus šai datnei ir vēl %n tās kopiju ar izmaiņām, kuru šeit nav. Jaunākā ir „{name}”, to pēdējais mainīja {who} ({day}).</numerusform>
        </translation>
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
    <name>DateField</name>
    <message>
        <source>Open the calendar (F4)</source>
        <translation>Atvērt kalendāru (F4)</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Bez datuma</translation>
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
        <source>Send and receive</source>
        <translation>Sūtīt un saņemt</translation>
    </message>
    <message>
        <source>Paper and documents</source>
        <translation>Papīrs un dokumenti</translation>
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
        <source>History and backups</source>
        <translation>Vēsture un rezerves kopijas</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Vēsture…</translation>
    </message>
    <message>
        <source>Compare with an earlier day…</source>
        <translation>Salīdzināt ar agrāku dienu…</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>Atkritne…</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Atvērt citu datni…</translation>
    </message>
    <message>
        <source>Files of Roadmap Desktop</source>
        <translation>Roadmap Desktop datnes</translation>
    </message>
    <message>
        <source>Receive files</source>
        <translation>Saņemt datnes</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Rezerves kopijas…</translation>
    </message>
    <message>
        <source>“{title}” is in the bin now.</source>
        <translation>„{title}” tagad ir atkritnē.</translation>
    </message>
    <message>
        <source>Receive files…</source>
        <translation>Saņemt datnes…</translation>
    </message>
    <message>
        <source>Save a copy with a password…</source>
        <translation>Saglabāt kopiju ar paroli…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Iestatījumi…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Documents…</source>
        <translation>Dokumenti…</translation>
    </message>
    <message>
        <source>Waiting for a decision…</source>
        <translation>Vēl jāizlemj…</translation>
    </message>
    <message>
        <source>Enter from paper…</source>
        <translation>Ievadīt no papīra…</translation>
    </message>
    <message>
        <source>Collect from members…</source>
        <translation>Apkopot biedru datnes…</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Sūtīt…</translation>
    </message>
    <message>
        <source>Register of exchanges…</source>
        <translation>Sūtījumu reģistrs…</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Saraksti</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportēt…</translation>
    </message>
    <message>
        <source>Import partners and contacts…</source>
        <translation>Importēt partnerus un kontaktus…</translation>
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
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Then and now</source>
        <translation>Toreiz un tagad</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tukšs)</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Atzīmēt visu</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Noņemt atzīmes</translation>
    </message>
    <message>
        <source>Comes back: {what}</source>
        <translation>Atgriežas: {what}</translation>
    </message>
    <message>
        <source>Shows again what it showed then: {what}</source>
        <translation>Atkal rāda to, ko toreiz: {what}</translation>
    </message>
    <message>
        <source>Goes, because it came later: {what}</source>
        <translation>Pazūd, jo radās vēlāk: {what}</translation>
    </message>
    <message>
        <source>Not ticked, but what is ticked cannot be without it: {what}</source>
        <translation>Nav atzīmēts, bet atzīmētais bez tā nevar pastāvēt: {what}</translation>
    </message>
    <message>
        <source>partnerships: {count}</source>
        <translation>partnerības: {count}</translation>
    </message>
    <message>
        <source>checkpoints: {count}</source>
        <translation>pieturas punkti: {count}</translation>
    </message>
    <message>
        <source>other entries: {count}</source>
        <translation>citi ieraksti: {count}</translation>
    </message>
    <message>
        <source>And more: {count}</source>
        <translation>Un vēl: {count}</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Kas atšķiras</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
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
</context>
<context>
    <name>DocumentHead</name>
    <message>
        <source>Language of the document</source>
        <translation>Dokumenta valoda</translation>
    </message>
    <message>
        <source>After your own template</source>
        <translation>Pēc Jūsu veidnes</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Atvērt</translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation>Atgriezties pie mūsējās</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>For this step</source>
        <translation>Šim solim</translation>
    </message>
    <message>
        <source>All the others</source>
        <translation>Visi pārējie</translation>
    </message>
    <message>
        <source>Text of the document: {title}</source>
        <translation>Dokumenta teksts: {title}</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drukāt…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Saglabāt kā PDF…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Saglabāt kā Word…</translation>
    </message>
    <message>
        <source>More about documents</source>
        <translation>Vairāk par dokumentiem</translation>
    </message>
    <message>
        <source>Letterhead…</source>
        <translation>Vēstules galvene…</translation>
    </message>
    <message>
        <source>Open your template…</source>
        <translation>Atvērt savu veidni…</translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation>Atgriezties pie mūsējās</translation>
    </message>
    <message>
        <source>Change this text in Word or LibreOffice…</source>
        <translation>Mainīt šo tekstu programmā Word vai LibreOffice…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Sagatavošanas gaita</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>The chosen change</source>
        <translation>Izvēlētā izmaiņa</translation>
    </message>
    <message>
        <source>{when} · says it is from {who}</source>
        <translation>{when} · rakstītājs norādījis: {who}</translation>
    </message>
    <message>
        <source>Go to this checkpoint</source>
        <translation>Atvērt šo pieturas punktu</translation>
    </message>
    <message>
        <source>Go to this partnership</source>
        <translation>Atvērt šo partnerību</translation>
    </message>
    <message>
        <source>Bring this back</source>
        <translation>Atgriezt šo</translation>
    </message>
    <message numerus="yes">
        <source>Show each of %n change(s)</source>
        <translation>
            <numerusform>Rādīt %n izmaiņu</numerusform>
            <numerusform>Rādīt katru no %n izmaiņām</numerusform>
            <numerusform>Rādīt %n izmaiņu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>un vēl %n</numerusform>
            <numerusform>un vēl %n</numerusform>
            <numerusform>un vēl %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed and changed back</source>
        <translation>Mainīts un mainīts atpakaļ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Pirms tam</translation>
    </message>
    <message>
        <source>One of the versions before</source>
        <translation>Viena no iepriekšējām versijām</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Pēc tam</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopēt</translation>
    </message>
    <message>
        <source>Copy: {field}, {which}</source>
        <translation>Kopēt: {field}, {which}</translation>
    </message>
    <message>
        <source>This is how it is now</source>
        <translation>Tā ir tagad</translation>
    </message>
    <message>
        <source>Bring back: {field}, {which}</source>
        <translation>Atgriezt: {field}, {which}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tukšs)</translation>
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
        <source>History of this score</source>
        <translation>Šī vērtējuma vēsture</translation>
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
    <name>Exchange</name>
    <message>
        <source>Nothing was sent or received yet.</source>
        <translation>Vēl nekas nav nosūtīts vai saņemts.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Sūtīt…</translation>
    </message>
    <message>
        <source>Register of exchanges…</source>
        <translation>Sūtījumu reģistrs…</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>kopš {date}</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Pēdējoreiz nosūtīts</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>Pēdējoreiz saņemts</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Gaidām atbildi</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Sent on {date}</source>
        <translation>Nosūtīts: {date}</translation>
    </message>
    <message>
        <source>Received on {date}</source>
        <translation>Saņemts: {date}</translation>
    </message>
    <message>
        <source>On a stick, on paper, at the meeting…</source>
        <translation>Zibatmiņā, uz papīra, tikšanās laikā…</translation>
    </message>
</context>
<context>
    <name>ExchangesDialog</name>
    <message>
        <source>Register of exchanges</source>
        <translation>Sūtījumu reģistrs</translation>
    </message>
    <message>
        <source>The line is taken out.</source>
        <translation>Ieraksts ir izņemts.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Atjaunot</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo ziņojumu</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Vēl nekas nav nosūtīts</translation>
    </message>
    <message>
        <source>What you send and receive is noted here by itself. What you hand over on a stick or on paper, you can note by hand.</source>
        <translation>Visu, ko sūtāt un saņemat, programma šeit ieraksta pati. To, ko nododat zibatmiņā vai uz papīra, varat ierakstīt paši.</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Visa datne</translation>
    </message>
    <message>
        <source>Which partnership?</source>
        <translation>Kura partnerība?</translation>
    </message>
    <message>
        <source>Note an exchange by hand</source>
        <translation>Ierakstīt sūtījumu</translation>
    </message>
    <message>
        <source>Take the line out</source>
        <translation>Izņemt ierakstu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>ExchangesModel</name>
    <message>
        <source>From {who}</source>
        <translation>No: {who}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Saņemts</translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation>Kam: {who}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Nosūtīts</translation>
    </message>
    <message>
        <source>noted by hand</source>
        <translation>ierakstījāt paši</translation>
    </message>
    <message>
        <source>nothing came back yet</source>
        <translation>atbildes vēl nav</translation>
    </message>
    <message>
        <source>answered {date}</source>
        <translation>atbilde: {date}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export lists</source>
        <translation>Eksportēt sarakstus</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Saglabāts kā „{name}”.</translation>
    </message>
    <message>
        <source>Texts longer than a cell of Excel can be ({limit} characters) were cut: {count}. In CSV and JSON they are whole.</source>
        <translation>Apcirsti teksti, kas garāki, nekā Excel šūnā ietilpst ({limit} rakstzīmes): {count}. CSV un JSON datnēs tie ir pilni.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Atvērt</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Parādīt mapi</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Apturēts. Nekas nav ierakstīts.</translation>
    </message>
    <message>
        <source>A workbook for Excel or LibreOffice: one sheet for each table, to sort, filter and count.</source>
        <translation>Darbgrāmata programmai Excel vai LibreOffice: katrai tabulai sava lapa, ko kārtot, filtrēt un skaitīt.</translation>
    </message>
    <message>
        <source>All dates, for the calendar on your computer or telephone. Taken in again later, they are updated and not doubled.</source>
        <translation>Visi datumi kalendāram datorā vai tālrunī. Ja vēlāk tos ielasīsiet vēlreiz, tie atjaunināsies, nevis dubultosies.</translation>
    </message>
    <message>
        <source>Every table as plain text (CSV), packed together, for any other program.</source>
        <translation>Visas tabulas vienkārša teksta formātā (CSV) vienā arhīvā: der jebkurai citai programmai.</translation>
    </message>
    <message>
        <source>Everything in this file, with private notes and its whole history, in a form that any program can read and this one can take back without loss.</source>
        <translation>Viss, kas ir šajā datnē, arī privātās piezīmes un visa vēsture, tādā veidā, ko nolasa jebkura programma un ko šī var bez zudumiem pārņemt atpakaļ.</translation>
    </message>
    <message>
        <source>Excel workbooks ({pattern})</source>
        <translation>Excel darbgrāmatas ({pattern})</translation>
    </message>
    <message>
        <source>Calendars ({pattern})</source>
        <translation>Kalendāri ({pattern})</translation>
    </message>
    <message>
        <source>Packed tables ({pattern})</source>
        <translation>Saarhivētas tabulas ({pattern})</translation>
    </message>
    <message>
        <source>JSON files ({pattern})</source>
        <translation>JSON datnes ({pattern})</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Norise</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Saglabāt kā…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>What to make</source>
        <translation>Ko izveidot</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel darbgrāmata</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalendārs</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV tabulas</translation>
    </message>
    <message>
        <source>Everything as JSON</source>
        <translation>Viss JSON formātā</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Par ko</translation>
    </message>
    <message>
        <source>All partnerships</source>
        <translation>Visas partnerības</translation>
    </message>
    <message>
        <source>Only “{title}”</source>
        <translation>Tikai „{title}”</translation>
    </message>
    <message>
        <source>Language of the lists</source>
        <translation>Sarakstu valoda</translation>
    </message>
    <message>
        <source>With private notes</source>
        <translation>Ar privātajām piezīmēm</translation>
    </message>
    <message>
        <source>Without names, for readers outside</source>
        <translation>Bez cilvēku vārdiem, lasītājiem no malas</translation>
    </message>
    <message>
        <source>People become their roles wherever they are mentioned; strengths and weaknesses and the stakeholder map stay here.</source>
        <translation>Visur, kur minēti cilvēki, vārdu vietā būs lomas; stiprās un vājās puses un ieinteresēto pušu karte paliks pie Jums.</translation>
    </message>
</context>
<context>
    <name>FileQuestion</name>
    <message>
        <source>Please give the partnership a name. You can change it later.</source>
        <translation>Lūdzu, dodiet partnerībai nosaukumu. Vēlāk to varēs mainīt.</translation>
    </message>
    <message>
        <source>Please write whom you want to work with.</source>
        <translation>Lūdzu, ierakstiet, ar ko gribat sadarboties.</translation>
    </message>
    <message>
        <source>Partnerships</source>
        <translation>Partnerības</translation>
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
        <source>Where should your file live?</source>
        <translation>Kur glabāt Jūsu datni?</translation>
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
</context>
<context>
    <name>FirstStart</name>
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
</context>
<context>
    <name>FromPaperDialog</name>
    <message>
        <source>Enter from paper</source>
        <translation>Ievadīt no papīra</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) entered</source>
        <translation>
            <numerusform>Ievadīts %n pieturas punkts</numerusform>
            <numerusform>Ievadīti %n pieturas punkti</numerusform>
            <numerusform>Ievadīti %n pieturas punktu</numerusform>
        </translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Ievadīts</translation>
    </message>
    <message>
        <source>There is no checkpoint “{code}” on this sheet. Codes look like {example}.</source>
        <translation>Šajā lapā nav pieturas punkta „{code}”. Kodi izskatās šādi: {example}.</translation>
    </message>
    <message>
        <source>Checkpoints of the sheet</source>
        <translation>Lapas pieturas punkti</translation>
    </message>
    <message>
        <source>No partnership to enter a sheet for</source>
        <translation>Nav partnerības, kurai ievadīt lapu</translation>
    </message>
    <message>
        <source>Begin a partnership first. Its sheets can then be printed, filled in by hand and entered here.</source>
        <translation>Vispirms sāciet partnerību. Tad tās lapas varēs izdrukāt, aizpildīt ar roku un ievadīt šeit.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Code of a checkpoint</source>
        <translation>Pieturas punkta kods</translation>
    </message>
    <message>
        <source>Jump here with {keys}</source>
        <translation>Nokļūt šeit: {keys}</translation>
    </message>
    <message>
        <source>Go to code</source>
        <translation>Pāriet uz kodu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atpakaļ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tālāk</translation>
    </message>
    <message>
        <source>Save and go on ({keys})</source>
        <translation>Saglabāt un turpināt ({keys})</translation>
    </message>
</context>
<context>
    <name>GaugesModel</name>
    <message>
        <source>Member</source>
        <translation>Biedrs</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Pirms gada</translation>
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
        <source>Documents that help here</source>
        <translation>Dokumenti, kas šeit noder</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Vēsture</translation>
    </message>
    <message>
        <source>Brought back. Undo takes it away again, and the history keeps both.</source>
        <translation>Atgriezts. To var atsaukt, un vēsturē paliek abas redakcijas.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>This field</source>
        <translation>Šis lauks</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Šī atbilde</translation>
    </message>
    <message>
        <source>This organisation</source>
        <translation>Šī organizācija</translation>
    </message>
    <message>
        <source>This partnership</source>
        <translation>Šī partnerība</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Visa datne</translation>
    </message>
    <message>
        <source>This row</source>
        <translation>Šī rinda</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Kas mainīja</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Visi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Līdz</translation>
    </message>
    <message>
        <source>Changes, the newest first</source>
        <translation>Izmaiņas, jaunākās vispirms</translation>
    </message>
    <message>
        <source>Nobody changed anything here in that time, or not the person you chose.</source>
        <translation>Šajā laikā te neviens neko nav mainījis, vai arī to nav darījis Jūsu izvēlētais cilvēks.</translation>
    </message>
    <message>
        <source>No change fits</source>
        <translation>Nav atbilstošu izmaiņu</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>Rādīt visas izmaiņas</translation>
    </message>
    <message>
        <source>As soon as something is written, it is listed here with its date and its writer.</source>
        <translation>Tiklīdz kaut kas būs uzrakstīts, tas parādīsies šeit ar datumu un rakstītāja vārdu.</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Izmaiņu vēl nav</translation>
    </message>
    <message>
        <source>Times are those of the writers’ computers.</source>
        <translation>Laiks ir tāds, kādu rādīja rakstītāju datori.</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be brought back.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar atgriezt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Today</source>
        <translation>Šodien</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Vakar</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, plkst. {time}</translation>
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
        <source>A partnership is what you and one partner want to build together. The roadmap leads you through it checkpoint by checkpoint; you can leave at any time, everything is saved by itself.</source>
        <translation>Partnerība ir tas, ko Jūs un viens partneris gribat kopīgi izveidot. Ceļa karte Jūs ved no viena pieturas punkta pie nākamā; pārtraukt varat jebkurā brīdī, viss saglabājas pats.</translation>
    </message>
    <message>
        <source>With overdue checkpoints</source>
        <translation>Ar nokavējumiem</translation>
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
    <message>
        <source>With open conflicts</source>
        <translation>Ar divām versijām</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Vēl nav atbildes</translation>
    </message>
    <message>
        <source>Choose which version to keep</source>
        <translation>Izvēlēties, kuru versiju paturēt</translation>
    </message>
    <message>
        <source>waiting since {date}</source>
        <translation>gaidām kopš {date}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import partners and contacts</source>
        <translation>Importēt partnerus un kontaktus</translation>
    </message>
    <message>
        <source>Lists ({pattern})</source>
        <translation>Saraksti ({pattern})</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>Reading was stopped, and nothing was taken in.</source>
        <translation>Lasīšana ir apturēta, un nekas nav pārņemts.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be taken in.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar pievienot.</translation>
    </message>
    <message>
        <source>Nothing that stands in your file is replaced, and Undo takes all of it back.</source>
        <translation>Nekas no Jūsu datnē rakstītā netiks aizstāts, un visu pievienoto var atcelt ar „Atsaukt”.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>A list of partners, as you have it</source>
        <translation>Partneru saraksts tāds, kāds Jums ir</translation>
    </message>
    <message>
        <source>Choose an Excel or CSV file, or drop it here. You will see how it is understood before anything is written.</source>
        <translation>Izvēlieties Excel vai CSV datni vai ievelciet to šeit. Vispirms redzēsiet, kā saraksts ir saprasts, un tikai tad kaut kas tiks ierakstīts.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Izvēlēties datni…</translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation>Saraksts tiek lasīts…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>It is being taken in…</source>
        <translation>Tiek pievienots…</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>Kas ir kolonnās</translation>
    </message>
    <message>
        <source>The list is longer than is read: only its beginning is shown and taken.</source>
        <translation>Saraksts ir garāks, nekā programma nolasa: redzams ir tikai sākums, un tikai to varēsiet pievienot.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Izvēlēties citu datni…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Pievienots</translation>
    </message>
    <message>
        <source>The list is in your file now. Undo takes all of it back in one step.</source>
        <translation>Saraksts tagad ir Jūsu datnē. Ar „Atsaukt” to visu var atcelt vienā reizē.</translation>
    </message>
    <message>
        <source>Files of Roadmap Desktop ({pattern})</source>
        <translation>Roadmap Desktop datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save as a file of its own</source>
        <translation>Saglabāt kā atsevišķu datni</translation>
    </message>
    <message>
        <source>A whole file</source>
        <translation>Vesela datne</translation>
    </message>
    <message>
        <source>JSON files hold all of a file, with its history. It becomes a file of its own; the one that is open stays as it is.</source>
        <translation>JSON datnē ir viss datnes saturs kopā ar vēsturi. No tā izveidosies atsevišķa datne; atvērtā nemainīsies.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Saglabāt kā datni…</translation>
    </message>
</context>
<context>
    <name>IncomingView</name>
    <message>
        <source>Here and there</source>
        <translation>Pie mums un pie viņiem</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tukšs)</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Nākamās divas versijas</translation>
    </message>
    <message>
        <source>What shall stand?</source>
        <translation>Kam palikt spēkā?</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Pārņemt viņu versiju</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Paturēt mūsu versiju</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Paturēt abas</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Izlemt vēlāk</translation>
    </message>
    <message>
        <source>And more: {count}</source>
        <translation>Un vēl: {count}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Pie mums</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Pie viņiem</translation>
    </message>
    <message>
        <source>Both wrote here without knowing of each other. What shall stand?</source>
        <translation>Abi šeit rakstīja, viens par otru nezinot. Kam palikt spēkā?</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Saņemtais</translation>
    </message>
    <message>
        <source>Keep what shows</source>
        <translation>Paturēt redzamo</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Pārņemt otru</translation>
    </message>
</context>
<context>
    <name>InventoryView</name>
    <message>
        <source>Leaves</source>
        <translation>Tiks nosūtīts</translation>
    </message>
    <message>
        <source>Stays at home</source>
        <translation>Paliks pie Jums</translation>
    </message>
</context>
<context>
    <name>JointPage</name>
    <message>
        <source>All</source>
        <translation>Visi</translation>
    </message>
    <message>
        <source>Nothing from the partner yet</source>
        <translation>No partnera vēl nav nekā</translation>
    </message>
    <message>
        <source>Send the partnership to your partner: they fill in their side and send it back, and Receive takes in what they wrote. Or sit down together and fill in their side here.</source>
        <translation>Nosūtiet partnerību partnerim: viņš aizpildīs savu pusi un atsūtīs atpakaļ, un ar „Saņemt” uzrakstītais nonāks šeit. Vai arī apsēdieties kopā un aizpildiet partnera pusi šeit.</translation>
    </message>
    <message>
        <source>Fill in their side</source>
        <translation>Aizpildīt partnera pusi</translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>Tādu nav.</translation>
    </message>
    <message>
        <source>Subjects of both sides</source>
        <translation>Abu pušu jautājumi</translation>
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
    <name>LetterForm</name>
    <message>
        <source>Letter to</source>
        <translation>Kam adresēta vēstule</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-pasts</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Vēstules valoda</translation>
    </message>
    <message>
        <source>With the sheet as PDF, for a reader without the program</source>
        <translation>Kopā ar lapu PDF formātā lasītājam, kam nav programmas</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Vēstules teksts</translation>
    </message>
    <message>
        <source>Put the proposed text back</source>
        <translation>Atjaunot ieteikto tekstu</translation>
    </message>
    <message>
        <source>With a password, which you tell them by telephone</source>
        <translation>Ar paroli, ko pateiksiet pa tālruni</translation>
    </message>
    <message>
        <source>This is not an e-mail address; the letter will have none.</source>
        <translation>Šī nav e-pasta adrese; vēstulē adreses nebūs.</translation>
    </message>
</context>
<context>
    <name>LetterheadDialog</name>
    <message>
        <source>Letterhead</source>
        <translation>Vēstules galvene</translation>
    </message>
    <message>
        <source>Pictures ({pattern})</source>
        <translation>Attēli ({pattern})</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Izvēlieties logotipu</translation>
    </message>
    <message>
        <source>Another logo…</source>
        <translation>Cits logotips…</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Izvēlēties logotipu…</translation>
    </message>
    <message>
        <source>It stands at the head of your letters, proposals and reports, and travels inside this file.</source>
        <translation>Tā redzama Jūsu vēstuļu, piedāvājumu un pārskatu sākumā un glabājas šajā datnē.</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Kā tā izskatīsies</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Noņemt logotipu</translation>
    </message>
    <message>
        <source>Everything is saved by itself.</source>
        <translation>Viss saglabājas pats.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>The logo is a PNG or JPEG picture. Where the organisation has no telephone or e-mail of its own, those of your contact person are shown.</source>
        <translation>Logotips ir attēls PNG vai JPEG formātā. Ja organizācijai nav sava tālruņa un e-pasta, tur ir Jūsu kontaktpersonas tālrunis un e-pasts.</translation>
    </message>
</context>
<context>
    <name>ListPreview</name>
    <message>
        <source>What column {number} holds: {head}</source>
        <translation>Kas ir {number}. kolonnā: {head}</translation>
    </message>
    <message>
        <source>Fill gaps</source>
        <translation>Papildināt</translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation>Atstāt, kā ir</translation>
    </message>
    <message>
        <source>Add once more</source>
        <translation>Pievienot vēlreiz</translation>
    </message>
    <message>
        <source>Begin a partnership with each new one</source>
        <translation>Ar katru jauno sākt partnerību</translation>
    </message>
    <message>
        <source>Contacts stand in a partnership; without one they are left out.</source>
        <translation>Kontakti glabājas partnerībā; ja tās nav, tie netiek pārņemti.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lapa</translation>
    </message>
    <message>
        <source>Those that are there already</source>
        <translation>Tās, kas jau ir datnē</translation>
    </message>
    <message>
        <source>Kind, where the list does not tell it</source>
        <translation>Veids, ja saraksts to nesaka</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Saraksta rindas</translation>
    </message>
</context>
<context>
    <name>LookingDialog</name>
    <message>
        <source>Opening</source>
        <translation>Atvēršana</translation>
    </message>
    <message>
        <source>“{name}” comes from elsewhere. It is being looked through before it is opened.</source>
        <translation>Datne „{name}” nāk no citurienes. Pirms atvēršanas tā tiek pārbaudīta.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Virzība</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Pārtraukt</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Meeting – {partnership}</source>
        <translation>Tikšanās – {partnership}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n atbilde</numerusform>
            <numerusform>%n atbildes</numerusform>
            <numerusform>%n atbilžu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n darbs</numerusform>
            <numerusform>%n darbi</numerusform>
            <numerusform>%n darbu</numerusform>
        </translation>
    </message>
    <message>
        <source>a line in the contact log</source>
        <translation>ieraksts saziņas žurnālā</translation>
    </message>
    <message>
        <source>This becomes: {things}.</source>
        <translation>No tā taps: {things}.</translation>
    </message>
    <message>
        <source>Write down what was said and decided; nothing is entered before you say so.</source>
        <translation>Pierakstiet, ko runāja un ko nolēma; kamēr to neapstiprināsiet, datnē nekas nemainīsies.</translation>
    </message>
    <message>
        <source>Before or after the meeting</source>
        <translation>Pirms vai pēc tikšanās</translation>
    </message>
    <message>
        <source>Before the meeting</source>
        <translation>Pirms tikšanās</translation>
    </message>
    <message>
        <source>After the meeting</source>
        <translation>Pēc tikšanās</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Print agenda and minutes sheet…</source>
        <translation>Drukāt darba kārtību un protokola lapu…</translation>
    </message>
    <message>
        <source>Enter the minutes</source>
        <translation>Ievadīt protokolu</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>What it sent</source>
        <translation>Ko biedrs atsūtījis</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Vēl nekas nav atsūtīts.</translation>
    </message>
    <message>
        <source>“{file}” ({level}), written {day}, collected {when}.</source>
        <translation>„{file}” ({level}), pēdējās izmaiņas: {day}, apkopots: {when}.</translation>
    </message>
    <message>
        <source>Stuck for {days} days: {checkpoint}, {partnership}</source>
        <translation>Iestrēdzis ({days} d.): {checkpoint}, {partnership}</translation>
    </message>
    <message>
        <source>Done: {share} % of its checkpoints; the middle of all members is {middle} %.</source>
        <translation>Pabeigti {share} % pieturas punktu. Ja visus biedrus sarindo pēc paveiktā, rindas vidū ir {middle} %.</translation>
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
        <source>E-mail</source>
        <translation>E-pasts</translation>
    </message>
    <message>
        <source>As this program</source>
        <translation>Tāda pati kā programmai</translation>
    </message>
    <message>
        <source>Language of the feedback</source>
        <translation>Atsauksmes valoda</translation>
    </message>
    <message>
        <source>A file is expected every year</source>
        <translation>Datni gaidām katru gadu</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Izņemt no saraksta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>MemberNamesDialog</name>
    <message>
        <source>List of members</source>
        <translation>Biedru saraksts</translation>
    </message>
    <message>
        <source>One member a line: name; register number; e-mail. Only the name is needed. A list from a spreadsheet can be pasted. Members who are listed already stay as they are.</source>
        <translation>Katrā rindā viens biedrs: nosaukums; reģistrācijas numurs; e-pasts. Vajadzīgs tikai nosaukums. Varat ielīmēt sarakstu no izklājlapas. Biedri, kas sarakstā jau ir, paliek nemainīti.</translation>
    </message>
    <message>
        <source>Valley Association; 40008012345; office@valley.example</source>
        <translation>Biedrība „Ieleja”; 40008012345; birojs@ieleja.example</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Pievienot sarakstam</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>New members: {count}</source>
        <translation>Jauni biedri: {count}</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>(no name)</source>
        <translation>(bez nosaukuma)</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Trūkst</translation>
    </message>
    <message>
        <source>Not expected</source>
        <translation>Nav gaidāma</translation>
    </message>
    <message>
        <source>written {day}</source>
        <translation>pēdējās izmaiņas {day}</translation>
    </message>
    <message>
        <source>partnerships: {count}</source>
        <translation>partnerības: {count}</translation>
    </message>
    <message>
        <source>stuck: {count}</source>
        <translation>iestrēguši: {count}</translation>
    </message>
    <message>
        <source>progress in a year: {change} %</source>
        <translation>virzība gada laikā: {change} %</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Members</source>
        <translation>Biedri</translation>
    </message>
    <message>
        <source>Answered: {answered} of {members}</source>
        <translation>Atsūtījuši: {answered} no {members}</translation>
    </message>
    <message>
        <source>missing: {missing}</source>
        <translation>trūkst: {missing}</translation>
    </message>
    <message>
        <source>partnerships: {partnerships}</source>
        <translation>partnerības: {partnerships}</translation>
    </message>
    <message>
        <source>all done in: {finished}</source>
        <translation>viss pabeigts: {finished}</translation>
    </message>
    <message>
        <source>The folder with the members’ files</source>
        <translation>Mape ar biedru datnēm</translation>
    </message>
    <message>
        <source>The members’ files</source>
        <translation>Biedru datnes</translation>
    </message>
    <message>
        <source>Stuck checkpoints</source>
        <translation>Iestrēgušie pieturas punkti</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Gads</translation>
    </message>
    <message>
        <source>More about members</source>
        <translation>Vairāk par biedriem</translation>
    </message>
    <message>
        <source>Collect files…</source>
        <translation>Apkopot datnes…</translation>
    </message>
    <message>
        <source>Collect single files…</source>
        <translation>Apkopot atsevišķas datnes…</translation>
    </message>
    <message>
        <source>Type the list of members…</source>
        <translation>Ierakstīt biedru sarakstu…</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Rādītāji</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Rādīt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Visi</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Trūkst</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atsūtījuši</translation>
    </message>
    <message>
        <source>With stuck checkpoints</source>
        <translation>Ar iestrēgušiem pieturas punktiem</translation>
    </message>
    <message>
        <source>Less done than a year ago</source>
        <translation>Padarīts mazāk nekā pirms gada</translation>
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
        <source>Least done first</source>
        <translation>Vispirms mazāk padarījušie</translation>
    </message>
    <message>
        <source>Most stuck first</source>
        <translation>Vispirms vairāk iestrēgušie</translation>
    </message>
    <message>
        <source>One overview of all members</source>
        <translation>Viens pārskats par visiem biedriem</translation>
    </message>
    <message>
        <source>Save what members send into one folder and drop it here: whole files, partnerships, or numbers only. Only figures are kept, and the members’ files stay as they are.</source>
        <translation>Saglabājiet biedru atsūtīto vienā mapē un ievelciet to šeit: veselas datnes, partnerības vai tikai skaitļus. Pārskatā glabājas tikai skaitļi, un biedru datnes nemainās.</translation>
    </message>
    <message>
        <source>Nobody is stuck</source>
        <translation>Neviens nav iestrēdzis</translation>
    </message>
    <message>
        <source>No indicators yet</source>
        <translation>Rādītāju vēl nav</translation>
    </message>
    <message>
        <source>What members fill in as indicators is put side by side here.</source>
        <translation>Šeit vienkopus redzēsiet rādītājus, ko ierakstījuši biedri.</translation>
    </message>
    <message>
        <source>A folder for the feedback sheets</source>
        <translation>Mape atsauksmju lapām</translation>
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
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>Write feedback sheets…</source>
        <translation>Izveidot atsauksmju lapas…</translation>
    </message>
    <message>
        <source>Save the overview as PDF…</source>
        <translation>Saglabāt pārskatu kā PDF…</translation>
    </message>
    <message>
        <source>No checkpoint has stood still for more than {days} days.</source>
        <translation>Neviens pieturas punkts nav stāvējis uz vietas ilgāk par {days} dienām.</translation>
    </message>
    <message>
        <source>Ask members with a collection call…</source>
        <translation>Uzaicināt biedrus atsūtīt datnes…</translation>
    </message>
    <message>
        <source>Search members and indicators</source>
        <translation>Meklēt biedrus un rādītājus</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nekas nav atrasts</translation>
    </message>
    <message>
        <source>Nothing fits this search and filter.</source>
        <translation>Šim meklējumam un filtram nekas neatbilst.</translation>
    </message>
    <message>
        <source>Latest written first</source>
        <translation>Vispirms nesen mainītie</translation>
    </message>
</context>
<context>
    <name>MendingDialog</name>
    <message>
        <source>Saved changes that can be read: {found} of {noted}.</source>
        <translation>Saglabātās izmaiņas, ko var nolasīt: {found} no {noted}.</translation>
    </message>
    <message>
        <source>Saved changes that can be read: {found}.</source>
        <translation>Saglabātās izmaiņas, ko var nolasīt: {found}.</translation>
    </message>
    <message>
        <source>{name} (damaged {when})</source>
        <translation>{name} (bojātā {when})</translation>
    </message>
    <message>
        <source>The backup is in its place</source>
        <translation>Rezerves kopija ir savā vietā</translation>
    </message>
    <message>
        <source>“{name}” shows again what it showed then ({when}).</source>
        <translation>„{name}” atkal rāda to, ko rādīja toreiz ({when}).</translation>
    </message>
    <message>
        <source>The file that stood there is kept untouched beside it, under the name “{name}”.</source>
        <translation>Datne, kas tur atradās, glabājas neskarta turpat blakus ar nosaukumu „{name}”.</translation>
    </message>
    <message>
        <source>Its folder is not there, so it is now in {folder}.</source>
        <translation>Tās mapes nav, tāpēc tagad tā ir mapē {folder}.</translation>
    </message>
    <message>
        <source>{name} (rescued)</source>
        <translation>{name} (izglābtā)</translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation>Ceļa kartes datnes ({pattern})</translation>
    </message>
    <message>
        <source>Rescue into a new file</source>
        <translation>Izglābt jaunā datnē</translation>
    </message>
    <message>
        <source>What could be read is rescued</source>
        <translation>Viss, ko varēja nolasīt, ir izglābts</translation>
    </message>
    <message>
        <source>Saved changes in the new file “{name}”: {count}.</source>
        <translation>Saglabātās izmaiņas jaunajā datnē „{name}”: {count}.</translation>
    </message>
    <message>
        <source>Saved changes in the new file “{name}”: {count} of {expected}.</source>
        <translation>Saglabātās izmaiņas jaunajā datnē „{name}”: {count} no {expected}.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nekas netrūkst.</translation>
    </message>
    <message>
        <source>The damaged file was not changed.</source>
        <translation>Bojātā datne nav mainīta.</translation>
    </message>
    <message>
        <source>Look for the file</source>
        <translation>Sameklēt datni</translation>
    </message>
    <message>
        <source>This backup is damaged, so nothing was changed. Choose another one.</source>
        <translation>Šī rezerves kopija ir bojāta, tāpēc nekas nav mainīts. Izvēlieties citu.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
    <message>
        <source>A part of “{name}” is damaged.</source>
        <translation>Daļa datnes „{name}” ir bojāta.</translation>
    </message>
    <message>
        <source>What the windows show may not be all; nothing was changed, so nothing more is lost.</source>
        <translation>Logos, iespējams, nav redzams viss; nekas nav mainīts, tāpēc vairāk nekas nezūd.</translation>
    </message>
    <message>
        <source>A disk or memory stick that is about to fail does this. Go back to a backup, or rescue what can be read into a new file, best on another disk.</source>
        <translation>Tā gadās ar bojātiem diskiem un zibatmiņām. Atgriezieties pie rezerves kopijas vai izglābiet nolasāmo jaunā datnē, vislabāk citā diskā.</translation>
    </message>
    <message>
        <source>Backups of this file</source>
        <translation>Šīs datnes rezerves kopijas</translation>
    </message>
    <message>
        <source>There is no backup of this file on this computer.</source>
        <translation>Šajā datorā nav šīs datnes rezerves kopijas.</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Rezerves kopijas, jaunākā pirmā</translation>
    </message>
    <message>
        <source>Use this backup…</source>
        <translation>Izmantot šo kopiju…</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>Izglābt nolasāmo…</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>Sameklēt…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Izņemt no saraksta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Lasīt tālāk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>What was written after it is not in it. What stands there now is not deleted: it is kept untouched beside it under another name, and more can be rescued from it later.</source>
        <translation>Vēlāk rakstītā tajā nav. Tas, kas tur ir tagad, netiek dzēsts: tas paliek neskarts turpat blakus ar citu nosaukumu, un arī vēlāk no tā vēl kaut ko varēs izglābt.</translation>
    </message>
    <message>
        <source>Put this backup in its place?</source>
        <translation>Vai likt šo rezerves kopiju datnes vietā?</translation>
    </message>
    <message>
        <source>Put it in its place</source>
        <translation>Likt datnes vietā</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Vienu brīdi…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Atvērt</translation>
    </message>
</context>
<context>
    <name>MinutesView</name>
    <message>
        <source>There is no agenda. Put topics on it first.</source>
        <translation>Darba kārtība vēl ir tukša. Vispirms ierakstiet tajā jautājumus.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Darba kārtība</translation>
    </message>
    <message>
        <source>After the meeting as a whole</source>
        <translation>Par visu tikšanos kopumā</translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>What is missing or was altered</source>
        <translation>Kas trūkst vai ir pārveidots</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Saglabāt sarakstu…</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>Drukāt sarakstu…</translation>
    </message>
    <message>
        <source>{name} – what is missing</source>
        <translation>{name} – kas trūkst</translation>
    </message>
    <message>
        <source>Text files ({pattern})</source>
        <translation>Teksta datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Saglabāt sarakstu</translation>
    </message>
</context>
<context>
    <name>MissingSide</name>
    <message>
        <source>Still missing</source>
        <translation>Vēl trūkst</translation>
    </message>
    <message>
        <source>Still missing: {count}</source>
        <translation>Vēl trūkst: {count}</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nekas netrūkst</translation>
    </message>
    <message>
        <source>Marked in the text. Choose a line to go where it is filled in.</source>
        <translation>Tekstā tas ir iezīmēts. Izvēlieties rindu, un nonāksiet tur, kur to aizpilda.</translation>
    </message>
    <message>
        <source>Read it through once more before you send it.</source>
        <translation>Pirms sūtāt, izlasiet to vēlreiz.</translation>
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
    <name>OrganisationForm</name>
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
        <source>Telephone</source>
        <translation>Tālrunis</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-pasts</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Tīmekļvietne</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Word files ({pattern})</source>
        <translation>Word datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Saglabāt kā Word</translation>
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
</context>
<context>
    <name>PaperStop</name>
    <message>
        <source>What the sheet says: {title}</source>
        <translation>Lapā rakstītais: {title}</translation>
    </message>
    <message>
        <source>In the file now ({origin})</source>
        <translation>Tagad datnē ({origin})</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>Tagad datnē</translation>
    </message>
    <message>
        <source>Two versions of this answer wait for a decision. State, person and date can be entered.</source>
        <translation>Šai atbildei ir divas versijas, un lēmums vēl nav pieņemts. Stāvokli, atbildīgo un termiņu var ievadīt.</translation>
    </message>
    <message>
        <source>A sheet of this date and person was entered here before. Is it the same one?</source>
        <translation>Šeit jau ir ievadīta lapa ar šo datumu un vārdu. Vai tā ir tā pati?</translation>
    </message>
    <message>
        <source>What happens with what is there</source>
        <translation>Ko darīt ar jau ierakstīto</translation>
    </message>
    <message>
        <source>Add below it</source>
        <translation>Pievienot zem tā</translation>
    </message>
    <message>
        <source>Put in its place</source>
        <translation>Likt tā vietā</translation>
    </message>
    <message>
        <source>Type what is written on the sheet.</source>
        <translation>Pārrakstiet lapā rakstīto.</translation>
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
        <source>due {date}</source>
        <translation>līdz {date}</translation>
    </message>
    <message>
        <source>All checkpoints are done</source>
        <translation>Visi pieturas punkti ir pabeigti</translation>
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
        <source>History…</source>
        <translation>Vēsture…</translation>
    </message>
    <message>
        <source>Delete this partnership</source>
        <translation>Dzēst šo partnerību</translation>
    </message>
    <message>
        <source>Both sides together</source>
        <translation>Abas puses kopā</translation>
    </message>
    <message>
        <source>Documents…</source>
        <translation>Dokumenti…</translation>
    </message>
    <message>
        <source>Enter from paper…</source>
        <translation>Ievadīt no papīra…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Abas puses</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Sūtīt</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Sūtīt…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drukāt…</translation>
    </message>
    <message>
        <source>Register of exchanges…</source>
        <translation>Sūtījumu reģistrs…</translation>
    </message>
    <message>
        <source>Meeting…</source>
        <translation>Tikšanās…</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Tikšanās</translation>
    </message>
</context>
<context>
    <name>PartnershipsModel</name>
    <message>
        <source>our turn to write</source>
        <translation>kārta rakstīt mums</translation>
    </message>
    <message>
        <source>their turn to write</source>
        <translation>kārta rakstīt partnerim</translation>
    </message>
</context>
<context>
    <name>PenChoice</name>
    <message>
        <source>The pen is with</source>
        <translation>Kārta rakstīt</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>nav noteikta</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>The file is back, and all you wrote is saved in it.</source>
        <translation>Datne ir atpakaļ, un viss Jūsu rakstītais ir tajā saglabāts.</translation>
    </message>
    <message>
        <source>You have the file now. {who} can only read it.</source>
        <translation>Tagad datne ir pie Jums. Tikai lasīt to var: {who}.</translation>
    </message>
    <message>
        <source>You can write in this file now.</source>
        <translation>Tagad šajā datnē varat rakstīt.</translation>
    </message>
    <message>
        <source>You can write in this file again.</source>
        <translation>Šajā datnē atkal var rakstīt.</translation>
    </message>
    <message>
        <source>“{file}” is free now.</source>
        <translation>Datne „{file}” tagad ir brīva.</translation>
    </message>
    <message>
        <source>Edit it</source>
        <translation>Rediģēt</translation>
    </message>
    <message>
        <source>This file was changed by somebody else. You see it as it is now.</source>
        <translation>Šo datni ir mainījis kāds cits. Jūs to redzat tādu, kāda tā ir tagad.</translation>
    </message>
    <message>
        <source>This file was changed by {names}. You see it as it is now.</source>
        <translation>Šo datni mainīja: {names}. Jūs to redzat tādu, kāda tā ir tagad.</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Rezerves kopijas…</translation>
    </message>
    <message>
        <source>Bring it in…</source>
        <translation>Pievienot…</translation>
    </message>
    <message>
        <source>Put back what I wrote</source>
        <translation>Ielikt atpakaļ manis rakstīto</translation>
    </message>
    <message>
        <source>What you wrote here since the file was opened is in it again.</source>
        <translation>Tas, ko šeit rakstījāt kopš datnes atvēršanas, atkal ir tajā.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Saglabāt kopiju…</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Tikai lasīt</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Gaidīt</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Pārņemt…</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>Pārņemt atpakaļ…</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>Meklēt…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>Turpināt tur</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>Atvērt to citu</translation>
    </message>
    <message>
        <source>You will be told here as soon as the file is free. Now: {who}.</source>
        <translation>Tiklīdz datne būs brīva, tas parādīsies šeit. Pašlaik: {who}.</translation>
    </message>
    <message>
        <source>Take over from {who}? There the file can only be read from then on; words not yet saved are kept on that computer.</source>
        <translation>Vai pārņemt? Pašlaik datni lieto {who}. Turpmāk tur to varēs tikai lasīt; vēl nesaglabātie vārdi paliks tajā datorā.</translation>
    </message>
    <message>
        <source>Last sign of life: {when}.</source>
        <translation>Pēdējā dzīvības zīme: {when}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Pārņemt</translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation>Ceļa kartes datnes ({pattern})</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Saglabāt kopiju</translation>
    </message>
    <message>
        <source>A copy of everything, your last words too, is saved as “{file}”.</source>
        <translation>Pilna kopija, arī ar Jūsu pēdējiem vārdiem, ir saglabāta kā „{file}”.</translation>
    </message>
    <message>
        <source>Look for the file</source>
        <translation>Meklēt datni</translation>
    </message>
    <message>
        <source>Do something else with it…</source>
        <translation>Darīt ar to ko citu…</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>The pages are being made…</source>
        <translation>Lapas tiek gatavotas…</translation>
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
        <source>Save as PDF…</source>
        <translation>Saglabāt kā PDF…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukāt</translation>
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
    <name>Printout</name>
    <message>
        <source>No printer was found on this computer. A PDF file can be printed anywhere else.</source>
        <translation>Šajā datorā nav atrasts neviens printeris. PDF datni var izdrukāt jebkur citur.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Saglabāt kā PDF…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Nosūtīts uz printeri.</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Is it switched on? A PDF file works without it.</source>
        <translation>Printeris lapas nepieņēma. Vai tas ir ieslēgts? PDF datni var saglabāt arī bez tā.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Changes taken in: {count}.</source>
        <translation>Pievienotas izmaiņas: {count}.</translation>
    </message>
    <message>
        <source>Conflicts settled as you chose: {count}.</source>
        <translation>Vietas, kur izvēlējāties versiju: {count}.</translation>
    </message>
    <message>
        <source>Conflicts that wait: {count}. Both texts are kept; the partnership and its sheet show where, until you choose.</source>
        <translation>Vietas ar divām versijām: {count}. Abas glabājas; kur tās ir, rāda partnerības skats un izdruka, līdz Jūs izvēlēsieties.</translation>
    </message>
    <message>
        <source>How it was before is in the backup of {time}.</source>
        <translation>Kā bija pirms tam, glabājas rezerves kopijā (plkst. {time}).</translation>
    </message>
    <message>
        <source>Undo takes all of it back as one step.</source>
        <translation>Ar „Atsaukt” to visu var atsaukt vienā solī.</translation>
    </message>
    <message>
        <source>Beside your file: {names}. All of it is in your file now. Move it to the backups, so that nobody goes on writing there?</source>
        <translation>Blakus Jūsu datnei: {names}. Viss, kas tur ir, tagad ir arī Jūsu datnē. Vai pārvietot to pie rezerves kopijām, lai neviens tur vairs neraksta?</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Saglabāts kā „{name}”.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Nosūtīts uz printeri.</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Is it switched on? A PDF file works without it.</source>
        <translation>Printeris lapas nepieņēma. Vai tas ir ieslēgts? PDF datni var saglabāt arī bez tā.</translation>
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
        <source>No printer was found on this computer. A PDF file can be printed anywhere else.</source>
        <translation>Šajā datorā nav atrasts neviens printeris. PDF datni var izdrukāt jebkur citur.</translation>
    </message>
    <message>
        <source>Moved to the folder “{folder}”.</source>
        <translation>Pārvietots uz mapi „{folder}”.</translation>
    </message>
    <message>
        <source>It is in your file now</source>
        <translation>Tagad tas ir Jūsu datnē</translation>
    </message>
    <message>
        <source>Print the report…</source>
        <translation>Drukāt pārskatu…</translation>
    </message>
    <message>
        <source>Save the report as PDF…</source>
        <translation>Saglabāt pārskatu kā PDF…</translation>
    </message>
    <message>
        <source>Move to the backups</source>
        <translation>Pārvietot pie rezerves kopijām</translation>
    </message>
    <message>
        <source>Choose now…</source>
        <translation>Izlemt tagad…</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive</source>
        <translation>Saņemt</translation>
    </message>
    <message>
        <source>Take in all but conflicts</source>
        <translation>Pievienot visu, kas saskan</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>This file cannot be changed, so nothing can be taken in.</source>
        <translation>Šo datni nevar mainīt, tāpēc neko nevar pievienot.</translation>
    </message>
    <message>
        <source>It is being taken in…</source>
        <translation>Tiek pievienots…</translation>
    </message>
    <message>
        <source>added: {count}</source>
        <translation>pievienots: {count}</translation>
    </message>
    <message>
        <source>changed: {count}</source>
        <translation>mainīts: {count}</translation>
    </message>
    <message>
        <source>deleted: {count}</source>
        <translation>dzēsts: {count}</translation>
    </message>
    <message>
        <source>brought back: {count}</source>
        <translation>atgriezts: {count}</translation>
    </message>
    <message>
        <source>left out: {count}</source>
        <translation>atstāts malā: {count}</translation>
    </message>
    <message>
        <source>In your file: {what}.</source>
        <translation>Jūsu datnē – {what}.</translation>
    </message>
    <message>
        <source>Conflicts settled as you chose: {count}.</source>
        <translation>Vietas, kur izvēlējāties versiju: {count}.</translation>
    </message>
    <message>
        <source>Conflicts that wait for you: {count}. Both texts are kept.</source>
        <translation>Vietas ar divām versijām, kas gaida Jūsu izvēli: {count}. Abas paliek.</translation>
    </message>
    <message>
        <source>A backup is made first, and Undo takes all of it back.</source>
        <translation>Vispirms top rezerves kopija, un ar „Atsaukt” to visu var atsaukt.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo ziņojumu</translation>
    </message>
    <message>
        <source>Have it closed there; as soon as it is, what came can be taken in here.</source>
        <translation>Aizveriet to tur, un saņemto uzreiz varēs pievienot šeit.</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Kas ir saņemts</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nekā jauna</translation>
    </message>
    <message>
        <source>All that came is in your file or its history already, so nothing was changed. If you undid any of it, History brings it back.</source>
        <translation>Viss saņemtais jau ir Jūsu datnē vai tās vēsturē, tāpēc nekas nav mainīts. Ja kaut kas no tā ir atsaukts, to var atgūt vēsturē.</translation>
    </message>
    <message>
        <source>You agree</source>
        <translation>Jums abiem ir viens un tas pats</translation>
    </message>
    <message>
        <source>What came says the same as your file. Taken in, it stands in the history of both.</source>
        <translation>Saņemtajā rakstīts tas pats, kas Jūsu datnē. To pievienojot, tas paliks arī vēsturē.</translation>
    </message>
    <message>
        <source>Nothing can be taken in</source>
        <translation>Neko nevar pievienot</translation>
    </message>
    <message>
        <source>Above it says why. Your file is as it was.</source>
        <translation>Iemesls norādīts augstāk. Jūsu datne ir tāda, kāda bija.</translation>
    </message>
    <message>
        <source>Not looked through</source>
        <translation>Nav pārbaudīts</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nekas nav mainīts.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Pārbaudīt vēlreiz</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>Datnes</translation>
    </message>
    <message>
        <source>Open the locked copy…</source>
        <translation>Atvērt slēgto kopiju…</translation>
    </message>
    <message>
        <source>The files are being looked through…</source>
        <translation>Datnes tiek pārbaudītas…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gatavs</translation>
    </message>
    <message>
        <source>New changes: {new}.</source>
        <translation>Jaunas izmaiņas: {new}.</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>Nekā jauna tajā nav.</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>not there any more</source>
        <translation>vairs nav atrodama</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>bojāta</translation>
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
    <name>RecoveryPage</name>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Saglabāts kā „{name}”.</translation>
    </message>
    <message>
        <source>The printer did not take the page. Is it switched on? A PDF file works without it.</source>
        <translation>Printeris lapu nepieņēma. Vai tas ir ieslēgts? PDF datnei printeris nav vajadzīgs.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Nosūtīts printerim.</translation>
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
        <source>No printer was found on this computer. A PDF file can be printed anywhere else.</source>
        <translation>Šajā datorā printeris nav atrasts. PDF datni var izdrukāt jebkur citur.</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Atjaunošanas vārdi</translation>
    </message>
    <message>
        <source>If the password is ever lost, these words open the file. They are shown this once: print them or write them down, and keep the sheet away from the file.</source>
        <translation>Ja parole kādreiz pazustu, datni atvērs šie vārdi. Tie tiek parādīti tikai šoreiz: izdrukājiet vai uzrakstiet tos un glabājiet lapu atsevišķi no datnes.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drukāt…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Saglabāt kā PDF…</translation>
    </message>
    <message>
        <source>I have the words on paper</source>
        <translation>Vārdi man ir uz papīra</translation>
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
        <source>All checkpoints done</source>
        <translation>Visi punkti pabeigti</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>History of this row</source>
        <translation>Šīs rindas vēsture</translation>
    </message>
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
    <name>SaveLockedDialog</name>
    <message>
        <source>Save a copy with a password</source>
        <translation>Kopija ar paroli</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send</source>
        <translation>Sūtīt</translation>
    </message>
    <message>
        <source>Choose which partnership; then it is shown here what would leave.</source>
        <translation>Izvēlieties partnerību; tad šeit būs redzams, kas tiks nosūtīts.</translation>
    </message>
    <message>
        <source>Sent from Roadmap Desktop</source>
        <translation>Nosūtīts no Roadmap Desktop</translation>
    </message>
    <message>
        <source>Save the copy and the letter to a folder</source>
        <translation>Saglabāt kopiju un vēstuli mapē</translation>
    </message>
    <message>
        <source>Stopped. Nothing was sent, and no file was left behind.</source>
        <translation>Apturēts. Nekas nav nosūtīts, un neviena datne nav izveidota.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo ziņojumu</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Norise</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>Saglabāt mapē…</translation>
    </message>
    <message>
        <source>Prepare the letter</source>
        <translation>Sagatavot vēstuli</translation>
    </message>
    <message>
        <source>What would leave cannot be shown.</source>
        <translation>Nevar parādīt, kas tiktu nosūtīts.</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>The numbers: “{name}” ({size}).</source>
        <translation>Skaitļi: „{name}” ({size}).</translation>
    </message>
    <message>
        <source>The copy: “{name}” ({size}), read back and found whole.</source>
        <translation>Kopija: „{name}” ({size}); pārbaudīta, un tā ir vesela.</translation>
    </message>
    <message>
        <source>The sheet for a reader without the program: “{name}”.</source>
        <translation>Lapa lasītājam, kam nav programmas: „{name}”.</translation>
    </message>
    <message>
        <source>The letter with all of it: “{name}”.</source>
        <translation>Vēstule ar visu pielikumā: „{name}”.</translation>
    </message>
    <message>
        <source>It is on its way only once you press “Send” in the mail program. A program that shows the letter only to be read, as Thunderbird does, sends it after “Edit as new message”. If you read your mail in the browser, begin a new letter there, attach the files from the folder and paste the text.</source>
        <translation>Vēstule aizies tikai tad, kad e-pasta programmā nospiedīsiet „Sūtīt”. Ja programma, piemēram, Thunderbird, vēstuli tikai rāda lasīšanai, izvēlieties tajā „Rediģēt kā jaunu ziņojumu”. Ja pastu lasāt pārlūkprogrammā, sāciet tur jaunu vēstuli, pievienojiet datnes no mapes un ielīmējiet tekstu.</translation>
    </message>
    <message>
        <source>No mail program on this computer takes a letter that is a file. Begin a new letter where you read your mail, attach the files from the folder and paste the text.</source>
        <translation>Šajā datorā nav e-pasta programmas, kas atvērtu vēstuli kā datni. Sāciet jaunu vēstuli tur, kur lasāt pastu, pievienojiet datnes no mapes un ielīmējiet tekstu.</translation>
    </message>
    <message>
        <source>The folder could not be opened from here. It is {folder}.</source>
        <translation>Mapi no šejienes neizdevās atvērt. Tā ir {folder}.</translation>
    </message>
    <message>
        <source>The text of the letter is copied and can be pasted.</source>
        <translation>Vēstules teksts ir nokopēts, un to var ielīmēt.</translation>
    </message>
    <message>
        <source>Ready to be sent</source>
        <translation>Viss gatavs sūtīšanai</translation>
    </message>
    <message>
        <source>Open the letter in the mail program</source>
        <translation>Atvērt vēstuli e-pasta programmā</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Parādīt mapi</translation>
    </message>
    <message>
        <source>Copy the text of the letter</source>
        <translation>Kopēt vēstules tekstu</translation>
    </message>
    <message>
        <source>The register of exchanges has a line of it.</source>
        <translation>Par to ir ieraksts sūtījumu reģistrā.</translation>
    </message>
    <message>
        <source>Take it out: it was not sent</source>
        <translation>Izņemt ierakstu: tas netika nosūtīts</translation>
    </message>
    <message>
        <source>It is too large for any letter, so none was made. Hand the copy over on a memory stick; or send one partnership instead of the whole file.</source>
        <translation>Vēstulei tā ir par lielu, tāpēc vēstule nav sagatavota. Nododiet kopiju zibatmiņā vai visas datnes vietā sūtiet vienu partnerību.</translation>
    </message>
</context>
<context>
    <name>SetPasswordDialog</name>
    <message>
        <source>Set a password</source>
        <translation>Paroles izvēle</translation>
    </message>
    <message>
        <source>Three or four words that only you would put together are easy to remember.</source>
        <translation>Viegli atcerēties trīs vai četrus vārdus, kurus kopā saliktu tikai Jūs.</translation>
    </message>
    <message>
        <source>Very short: a computer guesses it in minutes.</source>
        <translation>Ļoti īsa: dators to uzminēs dažās minūtēs.</translation>
    </message>
    <message>
        <source>Short. Twelve characters or more are better.</source>
        <translation>Īsa. Labāk divpadsmit rakstzīmes vai vairāk.</translation>
    </message>
    <message>
        <source>A good length.</source>
        <translation>Labs garums.</translation>
    </message>
    <message>
        <source>A very good length.</source>
        <translation>Ļoti labs garums.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>This is not the same as above.</source>
        <translation>Tas nav tas pats, kas augstāk.</translation>
    </message>
    <message>
        <source>Please type a password.</source>
        <translation>Lūdzu, ierakstiet paroli.</translation>
    </message>
    <message>
        <source>The copy is “{name}”.</source>
        <translation>Kopija ir „{name}”.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo ziņojumu</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Tas pats vēlreiz</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Rādīt ierakstīto</translation>
    </message>
    <message>
        <source>Recovery words to print, should the password be lost</source>
        <translation>Atjaunošanas vārdi izdrukai, ja parole pazustu</translation>
    </message>
    <message>
        <source>The locked copy will be:</source>
        <translation>Slēgtā kopija būs:</translation>
    </message>
    <message>
        <source>Choose where to put the locked copy</source>
        <translation>Izvēlēties, kur likt slēgto kopiju</translation>
    </message>
    <message>
        <source>Locked copies ({pattern})</source>
        <translation>Slēgtās kopijas ({pattern})</translation>
    </message>
    <message>
        <source>The password is stored nowhere. Without it and without the recovery words nobody can read the copy any more, not even the makers of this program.</source>
        <translation>Parole nekur netiek glabāta. Bez tās un bez atjaunošanas vārdiem kopiju vairs nevarēs izlasīt neviens, arī šīs programmas veidotāji ne.</translation>
    </message>
    <message>
        <source>Locked and checked</source>
        <translation>Aizslēgts un pārbaudīts</translation>
    </message>
    <message>
        <source>Tell the password by telephone or in person, not in the same e-mail. Your own file stays as it is, without a password.</source>
        <translation>Paroli pasakiet pa tālruni vai klātienē, nevis tajā pašā e-pasta vēstulē. Jūsu pašu datne paliek tāda, kāda tā ir, – bez paroles.</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Parādīt mapi</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Norise</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Mirklīti…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Turpināt</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Pabeigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Backups at the second place</source>
        <translation>Rezerves kopijas otrajā vietā</translation>
    </message>
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
        <source>Lock backups at the second place with a password</source>
        <translation>Otrajā vietā glabāt rezerves kopijas ar paroli</translation>
    </message>
    <message>
        <source>For copies on a memory stick that could be lost. It holds for copies made from then on; those that are there already stay as they are. The password is asked for only to open a copy.</source>
        <translation>Kopijām zibatmiņā, kas varētu pazust. Attiecas uz turpmākajām kopijām; tās, kas tur jau ir, paliek, kādas ir. Parole būs vajadzīga tikai kopijas atvēršanai.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Remind me when nothing came back</source>
        <translation>Atgādināt, ja atbilde nav saņemta</translation>
    </message>
    <message>
        <source>On home and on the partnership’s page, once you have sent something.</source>
        <translation>Sākumlapā un partnerības lapā, ja esat kaut ko nosūtījuši.</translation>
    </message>
    <message>
        <source>after {days} days</source>
        <translation>pēc {days} dienām</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nekad</translation>
    </message>
</context>
<context>
    <name>SheafWriter</name>
    <message>
        <source>Being written: {count}</source>
        <translation>Tiek rakstīts: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>Stopped. What was written is in the folder.</source>
        <translation>Apturēts. Jau uzrakstītais ir mapē.</translation>
    </message>
    <message>
        <source>Nobody has answered yet, so there was nothing to write.</source>
        <translation>Neviens vēl nav atsūtījis datni, tāpēc nebija ko rakstīt.</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Saglabāts kā „{name}”.</translation>
    </message>
    <message>
        <source>Written into “{folder}”: {count}</source>
        <translation>Mapē „{folder}” ierakstīts: {count}</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Rādīt mapi</translation>
    </message>
</context>
<context>
    <name>SheetChoice</name>
    <message>
        <source>Sheet</source>
        <translation>Ko drukāt</translation>
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
        <source>Language</source>
        <translation>Valoda</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Otra valoda</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nav</translation>
    </message>
    <message>
        <source>For a partner who does not read the first: labels and questions stand in both.</source>
        <translation>Partnerim, kurš nesaprot pirmo valodu: nosaukumi un jautājumi būs abās.</translation>
    </message>
    <message>
        <source>With lines to write on</source>
        <translation>Ar rindām, kur rakstīt</translation>
    </message>
    <message>
        <source>At each checkpoint that is not finished, for filling in by hand.</source>
        <translation>Pie katra nepabeigtā pieturas punkta, aizpildīšanai ar roku.</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Date on the sheet</source>
        <translation>Datums uz lapas</translation>
    </message>
    <message>
        <source>Partnership</source>
        <translation>Partnerība</translation>
    </message>
    <message>
        <source>Whose sheet</source>
        <translation>Kura lapa</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Lapu aizpildīja</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
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
    <name>StuckModel</name>
    <message>
        <source>{members} of {of} members</source>
        <translation>biedri: {members} no {of}</translation>
    </message>
    <message>
        <source>partnerships: {count} · the longest for {days} days</source>
        <translation>partnerības: {count} · ilgākais (dienās): {days}</translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Both texts</source>
        <translation>Abi teksti</translation>
    </message>
    <message>
        <source>Go to this checkpoint</source>
        <translation>Uz šo pieturas punktu</translation>
    </message>
    <message>
        <source>They do not say the same after all</source>
        <translation>Tomēr tie nesaka to pašu</translation>
    </message>
    <message>
        <source>Both texts say the same</source>
        <translation>Abi teksti saka to pašu</translation>
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
    <name>Target</name>
    <message>
        <source>Choose…</source>
        <translation>Izvēlēties…</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>The document follows our template again. Yours is kept as “{name}”.</source>
        <translation>Dokuments atkal veidots pēc mūsu veidnes. Jūsējā saglabāta kā „{name}”.</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Rādīt mapi</translation>
    </message>
    <message>
        <source>This template is yours now. Change its words, save it there and come back: the document follows it. What stands in double braces is filled in from your answers.</source>
        <translation>Šī veidne tagad ir Jūsu. Pārveidojiet tās tekstu, saglabājiet turpat un atgriezieties šeit: dokuments būs veidots pēc tās. To, kas ir dubultās figūriekavās, programma aizpilda no Jūsu atbildēm.</translation>
    </message>
    <message>
        <source>No program on this computer opens Word files. The template is in the folder “{folder}”.</source>
        <translation>Šajā datorā nav programmas, kas atvērtu Word datnes. Veidne ir mapē „{folder}”.</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Two versions, waiting for a decision: {count}</source>
        <translation>Divas versijas, vēl jāizlemj: {count}</translation>
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
    <name>branches</name>
    <message>
        <source>added since</source>
        <translation>pievienots vēlāk</translation>
    </message>
    <message>
        <source>deleted since</source>
        <translation>dzēsts vēlāk</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>mainīts vēlāk</translation>
    </message>
    <message>
        <source>Order of rows</source>
        <translation>Rindu secība</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Viss kopā</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(bez nosaukuma)</translation>
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
        <source>There are several partnerships in this file. No file was made. Say which with --partnership; “show” lists them.</source>
        <translation>Šajā datnē ir vairākas partnerības. Neviena datne netika izveidota. Norādiet vienu ar --partnership; „show” tās parāda.</translation>
    </message>
    <message>
        <source>There are no partnerships in this file yet, so no document can be filled. No file was made.</source>
        <translation>Šajā datnē vēl nav partnerību, tāpēc nevienu dokumentu nevar aizpildīt. Neviena datne netika izveidota.</translation>
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
        <source>There is no password there. Nothing was changed. The first line of what is given with --password-file must be the password, as text in UTF-8.</source>
        <translation>Paroles tur nav. Nekas netika mainīts. Pirmajai rindai tajā, ko norāda ar --password-file, jābūt parolei kā UTF-8 tekstam.</translation>
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
        <source>Written to “{file}”, which replaces the older one.</source>
        <translation>Ierakstīts datnē „{file}”, kas aizstāj veco.</translation>
    </message>
    <message>
        <source>Written to “{file}”.</source>
        <translation>Ierakstīts datnē „{file}”.</translation>
    </message>
    <message>
        <source>Still to be filled in, and marked there:</source>
        <translation>Vēl jāaizpilda (dokumentā iezīmēts):</translation>
    </message>
    <message>
        <source>Changes in it that can be read: {count}.</source>
        <translation>Tajā nolasāmo izmaiņu skaits: {count}.</translation>
    </message>
    <message>
        <source>Nothing is lost: the program puts this right when it opens the file. It was not changed.</source>
        <translation>Nekas nav zaudēts: atverot datni, programma to sakārtos. Datne netika mainīta.</translation>
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
        <source>It was not changed. Go back to a backup with “restore”, save what can still be read with “rescue”, or ask whoever sent it to send it again.</source>
        <translation>Tā netika mainīta. Atgriezieties pie rezerves kopijas ar „restore”, izglābiet vēl nolasāmo ar „rescue” vai palūdziet sūtītājam to atsūtīt vēlreiz.</translation>
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
        <source>{name} (damaged {when})</source>
        <translation>{name} (bojātā {when})</translation>
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
        <source>somebody</source>
        <translation>kāds</translation>
    </message>
    <message>
        <source>“{file}” (says it is from {who}, last written {day}): nothing new.</source>
        <translation>„{file}” (norādītais sūtītājs: {who}, pēdējās izmaiņas: {day}): nekā jauna.</translation>
    </message>
    <message>
        <source>“{file}” (says it is from {who}, last written {day}): {new} new changes, {known} known already.</source>
        <translation>„{file}” (norādītais sūtītājs: {who}, pēdējās izmaiņas: {day}): jaunas izmaiņas – {new}, jau zināmas – {known}.</translation>
    </message>
    <message>
        <source>Deleted here, written to there.</source>
        <translation>Šeit dzēsts, tur papildināts.</translation>
    </message>
    <message>
        <source>Deleted there, written to here.</source>
        <translation>Tur dzēsts, šeit papildināts.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>šeit</translation>
    </message>
    <message>
        <source>there</source>
        <translation>tur</translation>
    </message>
    <message>
        <source>new</source>
        <translation>jauns</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>mainīts</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>divas versijas</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>tur dzēsts</translation>
    </message>
    <message>
        <source>brought back there</source>
        <translation>tur atjaunots</translation>
    </message>
    <message>
        <source>There was nothing new to take in; “{file}” is as it was.</source>
        <translation>Nekā jauna, ko pārņemt, nebija; „{file}” ir tāda, kāda bija.</translation>
    </message>
    <message>
        <source>Changes taken into “{file}”: {count}.</source>
        <translation>Datnē „{file}” pārņemtās izmaiņas: {count}.</translation>
    </message>
    <message>
        <source>In conflict: {count}. Both versions are kept until you choose; nothing is lost.</source>
        <translation>Vietas ar divām versijām: {count}. Abas tiek glabātas, līdz Jūs izvēlēsieties; nekas nepazudīs.</translation>
    </message>
    <message>
        <source>Conflicts settled as asked, where that was possible: {count}. The history keeps every version.</source>
        <translation>Vietas ar divām versijām, kas izšķirtas, kā lūgts, ciktāl tas bija iespējams: {count}. Vēsturē paliek visas versijas.</translation>
    </message>
    <message>
        <source>How it was before is in the backup “{backup}”.</source>
        <translation>Tas, kā bija pirms tam, ir rezerves kopijā „{backup}”.</translation>
    </message>
    <message>
        <source>In conflict: {count}.</source>
        <translation>Vietas ar divām versijām: {count}.</translation>
    </message>
    <message>
        <source>This was a preview: “{file}” is as it was.</source>
        <translation>Šis bija priekšskatījums: „{file}” ir tāda, kāda bija.</translation>
    </message>
    <message>
        <source>Locked a copy of “{file}” as “{copy}” and read it back. Your file stays without a password.</source>
        <translation>Datnes „{file}” slēgta kopija ir „{copy}”; tā ir pārbaudīta. Jūsu datne paliek bez paroles.</translation>
    </message>
    <message>
        <source>Recovery words, to be kept on paper: {words}</source>
        <translation>Atjaunošanas vārdi, kas glabājami uz papīra: {words}</translation>
    </message>
    <message>
        <source>Opened “{file}” as “{copy}”, which has no password.</source>
        <translation>„{file}” ir atvērta kā „{copy}”; tai paroles nav.</translation>
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
        <source>Fill a document from what was answered. Nothing is invented: what is missing is marked in it and listed here.</source>
        <translation>Aizpildīt dokumentu no atbildēm. Nekas netiek izdomāts: kā trūkst, tas dokumentā ir iezīmēts un šeit uzskaitīts.</translation>
    </message>
    <message>
        <source>Which document: one of those that --list names.</source>
        <translation>Kurš dokuments: viens no tiem, ko nosauc --list.</translation>
    </message>
    <message>
        <source>The file to make, ending in .docx or .pdf. An older one of that name is replaced.</source>
        <translation>Izveidojamā datne, kuras nosaukums beidzas ar „.docx” vai „.pdf”. Vecā datne ar tādu nosaukumu tiek aizstāta.</translation>
    </message>
    <message>
        <source>The partnership to write about; needed where the file has several.</source>
        <translation>Partnerība, par kuru rakstīt; jānorāda, ja datnē ir vairākas.</translation>
    </message>
    <message>
        <source>Language of the document.</source>
        <translation>Dokumenta valoda.</translation>
    </message>
    <message>
        <source>A Word file of your own with markers, to be filled in place of ours.</source>
        <translation>Jūsu pašu Word datne ar vietzīmēm, ko aizpildīt mūsējās vietā.</translation>
    </message>
    <message>
        <source>Write the document with markers in place of answers: a Word file to change as you like and to give back with --template-file.</source>
        <translation>Ierakstīt dokumentu ar vietzīmēm atbilžu vietā: Word datni, ko varat pārveidot pēc savas patikas un atdot atpakaļ ar --template-file.</translation>
    </message>
    <message>
        <source>List the documents and stop.</source>
        <translation>Parādīt dokumentu sarakstu un beigt.</translation>
    </message>
    <message>
        <source>Show who changed what and when, the newest first. Times are those of the writers’ computers.</source>
        <translation>Parādīt, kas, ko un kad ir mainījis, jaunāko vispirms. Laiks ir tāds, kādu rādīja rakstītāju datori.</translation>
    </message>
    <message>
        <source>Only what was changed in this partnership.</source>
        <translation>Tikai tas, kas mainīts šajā partnerībā.</translation>
    </message>
    <message>
        <source>Only what was changed at this checkpoint.</source>
        <translation>Tikai tas, kas mainīts šajā pieturas punktā.</translation>
    </message>
    <message>
        <source>Only what this person changed; a part of the name is enough.</source>
        <translation>Tikai tas, ko mainījis šis cilvēks; pietiek ar vārda daļu.</translation>
    </message>
    <message>
        <source>Only what was changed on this day or later.</source>
        <translation>Tikai tas, kas mainīts šajā dienā vai vēlāk.</translation>
    </message>
    <message>
        <source>Only what was changed on this day or earlier.</source>
        <translation>Tikai tas, kas mainīts šajā dienā vai agrāk.</translation>
    </message>
    <message>
        <source>Stop after so many.</source>
        <translation>Parādīt ne vairāk par šo skaitu.</translation>
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
        <source>Take in what is new in other files: from a partner, a colleague, or copies of your own. How the file was before is kept as a backup. Where two people wrote different things, both are kept until you choose.</source>
        <translation>Pārņemt jauno no citām datnēm: partnera, kolēģa vai Jūsu pašu kopijām. Datnes iepriekšējais stāvoklis paliek rezerves kopijā. Ja divi cilvēki uzrakstījuši atšķirīgi, abas versijas tiek glabātas, līdz Jūs izvēlēsieties.</translation>
    </message>
    <message>
        <source>Files that came, or folders of them; they are not changed.</source>
        <translation>Saņemtās datnes vai mapes ar tām; tās netiek mainītas.</translation>
    </message>
    <message>
        <source>Show what would be taken in, and write nothing.</source>
        <translation>Parādīt, kas tiktu pārņemts, un neko nerakstīt.</translation>
    </message>
    <message>
        <source>Settle conflicts at once: keep ours, take theirs, or put both one after the other.</source>
        <translation>Atšķirīgās versijas izšķirt uzreiz: paturēt mūsu, ņemt viņu vai likt abas vienu aiz otras.</translation>
    </message>
    <message>
        <source>Make a copy for somebody else that holds what they are to have and nothing more: the whole file, one partnership, or its numbers. It is not sent by itself.</source>
        <translation>Izveidot kopiju kādam citam, kurā ir tieši tas, kas viņam domāts: visa datne, viena partnerība vai tās skaitļi. Pati no sevis tā netiek nosūtīta.</translation>
    </message>
    <message>
        <source>The copy to make, or a folder, in which it gets a name of its own. An existing file is never overwritten.</source>
        <translation>Izveidojamā kopija vai mape, kurā tai tiks dots nosaukums. Esoša datne nekad netiek pārrakstīta.</translation>
    </message>
    <message>
        <source>Only this partnership leaves, for its partner.</source>
        <translation>Sūtīt partnerim tikai šo partnerību.</translation>
    </message>
    <message>
        <source>How much leaves: {whole} (everything), {partner} (one partnership without private notes), {roles} (the same with roles instead of names) or {numbers} (no texts). Without it, {partner} where a partnership is named, else {whole}.</source>
        <translation>Cik daudz sūtīt: {whole} (viss), {partner} (viena partnerība bez privātajām piezīmēm), {roles} (tas pats ar lomām vārdu vietā) vai {numbers} (bez tekstiem). Ja tas nav norādīts: {partner}, ja nosaukta partnerība, citādi {whole}.</translation>
    </message>
    <message>
        <source>E-mail address of the reader: a letter to them is made as well, and the file notes to whom it went.</source>
        <translation>Lasītāja e-pasta adrese: tiek sagatavota arī vēstule, un datnē tiek pierakstīts, kam kopija aizgāja.</translation>
    </message>
    <message>
        <source>Make a letter with the copy beside it, as a draft that mail programs open; without an address, to the partner’s first contact.</source>
        <translation>Blakus sagatavot vēstuli ar kopiju kā melnrakstu, ko atver pasta programmas; ja adrese nav dota, tā ir partnera pirmajam kontaktam.</translation>
    </message>
    <message>
        <source>Show what would leave, and write nothing.</source>
        <translation>Parādīt, kas tiktu nosūtīts, un neko nerakstīt.</translation>
    </message>
    <message>
        <source>Make a copy of a file that opens only with a password, or with recovery words. The file itself stays as it is.</source>
        <translation>Izveidot datnes kopiju, ko var atvērt tikai ar paroli vai atjaunošanas vārdiem. Pati datne paliek, kāda ir.</translation>
    </message>
    <message>
        <source>The locked copy to make. An existing file is never overwritten.</source>
        <translation>Veidojamā slēgtā kopija. Esoša datne nekad netiek pārrakstīta.</translation>
    </message>
    <message>
        <source>A file whose first line is the password; a hyphen (-) reads it from standard input.</source>
        <translation>Datne, kuras pirmā rinda ir parole; ar defisi (-) to nolasa no standarta ievades.</translation>
    </message>
    <message>
        <source>Draw recovery words that open the copy as well, and print them.</source>
        <translation>Izlozēt atjaunošanas vārdus, kas arī atver kopiju, un tos parādīt.</translation>
    </message>
    <message>
        <source>Open a locked copy and save what it holds as an ordinary file.</source>
        <translation>Atvērt slēgtu kopiju un tās saturu saglabāt kā parastu datni.</translation>
    </message>
    <message>
        <source>The locked copy.</source>
        <translation>Slēgtā kopija.</translation>
    </message>
    <message>
        <source>The file to make; it should end in .roadmap. An existing one is never overwritten.</source>
        <translation>Veidojamā datne; tās nosaukumam jābeidzas ar .roadmap. Esoša datne nekad netiek pārrakstīta.</translation>
    </message>
    <message>
        <source>A file whose first line is the password, or which holds the recovery words; a hyphen (-) reads it from standard input.</source>
        <translation>Datne, kuras pirmā rinda ir parole vai kurā ir atjaunošanas vārdi; ar defisi (-) to nolasa no standarta ievades.</translation>
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
        <source>{option} must be a whole number, 1 or more.</source>
        <translation>{option} jābūt veselam skaitlim, ne mazākam par 1.</translation>
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
    <message>
        <source>Stays at home:</source>
        <translation>Paliek pie Jums:</translation>
    </message>
    <message>
        <source>This was a preview: nothing was written.</source>
        <translation>Šis bija priekšskatījums: nekas nav uzrakstīts.</translation>
    </message>
    <message>
        <source>Made “{copy}” ({size}).</source>
        <translation>Izveidots „{copy}” ({size}).</translation>
    </message>
    <message>
        <source>Made “{copy}” ({size}) and read it back.</source>
        <translation>Izveidota kopija „{copy}” ({size}), un tā ir pārbaudīta.</translation>
    </message>
    <message>
        <source>The letter with it is “{letter}”: open it, look it through, and send it.</source>
        <translation>Vēstule tai ir „{letter}”: atveriet to, pārlasiet un nosūtiet.</translation>
    </message>
    <message>
        <source>“{file}” has noted to whom it went.</source>
        <translation>Datnē „{file}” ir pierakstīts, kam kopija aizgāja.</translation>
    </message>
    <message>
        <source>For an umbrella association: take what members sent (whole files, partnerships, or numbers only) into an overview, and show who is missing, how far each is and where many are stuck. Only figures are kept.</source>
        <translation>Jumta organizācijai: apkopo pārskatā biedru atsūtīto (veselas datnes, partnerības vai tikai skaitļus) un parāda, kura vēl trūkst, cik tālu katrs ir un kur daudzi ir iestrēguši. Pārskatā glabājas tikai skaitļi.</translation>
    </message>
    <message>
        <source>Members’ files, or folders of them; they are not changed. Without any, the overview is shown as it is.</source>
        <translation>Biedru datnes vai mapes ar tām; tās netiek mainītas. Ja nav nevienas, pārskats tiek parādīts tāds, kāds tas ir.</translation>
    </message>
    <message>
        <source>The year they are collected for; without it, this year.</source>
        <translation>Gads, par kuru tās tiek apkopotas; ja nav norādīts, šis gads.</translation>
    </message>
    <message>
        <source>“{file}”, {year}: {answered} of {members} members have answered.</source>
        <translation>„{file}”, {year}. gads. Biedri, kas datni atsūtījuši: {answered} no {members}.</translation>
    </message>
    <message>
        <source>Missing: {names}.</source>
        <translation>Trūkst: {names}.</translation>
    </message>
    <message>
        <source>“{file}”: {member}, last written {day}. A member that was not on the list; it is now.</source>
        <translation>„{file}”: {member}, pēdējās izmaiņas: {day}. Šī biedra sarakstā nebija; tagad tas ir pievienots.</translation>
    </message>
    <message>
        <source>“{file}”: {member}, last written {day}.</source>
        <translation>„{file}”: {member}, pēdējās izmaiņas: {day}.</translation>
    </message>
    <message>
        <source>“{file}”: {member}, last written {day}. Taken in part: of the rest there is something newer.</source>
        <translation>„{file}”: {member}, pēdējās izmaiņas: {day}. Paņemta daļa: par pārējo ir kas jaunāks.</translation>
    </message>
    <message>
        <source>“{file}”: {member}. The same has come already.</source>
        <translation>„{file}”: {member}. Tas pats jau ir saņemts.</translation>
    </message>
    <message>
        <source>“{file}”: {member}, last written {day}. Left out: there is a newer or fuller file.</source>
        <translation>„{file}”: {member}, pēdējās izmaiņas: {day}. Nav paņemta: ir jaunāka vai pilnīgāka datne.</translation>
    </message>
    <message>
        <source>“{file}” says it is from “{from_}”. Left out: it may be from {perhaps}. Collect it in the program’s window, which asks.</source>
        <translation>Datnē „{file}” norādīts, ka tā ir no „{from_}”. Nav paņemta: tā varētu būt no {perhaps}. Apkopojiet to programmas logā, kur par to pajautās.</translation>
    </message>
    <message>
        <source>“{file}” is from your own organisation. Left out.</source>
        <translation>„{file}” ir no Jūsu organizācijas. Nav paņemta.</translation>
    </message>
    <message>
        <source>Done of all checkpoints, step by step:</source>
        <translation>Pabeigtie pieturas punkti no visiem, soli pa solim:</translation>
    </message>
    <message>
        <source>{member}: {steps} (partnerships: {count}</source>
        <translation>{member}: {steps} (partnerības: {count}</translation>
    </message>
    <message>
        <source>; a year ago {done}/{total}</source>
        <translation>; pirms gada {done}/{total}</translation>
    </message>
    <message>
        <source>; stuck: {count}</source>
        <translation>; iestrēgušie: {count}</translation>
    </message>
    <message>
        <source>Stuck for more than {days} days:</source>
        <translation>Iestrēguši ilgāk nekā {days} dienas:</translation>
    </message>
    <message>
        <source>{code} {title}: {members} of {of} members</source>
        <translation>{code} {title}: biedri – {members} no {of}</translation>
    </message>
    <message>
        <source>The file to make; its ending says what it is: .xlsx a workbook, .zip every table as CSV, .csv one table, .ics a calendar, .json everything there is. An older one of that name is replaced.</source>
        <translation>Veidojamā datne; tās paplašinājums pasaka, kas tā ir: .xlsx – darbgrāmata, .zip – visas tabulas CSV formātā, .csv – viena tabula, .ics – kalendārs, .json – viss, kas datnē ir. Vecāka datne ar tādu nosaukumu tiek aizstāta.</translation>
    </message>
    <message>
        <source>The name after --out must end in .xlsx, .zip, .csv, .ics or .json. No file was made.</source>
        <translation>Nosaukumam aiz --out jābeidzas ar .xlsx, .zip, .csv, .ics vai .json. Datne nav izveidota.</translation>
    </message>
    <message>
        <source>A JSON file always holds everything, private notes and names too. No file was made. “send” makes a copy of a part.</source>
        <translation>JSON datnē vienmēr ir viss, arī privātās piezīmes un vārdi. Datne nav izveidota. Daļas kopiju izveido „send”.</translation>
    </message>
    <message>
        <source>Dates in it: {count}.</source>
        <translation>Datumi tajā: {count}.</translation>
    </message>
    <message>
        <source>Everything is in it, private notes and history too; changes: {count}.</source>
        <translation>Tajā ir viss, arī privātās piezīmes un vēsture; izmaiņas: {count}.</translation>
    </message>
    <message>
        <source>A CSV file holds one table. A name that ends in .zip gets all of them.</source>
        <translation>CSV datnē ir viena tabula. Ja nosaukums beidzas ar .zip, tiek ierakstītas visas.</translation>
    </message>
    <message>
        <source>Texts longer than a cell of Excel can be ({limit} characters) were cut: {count}. In CSV and JSON they are whole.</source>
        <translation>Saīsināti teksti, kas neietilpst Excel šūnā (ne vairāk kā {limit} rakstzīmes): {count}. CSV un JSON datnēs tie ir pilnā garumā.</translation>
    </message>
    <message>
        <source>Write lists of what a file holds, for Excel, a calendar or any other program.</source>
        <translation>Izveidot sarakstus no datnes satura: programmai Excel, kalendāram vai jebkurai citai programmai.</translation>
    </message>
    <message>
        <source>Only this partnership; without it, all.</source>
        <translation>Tikai šī partnerība; ja nav norādīta, visas.</translation>
    </message>
    <message>
        <source>Take private notes along.</source>
        <translation>Iekļaut arī privātās piezīmes.</translation>
    </message>
    <message>
        <source>For readers outside: roles instead of people, and what is judged about others stays at home.</source>
        <translation>Lasītājiem no malas: cilvēku vietā lomas, un tas, kā esat vērtējuši citus, paliek pie Jums.</translation>
    </message>
    <message>
        <source>Which table a CSV file holds; without it, the partnerships.</source>
        <translation>Kura tabula ir CSV datnē; ja nav norādīta, partnerības.</translation>
    </message>
    <message>
        <source>Language of heads and words in the lists.</source>
        <translation>Virsrakstu un vārdu valoda sarakstos.</translation>
    </message>
    <message>
        <source>Let go along what otherwise stays at home: our own rows of this tool or, with {roles}, what is in attachments (it may hold names).</source>
        <translation>Nosūtīt arī to, kas citādi paliek pie Jums: mūsu pašu rindas no šī rīka vai, ja līmenis ir {roles}, pielikumu saturu (tajā var būt cilvēku vārdi).</translation>
    </message>
    <message>
        <source>A column is told as its number and what it holds, for example 3=email. Nothing was changed.</source>
        <translation>Kolonnu norāda ar tās numuru un saturu, piemēram, 3=email. Nekas nav mainīts.</translation>
    </message>
    <message>
        <source>The list has no sheet of that name. Nothing was changed.</source>
        <translation>Sarakstā nav lapas ar tādu nosaukumu. Nekas nav mainīts.</translation>
    </message>
    <message>
        <source>Take in a list of partners and contacts from Excel or CSV, or all of a file from its JSON. What stands in the file is not replaced.</source>
        <translation>Pārņemt partneru un kontaktu sarakstu no Excel vai CSV vai visu datni no tās JSON. Datnē jau rakstītais netiek aizstāts.</translation>
    </message>
    <message>
        <source>The file to take it into; of a JSON file it is made where it is not there.</source>
        <translation>Datne, kurā datus pārņemt; ja tādas vēl nav, no JSON datnes to izveido.</translation>
    </message>
    <message>
        <source>The list (.xlsx, .csv), or a JSON file made by “export”.</source>
        <translation>Saraksts (.xlsx, .csv) vai JSON datne, ko izveidojis „export”.</translation>
    </message>
    <message>
        <source>Show how the list is understood and what it would bring, and write nothing.</source>
        <translation>Parādīt, kā saraksts ir saprasts un kas tiktu pievienots, un neko neierakstīt.</translation>
    </message>
    <message>
        <source>The sheet of the workbook; without it, the one that looks most like a list of partners.</source>
        <translation>Darbgrāmatas lapa; ja nav norādīta, tā, kas visvairāk līdzinās partneru sarakstam.</translation>
    </message>
    <message>
        <source>What a column holds, for example 3=email or 4=none; can be given several times. Known are: {fields}.</source>
        <translation>Kas ir kolonnā, piemēram, 3=email vai 4=none; var norādīt vairākas reizes. Iespējas: {fields}.</translation>
    </message>
    <message>
        <source>What to do with organisations that are there already; without it, their gaps are filled.</source>
        <translation>Ko darīt ar organizācijām, kas jau ir datnē; ja nav norādīts, tās tiek papildinātas.</translation>
    </message>
    <message>
        <source>What those are of which the list does not say it; without it, community.</source>
        <translation>Kas ir tās organizācijas, par kurām saraksts to nesaka; ja nav norādīts, kopienas organizācijas.</translation>
    </message>
    <message>
        <source>Add the organisations only, and begin no partnership with them.</source>
        <translation>Pievienot tikai organizācijas un nesākt ar tām partnerību.</translation>
    </message>
    <message>
        <source>“{file}”, sheet “{sheet}”; rows with partners: {count}.</source>
        <translation>„{file}”, lapa „{sheet}”; rindas ar partneriem: {count}.</translation>
    </message>
    <message>
        <source>“{file}”; rows with partners: {count}.</source>
        <translation>„{file}”; rindas ar partneriem: {count}.</translation>
    </message>
    <message>
        <source>The list is longer than is read: only its beginning is taken.</source>
        <translation>Saraksts ir garāks, nekā programma nolasa: pārņemts tikai tā sākums.</translation>
    </message>
    <message>
        <source>Nothing was written: this was a preview.</source>
        <translation>Nekas nav ierakstīts: šis bija priekšskatījums.</translation>
    </message>
    <message>
        <source>Taken into “{file}”.</source>
        <translation>Pārņemts datnē „{file}”.</translation>
    </message>
    <message>
        <source>“{file}” is as it was.</source>
        <translation>„{file}” ir tāda, kāda bija.</translation>
    </message>
    <message>
        <source>“{file}” would be made, with all that the JSON file holds; changes: {count}.</source>
        <translation>Tiktu izveidota „{file}” ar visu, kas ir JSON datnē; izmaiņas: {count}.</translation>
    </message>
    <message>
        <source>Made “{file}” with all that the JSON file holds; changes: {count}.</source>
        <translation>Izveidota „{file}” ar visu, kas ir JSON datnē; izmaiņas: {count}.</translation>
    </message>
    <message>
        <source>A second language, for a partner who does not read the first: labels and questions stand in both.</source>
        <translation>Otra valoda partnerim, kurš nesaprot pirmo: nosaukumi un jautājumi būs abās valodās.</translation>
    </message>
    <message>
        <source>Leave lines to write on at each checkpoint that is not finished (progress and open).</source>
        <translation>Atstāt rindas, kur rakstīt, pie katra nepabeigtā pieturas punkta (progress un open).</translation>
    </message>
    <message>
        <source>Write a feedback sheet for each member that answered into this folder: how far it is, where it stands among the others without naming any, what is stuck.</source>
        <translation>Šajā mapē katram biedram, kas atsūtījis datni, ierakstīt atsauksmes lapu: cik tālu tas ir, kā tas izskatās citu vidū, nevienu nenosaucot, un kas ir iestrēdzis.</translation>
    </message>
    <message>
        <source>Feedback sheets written into “{folder}”: {count}.</source>
        <translation>Mapē „{folder}” ierakstītās atsauksmju lapas: {count}.</translation>
    </message>
    <message>
        <source>Make a collection call as well: a small file that asks members for what --level says until --until, and beside it a letter to all members with an address. Those who open it see what would leave and send it to --reply.</source>
        <translation>Izveidot arī apkopošanas uzaicinājumu: nelielu datni, kas biedriem lūdz to, ko norāda --level, līdz --until, un tai blakus vēstuli visiem biedriem, kam ir adrese. Kas to atver, redz, kas tiktu nosūtīts, un sūta uz --reply.</translation>
    </message>
    <message>
        <source>How much the call asks for: {numbers} (without it), {roles}, {partner} or {whole}.</source>
        <translation>Cik daudz uzaicinājums lūdz: {numbers} (ja nav norādīts), {roles}, {partner} vai {whole}.</translation>
    </message>
    <message>
        <source>By when the call asks for it, for example 15.01.2027.</source>
        <translation>Līdz kuram laikam uzaicinājums to lūdz, piemēram, 15.01.2027.</translation>
    </message>
    <message>
        <source>The e-mail address to which members answer the call.</source>
        <translation>E-pasta adrese, uz kuru biedri atbild uzaicinājumam.</translation>
    </message>
    <message>
        <source>Why, in your own words, as the call says it.</source>
        <translation>Kāpēc – Jūsu pašu vārdiem, kā tas būs uzaicinājumā.</translation>
    </message>
    <message>
        <source>Made the call “{call}” and the letter “{letter}”: look the letter through, and send it.</source>
        <translation>Izveidots uzaicinājums „{call}” un vēstule „{letter}”: izlasiet vēstuli un nosūtiet to.</translation>
    </message>
    <message>
        <source>The name after --out must end in .docx or .pdf, with --as-template in .docx. No file was made.</source>
        <translation>Nosaukumam aiz --out jābeidzas ar „.docx” vai „.pdf”; ar --as-template – ar „.docx”. Neviena datne netika izveidota.</translation>
    </message>
    <message>
        <source>It follows your own template; with --built-in it follows ours.</source>
        <translation>Datne veidota pēc Jūsu veidnes; ar --built-in tā būs pēc mūsējās.</translation>
    </message>
    <message>
        <source>Follow our template, even where you have made one of your own in the windows.</source>
        <translation>Veidot pēc mūsu veidnes arī tad, ja programmas logos esat izveidojuši savu.</translation>
    </message>
    <message>
        <source>A picture (PNG or JPEG) for the letterhead, in place of the one in the file.</source>
        <translation>Attēls (PNG vai JPEG) vēstules galvenei tā vietā, kas ir datnē.</translation>
    </message>
    <message>
        <source>progress (all that is known of a partnership), open (only what is still to be done), joint (both sides’ texts side by side), meeting (its agenda, and a sheet for the minutes), handover (a book for whoever takes it over); of one partnership, or of each in turn. all (a list of all partnerships) or blank (a form to fill in by hand).</source>
        <translation>progress (viss, kas par partnerību zināms), open (tikai tas, kas vēl jāpaveic), joint (abu pušu teksti blakus), meeting (tikšanās darba kārtība un lapa protokolam), handover (grāmata tam, kurš partnerību pārņem) – par vienu partnerību vai par katru pēc kārtas; all (visu partnerību saraksts) vai blank (ar roku aizpildāma veidlapa).</translation>
    </message>
    <message>
        <source>Language of the reader: of the letter, its sheet, and what stands for a contact person without a role.</source>
        <translation>Lasītāja valoda: vēstulei, tās lapai un vārdam, kas stāv kontaktpersonas vietā, ja tās loma nav zināma.</translation>
    </message>
    <message>
        <source>That table says how you judge others; without names it is not written. No file was made.</source>
        <translation>Šajā tabulā ir vērtēti citi, tāpēc to neraksta, ja vārdi jāizlaiž. Datne nav izveidota.</translation>
    </message>
</context>
<context>
    <name>document</name>
    <message>
        <source>By hand, in the finished document</source>
        <translation>Ar roku, gatavajā dokumentā</translation>
    </message>
    <message>
        <source>From: {places}</source>
        <translation>No: {places}</translation>
    </message>
</context>
<context>
    <name>incoming</name>
    <message>
        <source>new</source>
        <translation>jauns</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>mainīts</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>divas versijas</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>tur dzēsts</translation>
    </message>
    <message>
        <source>brought back there</source>
        <translation>tur atgriezts</translation>
    </message>
    <message>
        <source>theirs is taken</source>
        <translation>viņu versija</translation>
    </message>
    <message>
        <source>ours stays</source>
        <translation>mūsu versija</translation>
    </message>
    <message>
        <source>both are kept</source>
        <translation>abas versijas</translation>
    </message>
    <message>
        <source>conflict: waits</source>
        <translation>divas versijas: gaida</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>atstāts malā</translation>
    </message>
    <message>
        <source>Order of rows</source>
        <translation>Rindu secība</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Viss kopā</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(bez nosaukuma)</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Dzēsts</translation>
    </message>
    <message>
        <source>Written to, without knowing of the deletion</source>
        <translation>Turpināts rakstīt, par dzēšanu nezinot</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Pie mums</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Pie viņiem</translation>
    </message>
    <message>
        <source>the other is taken</source>
        <translation>otra versija</translation>
    </message>
    <message>
        <source>what shows stays</source>
        <translation>redzamā versija</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Mūsu</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Viņu</translation>
    </message>
    <message>
        <source>Shows now</source>
        <translation>Tagad redzama</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Otra versija</translation>
    </message>
</context>
<context>
    <name>inventory</name>
    <message>
        <source>The history of what leaves goes along: what was written there before can be read in it.</source>
        <translation>Līdzi iet arī nodotā vēsture: tajā var izlasīt, kas tur bija rakstīts agrāk.</translation>
    </message>
    <message>
        <source>Size: about {size}.</source>
        <translation>Lielums: apmēram {size}.</translation>
    </message>
    <message>
        <source>Everything leaves, private notes included.</source>
        <translation>Tiks nosūtīts viss, arī privātās piezīmes.</translation>
    </message>
    <message>
        <source>Only numbers leave, and the name of your organisation. Partnerships: {count}.</source>
        <translation>Tiek nodoti tikai skaitļi un Jūsu organizācijas nosaukums. Partnerības: {count}.</translation>
    </message>
    <message>
        <source>“{title}” leaves, and no other partnership.</source>
        <translation>Tiks nosūtīta „{title}” un neviena cita partnerība.</translation>
    </message>
    <message>
        <source>Partnerships</source>
        <translation>Partnerības</translation>
    </message>
    <message>
        <source>Organisations: {names}</source>
        <translation>Organizācijas: {names}</translation>
    </message>
    <message>
        <source>Checkpoints that were worked on</source>
        <translation>Pieturas punkti, pie kuriem strādāts</translation>
    </message>
    <message>
        <source>Contacts with a name</source>
        <translation>Kontakti ar vārdu</translation>
    </message>
    <message>
        <source>Contacts without a name</source>
        <translation>Kontakti bez vārda</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Pielikumi</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Privātas piezīmes</translation>
    </message>
    <message>
        <source>Deleted, and still in the history</source>
        <translation>Dzēsts, bet vēl ir vēsturē</translation>
    </message>
    <message>
        <source>Other partnerships</source>
        <translation>Citas partnerības</translation>
    </message>
    <message>
        <source>Lines of the register of exchanges</source>
        <translation>Sūtījumu reģistra rindas</translation>
    </message>
    <message>
        <source>Things that a newer version brought</source>
        <translation>Jaunākas versijas ieraksti</translation>
    </message>
    <message>
        <source>By mail that may be too large: many mail boxes take no more than {limit}.</source>
        <translation>Sūtīšanai pa pastu tas var būt par lielu: daudzas pastkastes pieņem ne vairāk kā {limit}.</translation>
    </message>
    <message>
        <source>What makes it large: the history of all that was written ({size}).</source>
        <translation>Kas to padara lielu: visa rakstītā vēsture ({size}).</translation>
    </message>
    <message>
        <source>What makes it large: {names}.</source>
        <translation>Kas to padara lielu: {names}.</translation>
    </message>
    <message>
        <source>What stands there now leaves, and nothing of what was written there before.</source>
        <translation>Tiks nosūtīts tas, kas tur rakstīts tagad, bet nekas no tā, kas tur bija rakstīts agrāk.</translation>
    </message>
    <message>
        <source>Mentions of people, told by their role</source>
        <translation>Pieminēti cilvēki, kuru vietā ierakstīta loma</translation>
    </message>
    <message>
        <source>Contact persons’ names, addresses and numbers</source>
        <translation>Kontaktpersonu vārdi, adreses un tālruņi</translation>
    </message>
    <message>
        <source>Names of those who wrote</source>
        <translation>Rakstītāju vārdi</translation>
    </message>
    <message>
        <source>Attachments, of which only the name leaves</source>
        <translation>Pielikumi, no kuriem tiks nosūtīts tikai nosaukums</translation>
    </message>
</context>
<context>
    <name>listing</name>
    <message>
        <source>New organisations: {count}.</source>
        <translation>Jaunas organizācijas: {count}.</translation>
    </message>
    <message>
        <source>Partnerships begun: {count}.</source>
        <translation>Sāktas partnerības: {count}.</translation>
    </message>
    <message>
        <source>New contacts: {count}.</source>
        <translation>Jauni kontakti: {count}.</translation>
    </message>
    <message>
        <source>Organisations whose gaps are filled: {count}.</source>
        <translation>Papildinātas organizācijas: {count}.</translation>
    </message>
    <message>
        <source>Rows that bring nothing new: {count}.</source>
        <translation>Rindas, kurās nav nekā jauna: {count}.</translation>
    </message>
    <message>
        <source>Rows left out: {count}.</source>
        <translation>Izlaistas rindas: {count}.</translation>
    </message>
    <message>
        <source>Contacts that are left out, since they need a partnership to stand in: {count}.</source>
        <translation>Kontakti, kas netiek pārņemti, jo tiem vajadzīga partnerība: {count}.</translation>
    </message>
    <message>
        <source>There is nothing to take in.</source>
        <translation>Nav nekā, ko pārņemt.</translation>
    </message>
    <message>
        <source>Rows without the name of an organisation; their numbers: {rows}.</source>
        <translation>Rindas bez organizācijas nosaukuma; to numuri: {rows}.</translation>
    </message>
    <message>
        <source>Rows whose register number Excel has rounded, so that it stays empty; their numbers: {rows}. Write it into the list as text.</source>
        <translation>Rindas, kurās reģistrācijas numuru noapaļojis Excel, tāpēc tas paliks tukšs; to numuri: {rows}. Sarakstā ierakstiet to kā tekstu.</translation>
    </message>
    <message>
        <source>Rows with a text that is too long and is cut; their numbers: {rows}.</source>
        <translation>Rindas, kurās pārāk garš teksts tiks saīsināts; to numuri: {rows}.</translation>
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
        <source>“{file}” is empty: there is nothing in it yet.</source>
        <translation>„{file}” ir tukša: tajā vēl nekā nav.</translation>
    </message>
    <message>
        <source>Perhaps it is still being downloaded or synchronised: wait a moment, then try again. If it stays empty, use a backup, or ask for it to be sent again.</source>
        <translation>Varbūt tā vēl tiek lejupielādēta vai sinhronizēta: mazliet uzgaidiet un mēģiniet vēlreiz. Ja tā paliek tukša, izmantojiet rezerves kopiju vai palūdziet, lai to atsūta vēlreiz.</translation>
    </message>
    <message>
        <source>“{file}” is a compressed folder (ZIP), no file of Roadmap Desktop.</source>
        <translation>„{file}” ir saspiesta mape, nevis Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>“{file}” is an office document, as of Word or Excel, no file of Roadmap Desktop.</source>
        <translation>„{file}” ir biroja programmas dokuments, nevis Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>“{file}” is a PDF document, no file of Roadmap Desktop.</source>
        <translation>„{file}” ir PDF dokuments, nevis Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>“{file}” is a picture, no file of Roadmap Desktop.</source>
        <translation>„{file}” ir attēls, nevis Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>“{file}” is a web page, no file of Roadmap Desktop.</source>
        <translation>„{file}” ir tīmekļa lapa, nevis Roadmap Desktop datne.</translation>
    </message>
    <message>
        <source>Unpack it first: the file you are looking for may be inside.</source>
        <translation>Vispirms to atpakojiet: meklētā datne varētu būt tajā iekšā.</translation>
    </message>
    <message>
        <source>Download the file once more; sometimes a page that asks you to log in is saved instead.</source>
        <translation>Lejupielādējiet datni vēlreiz; dažkārt tās vietā tiek saglabāta pieteikšanās lapa.</translation>
    </message>
    <message>
        <source>Open it with the program it belongs to, and look for a file whose name ends in .roadmap.</source>
        <translation>Atveriet to ar programmu, kurai tā pieder, un meklējiet datni, kuras nosaukums beidzas ar .roadmap.</translation>
    </message>
    <message>
        <source>“{file}” is a collection call, which asks for files and holds none itself.</source>
        <translation>„{file}” ir uzaicinājums atsūtīt datnes; tajā pašā to nav.</translation>
    </message>
    <message>
        <source>Open it to see what it asks for. To collect, choose the files that members have sent in answer.</source>
        <translation>Atveriet to, lai redzētu, kas tiek lūgts. Lai apkopotu, izvēlieties datnes, ko biedri atsūtījuši atbildē.</translation>
    </message>
    <message>
        <source>“{file}” is locked with a password.</source>
        <translation>„{file}” ir aizslēgta ar paroli.</translation>
    </message>
    <message>
        <source>It opens with the password or the recovery words; ask whoever locked it.</source>
        <translation>To atver ar paroli vai atkopšanas vārdiem; pajautājiet tam, kurš to aizslēdza.</translation>
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
        <source>What was typed is neither the password of “{file}” nor its recovery words.</source>
        <translation>Ierakstītais nav ne „{file}” parole, ne tās atjaunošanas vārdi.</translation>
    </message>
    <message>
        <source>The copy is whole and was not changed; you can try as often as you like.</source>
        <translation>Kopija ir vesela un nav mainīta; mēģināt drīkst, cik reižu vajag.</translation>
    </message>
    <message>
        <source>Look at capital letters and at the language of the keyboard, or take the recovery words from their sheet.</source>
        <translation>Pārbaudiet lielos burtus un tastatūras valodu vai izmantojiet atjaunošanas vārdus no to lapas.</translation>
    </message>
    <message>
        <source>There is a slip in these recovery words: {numbers}.</source>
        <translation>Kļūda ir šajos atjaunošanas vārdos: {numbers}.</translation>
    </message>
    <message>
        <source>Recovery words typed: {count}, and there are {all} of them.</source>
        <translation>Ierakstīto atjaunošanas vārdu skaits: {count}, bet to pavisam ir {all}.</translation>
    </message>
    <message>
        <source>There is a slip in one of the recovery words.</source>
        <translation>Vienā no atjaunošanas vārdiem ir kļūda.</translation>
    </message>
    <message>
        <source>The copy was not changed.</source>
        <translation>Kopija nav mainīta.</translation>
    </message>
    <message>
        <source>Compare what you typed with the sheet, letter by letter.</source>
        <translation>Salīdziniet ierakstīto ar lapu burtu pa burtam.</translation>
    </message>
    <message>
        <source>“{file}” is already open: {who}, since {since}.</source>
        <translation>Datne „{file}” jau ir atvērta: {who}, kopš {since}.</translation>
    </message>
    <message>
        <source>You can read and print it here, and what changes there shows here as well.</source>
        <translation>Šeit to var lasīt un drukāt, un tur veiktās izmaiņas redzamas arī šeit.</translation>
    </message>
    <message>
        <source>To write in it, have it closed there first.</source>
        <translation>Lai tajā rakstītu, vispirms aizveriet to tur.</translation>
    </message>
    <message>
        <source>“{file}” was taken over: {who}, {since}.</source>
        <translation>Datni „{file}” ir pārņēmis kāds cits: {who}, {since}.</translation>
    </message>
    <message>
        <source>What you saved is in the file; words not yet saved are kept on this computer.</source>
        <translation>Jūsu saglabātais ir datnē; vēl nesaglabātie vārdi glabājas šajā datorā.</translation>
    </message>
    <message>
        <source>Agree between you who writes; you can take it back.</source>
        <translation>Vienojieties savā starpā, kurš raksta; datni var pārņemt atpakaļ.</translation>
    </message>
    <message>
        <source>“{file}” is no longer in its place.</source>
        <translation>Datne „{file}” vairs nav savā vietā.</translation>
    </message>
    <message>
        <source>What is shown here is whole; words not yet saved are kept on this computer.</source>
        <translation>Šeit redzamais ir pilnīgs; vēl nesaglabātie vārdi glabājas šajā datorā.</translation>
    </message>
    <message>
        <source>If it is on a memory stick or a network, connect that again. Otherwise save a copy elsewhere.</source>
        <translation>Ja tā ir zibatmiņā vai tīklā, pievienojiet to atkal. Citādi saglabājiet kopiju citur.</translation>
    </message>
    <message>
        <source>“{file}” was renamed while it was open: it is “{now}” now.</source>
        <translation>Datne „{file}” tika pārdēvēta, kamēr bija atvērta: tagad tā ir „{now}”.</translation>
    </message>
    <message>
        <source>Nothing is lost; words not yet saved are kept on this computer.</source>
        <translation>Nekas nav zudis; vēl nesaglabātie vārdi glabājas šajā datorā.</translation>
    </message>
    <message>
        <source>Go on there.</source>
        <translation>Turpiniet tur.</translation>
    </message>
    <message>
        <source>“{file}” was replaced by another file.</source>
        <translation>Datnes „{file}” vietā ir nolikta cita datne.</translation>
    </message>
    <message>
        <source>Here you still see the one you had; words not yet saved are kept on this computer.</source>
        <translation>Šeit joprojām redzama tā, kas Jums bija; vēl nesaglabātie vārdi glabājas šajā datorā.</translation>
    </message>
    <message>
        <source>Save a copy of yours elsewhere, or open the one that stands there now.</source>
        <translation>Saglabājiet savas datnes kopiju citur vai atveriet to, kas tur ir tagad.</translation>
    </message>
    <message>
        <source>Part of what was in “{file}” is no longer in it: an older copy was put over it.</source>
        <translation>Daļas no tā, kas bija datnē „{file}”, tajā vairs nav: tai pāri uzlikta vecāka kopija.</translation>
    </message>
    <message>
        <source>No backup on this computer holds what is missing.</source>
        <translation>Nevienā šī datora rezerves kopijā trūkstošā nav.</translation>
    </message>
    <message>
        <source>Ask whoever else works with this file for their copy, and bring that in.</source>
        <translation>Palūdziet kopiju tam, kurš vēl strādā ar šo datni, un pievienojiet to.</translation>
    </message>
    <message>
        <source>There is a fuller backup, made at this time: {when}.</source>
        <translation>Ir pilnīgāka rezerves kopija, tās laiks: {when}.</translation>
    </message>
    <message>
        <source>Bring in what is missing from there; what is in the file now stays in it.</source>
        <translation>Pievienojiet no tās trūkstošo; tas, kas tagad ir datnē, tajā paliks.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>kāds cits</translation>
    </message>
    <message>
        <source>{name} ({organisation})</source>
        <translation>{name} ({organisation})</translation>
    </message>
    <message>
        <source>{who}, computer “{computer}”</source>
        <translation>{who}, dators „{computer}”</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>How a day and a time are written, in Qt&apos;s letters</extracomment>
        <translation>dd.MM.yyyy. HH:mm</translation>
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
        <source>It was not said which partnership is meant.</source>
        <translation>Nav pateikts, kura partnerība ir domāta.</translation>
    </message>
    <message>
        <source>Nothing was sent or changed.</source>
        <translation>Nekas nav nosūtīts un nekas nav mainīts.</translation>
    </message>
    <message>
        <source>Begin a partnership first, or send the whole file.</source>
        <translation>Vispirms sāciet partnerību vai sūtiet visu datni.</translation>
    </message>
    <message>
        <source>The whole file holds all partnerships, not “{name}” alone.</source>
        <translation>Visā datnē ir visas partnerības, ne tikai „{name}”.</translation>
    </message>
    <message>
        <source>Choose the level for a partner, or leave out which partnership is meant.</source>
        <translation>Izvēlieties partnerim paredzēto apjomu vai nenorādiet, kura partnerība ir domāta.</translation>
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
        <source>There is no document “{name}”.</source>
        <translation>Dokumenta „{name}” nav.</translation>
    </message>
    <message>
        <source>No file was made.</source>
        <translation>Neviena datne netika izveidota.</translation>
    </message>
    <message>
        <source>“{file}” is not a Word document (.docx).</source>
        <translation>„{file}” nav Word dokuments (.docx).</translation>
    </message>
    <message>
        <source>No document was made from it.</source>
        <translation>Dokuments no tās netika izveidots.</translation>
    </message>
    <message>
        <source>Open the template in Word or LibreOffice and save it as a Word document (.docx).</source>
        <translation>Atveriet veidni programmā Word vai LibreOffice un saglabājiet to kā Word dokumentu (.docx).</translation>
    </message>
    <message>
        <source>There is a marker in the template “{file}” that nobody knows: “{place}”.</source>
        <translation>Veidnē „{file}” ir nezināma vietzīme: „{place}”.</translation>
    </message>
    <message>
        <source>Compare its spelling with the template that this program makes, and correct it there.</source>
        <translation>Salīdziniet, kā tā rakstīta veidnē, ko izveido šī programma, un izlabojiet.</translation>
    </message>
    <message>
        <source>A marker in the template “{file}” cannot be read, at “{place}”.</source>
        <translation>Veidnē „{file}” kādu vietzīmi nevar izlasīt; vieta: „{place}”.</translation>
    </message>
    <message>
        <source>A marker in the template “{file}” cannot be read.</source>
        <translation>Veidnē „{file}” kādu vietzīmi nevar izlasīt.</translation>
    </message>
    <message>
        <source>Look for a missing bracket: two open a marker and two close it. Each condition and repetition needs its end, too.</source>
        <translation>Pārbaudiet, vai nav pazudusi iekava: divas vietzīmi atver un divas aizver. Arī katram nosacījumam un atkārtojumam vajadzīgas savas beigas.</translation>
    </message>
    <message>
        <source>The template “{file}” would grow too large.</source>
        <translation>Veidne „{file}” kļūtu pārāk liela.</translation>
    </message>
    <message>
        <source>Make its pictures smaller, and take repetitions out of it.</source>
        <translation>Samaziniet tajā attēlus un izņemiet atkārtojumus.</translation>
    </message>
    <message>
        <source>There is something in the template “{file}” that this program does not carry out: “{place}”.</source>
        <translation>Veidnē „{file}” ir kas tāds, ko šī programma neizpilda: „{place}”.</translation>
    </message>
    <message>
        <source>There is something in the template “{file}” that this program does not carry out.</source>
        <translation>Veidnē „{file}” ir kas tāds, ko šī programma neizpilda.</translation>
    </message>
    <message>
        <source>Take it out of the template. If you did not put it there, ask whoever gave you the template.</source>
        <translation>Izņemiet to no veidnes. Ja neesat to tur ielicis Jūs, jautājiet tam, kas veidni Jums deva.</translation>
    </message>
    <message>
        <source>“{file}” is not a picture that fits into a document.</source>
        <translation>„{file}” nav attēls, ko varētu ielikt dokumentā.</translation>
    </message>
    <message>
        <source>Use a picture in the PNG or JPEG format.</source>
        <translation>Izmantojiet PNG vai JPEG attēlu.</translation>
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
        <source>It is locked with a password.</source>
        <translation>Tā ir aizslēgta ar paroli.</translation>
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
        <source>Part of what it shows does not agree with its history.</source>
        <translation>Daļa redzamā nesakrīt ar vēsturi.</translation>
    </message>
    <message>
        <source>The organisation it belongs to is missing from it.</source>
        <translation>Tajā trūkst organizācijas, kurai tā pieder.</translation>
    </message>
    <message>
        <source>Choose one of these: {names}.</source>
        <translation>Izvēlieties vienu no šiem: {names}.</translation>
    </message>
    <message>
        <source>“{file}” does not say which organisation it belongs to.</source>
        <translation>Datnē „{file}” nav norādīts, kurai organizācijai tā pieder.</translation>
    </message>
    <message>
        <source>Collect into a file that was made for your own organisation.</source>
        <translation>Apkopojiet datnē, kas izveidota Jūsu organizācijai.</translation>
    </message>
    <message>
        <source>What the attachment “{file}” holds is not in this file.</source>
        <translation>Pielikuma „{file}” satura šajā datnē nav.</translation>
    </message>
    <message>
        <source>Nothing was taken over, and it was not changed.</source>
        <translation>Nekas nav pārņemts, un tā nav mainīta.</translation>
    </message>
    <message>
        <source>Open it in Excel or LibreOffice, save it as .xlsx, and choose that file.</source>
        <translation>Atveriet to programmā Excel vai LibreOffice, saglabājiet kā .xlsx un izvēlieties to datni.</translation>
    </message>
    <message>
        <source>“{file}” is a list of an old kind (.xls), or one with a password.</source>
        <translation>„{file}” ir vecā formāta saraksts (.xls) vai saraksts ar paroli.</translation>
    </message>
    <message>
        <source>“{file}” is a list of LibreOffice (.ods).</source>
        <translation>„{file}” ir LibreOffice saraksts (.ods).</translation>
    </message>
    <message>
        <source>“{file}” has a password.</source>
        <translation>Datne „{file}” ir aizsargāta ar paroli.</translation>
    </message>
    <message>
        <source>“{file}” is damaged, or not quite the list it says it is.</source>
        <translation>Datne „{file}” ir bojāta vai nav tāda veida saraksts, kā norāda tās nosaukums.</translation>
    </message>
    <message>
        <source>“{file}” has no rows in it.</source>
        <translation>Datnē „{file}” nav nevienas rindas.</translation>
    </message>
    <message>
        <source>Choose the file in which the list stands.</source>
        <translation>Izvēlieties datni, kurā ir saraksts.</translation>
    </message>
    <message>
        <source>“{file}” is not a list that can be read.</source>
        <translation>„{file}” nav saraksts, ko programma varētu nolasīt.</translation>
    </message>
    <message>
        <source>Choose an Excel file (.xlsx) or a table of text (.csv).</source>
        <translation>Izvēlieties Excel datni (.xlsx) vai teksta tabulu (.csv).</translation>
    </message>
    <message>
        <source>“{file}” is too large for a list of partners.</source>
        <translation>Datne „{file}” ir pārāk liela partneru sarakstam.</translation>
    </message>
    <message>
        <source>Copy only the sheet with the partners into a new file, and choose that one.</source>
        <translation>Iekopējiet jaunā datnē tikai lapu ar partneriem un izvēlieties to.</translation>
    </message>
    <message>
        <source>“{text}” is not an e-mail address.</source>
        <translation>„{text}” nav e-pasta adrese.</translation>
    </message>
    <message>
        <source>Write it like this: office@valley.example.</source>
        <translation>Rakstiet to šādi: birojs@ieleja.example.</translation>
    </message>
    <message>
        <source>“{file}” is a summary in figures, without a word of what was written: there is nothing in it to open or to take in.</source>
        <translation>„{file}” ir kopsavilkums skaitļos, bez tekstiem: tajā nav, ko atvērt vai pievienot.</translation>
    </message>
    <message>
        <source>It is for whoever looks after many partnerships, and is collected in their overview. If you wanted the partnership itself, ask for it to be sent as “This partnership”.</source>
        <translation>Tas domāts tam, kurš pārrauga daudzas partnerības, un to apkopo viņa pārskatā. Ja vēlējāties pašu partnerību, palūdziet, lai to atsūta kā „Šī partnerība”.</translation>
    </message>
    <message>
        <source>You are only looking at “{file}”.</source>
        <translation>Jūs tikai apskatāt datni „{file}”.</translation>
    </message>
    <message>
        <source>Nothing in it changes.</source>
        <translation>Nekas tajā nemainās.</translation>
    </message>
    <message>
        <source>It can be printed, and what is new in it can be taken into a file of yours.</source>
        <translation>To var izdrukāt, un jauno no tās varat pievienot savai datnei.</translation>
    </message>
    <message>
        <source>There are more than {limit} files in “{file}”.</source>
        <translation>Mapē „{file}” ir vairāk nekā {limit} datņu.</translation>
    </message>
    <message>
        <source>None of them was read, and nothing was changed.</source>
        <translation>Neviena no tām nav lasīta, un nekas nav mainīts.</translation>
    </message>
    <message>
        <source>Choose the folder in which you saved what members sent.</source>
        <translation>Izvēlieties mapi, kurā saglabājāt biedru atsūtīto.</translation>
    </message>
</context>
<context>
    <name>origin</name>
    <message>
        <source>“{file}” does not say who it is from.</source>
        <translation>Datnē „{file}” nav norādīts, no kā tā ir.</translation>
    </message>
    <message>
        <source>“{file}” says it is from {who}, last written on {day}.</source>
        <translation>Datnē „{file}” norādīts, ka tā ir no: {who}; pēdējās izmaiņas: {day}.</translation>
    </message>
    <message>
        <source>“{file}” says it was sent by {who} on {day}{level}.</source>
        <translation>Datnē „{file}” norādīts, ka to nosūtījis: {who}; datums: {day}{level}.</translation>
    </message>
    <message>
        <source>Nobody has written in it since.</source>
        <translation>Kopš tā laika tajā neviens nav rakstījis.</translation>
    </message>
    <message>
        <source>Since then {who} wrote in it, last on {day}.</source>
        <translation>Pēc tam tajā rakstījis: {who}; pēdējoreiz: {day}.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>kāds</translation>
    </message>
</context>
</TS>
