<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>Attachments</name>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop files here. They are stored inside this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckpointView</name>
    <message>
        <source>Your answer: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of you took this out while the other wrote on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of the private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two responsible persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two due dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You two answered differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write here. It is saved by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the calendar (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note – stays in this file only, unless you send the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a private note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What is still open, late or thin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth another look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this step is done. Well done!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was the last step. On the partnership’s page you see the whole line and can print the progress sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} checkpoints are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two versions to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a few words so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, but nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log’s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a mistake of ours, not of yours. What you wrote is saved. You can continue; should it happen again, close the program and open it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened was written down in “{name}”, for whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Some words from last time had not been saved. They were kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New partnership…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every partnership…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a blank form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Everything is saved by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationModel</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationTool</name>
    <message>
        <source>New round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 means: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 means: {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Partnerships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write your name: it stands by what you write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write your organisation’s name: it stands on every sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the partnership a name. You can change it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write whom you want to work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should the file live?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved in this folder. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already and stays as it is; this will be a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in this one file. You can copy it, e-mail it or move it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three made-up partnerships to look around in and try things with. Your own file can follow any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of organisation is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With my first partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: a youth room in the old library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the partner organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome. Which language shall we speak?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stays on your computer and in the files you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should your file live?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that help here: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Partnerships</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partnership(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Found in answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due in the next weeks. Dates you set at checkpoints appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with one partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A partnership is what you and one partner want to build together. The roadmap leads you through it stop by stop; you can leave at any time, everything is saved by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No partnership fits this search and filter. Answers that hold your words are listed beside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search partnerships and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With overdue stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By next date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest change first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPartnershipDialog</name>
    <message>
        <source>Please give the partnership a name. You can change it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write whom you want to work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own organisation. Who is the partner?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You walk the form “{ours}”, your partner “{theirs}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short name is enough; it can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: a youth room in the old library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the partner organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartnershipPage</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stops are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing from this side yet. You can fill it in together, or send them the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in their side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every stop of your side is done. Well walked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement {number} ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dates yet. Set one at a checkpoint, and it appears here and on home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call, letter or meeting noted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the contact log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing signed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the agreement register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{organisation}, round {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest for you: {criterion} ({score})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored yet. Each side gives ten short marks; together they show where to talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to call noted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people wrote here without knowing of each other. Both texts are kept; choose when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transit line of this partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, partner and stage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the progress sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this partnership</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>The pages are being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Choose a sheet to begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer was found on this computer. A PDF file can be printed anywhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the pages. Is it switched on? A PDF file works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With private notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private notes are for your own eyes; leave them out for the partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stops done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands by what you write, in every file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed for new files; existing files keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 (210 × 297 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter (8½ × 11 in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what an answer could still say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quiet line under your answer: who, what, when, how much. It works without the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>“{name}” is not there any more. It may have been moved, renamed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roadmap files ({pattern})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community and municipality build something together, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop a file from a folder or an e-mail anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that you open will wait for you here. Start with a new file, or walk through the sample first: it shows three partnerships on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}. Works without the internet; your files stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to open the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopsModel</name>
    <message>
        <source>Looking back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableTool</name>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on the map yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation has been noted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has no line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget has no line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agreement has been entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No indicator yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We pay {ours} €, the partner pays {theirs} €, together {all} €.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: interest {interest}, influence {influence}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Nothing is lost: both are kept until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the version of {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both, one below the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>not named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner’s side: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the partnership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total} in this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint before (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it matters, how to do it, an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next checkpoint (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Made “{file}”, with three example partnerships.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no partnerships in this file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {checkpoint} of “{partnership}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checkpoint} of “{partnership}” says so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to write. Nothing was changed. Say what with --text, --state, --due or --who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came from standard input is not text in UTF-8. Nothing was changed. Save it as UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no partnerships in this file yet, so there is nothing to print. No PDF file was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed into “{file}”, which replaces the older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed into “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in it that can be read: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed. Use an earlier copy of it, or ask whoever sent it to send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is healthy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was made by a newer version of this program; it can be read, not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not a file of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your file is as it was last saved. Please send us what is written in {log}, so that we can mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk the partnerships of municipalities and community organisations step by step. Without a command, or with the name of a file, the program opens its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as the file remembers who wrote what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of everything the program says, for example lv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this page and stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new file. An existing one is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new file; it should end in .roadmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it with three example partnerships; kind and organisation are then those of the example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your organisation is; without it, what the settings say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the partnerships of a file and how far each side is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file to work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it for a program to read, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was answered at each checkpoint as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an answer to a checkpoint, or a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partnership: its id, the beginning of its id, or its title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the checkpoint, for example c1.need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer itself; a hyphen (-) reads it from standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of open, in-progress, done, not-needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when, for example 30.11.2026 or 2026-11-30; an empty text takes the date away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person responsible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose answer it is; without it, ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a sheet into a PDF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progress (one partnership, or each in turn), all (a list of all partnerships) or blank (a form to fill in by hand).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file to make. An older PDF file of that name is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this partnership only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which form to print blank; without it, that of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the private notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether a file is healthy. The exit status says the same: 0 healthy, 3 damaged, 4 hostile, 5 made by a newer version, 6 no file of this program or not readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{command} --help” explains how it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} must be one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “{option}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value after “{option}” is missing, or it takes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than this command takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is neither a command nor a file; the commands are: {commands}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing; the commands are: {commands}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or look whether the file was moved, renamed or left on a memory stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something called “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left exactly as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not a file of Roadmap Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .roadmap. If this one came by e-mail, ask for it to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is damaged: part of it is missing or was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed, so nothing more is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an earlier copy of it. If it came by e-mail, ask for it to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was made by a newer version of Roadmap Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read and printed, and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change it, install the newest version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is protected against changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with a copy in a folder of your own, or ask whoever looks after this computer to lift the protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using “{file}” right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe; your last step is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the file there or wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder first, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved in the folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of your own, such as Documents, or ask whoever looks after this computer for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{file}” could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything saved before is safe; your last step is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, for instance by emptying the recycle bin, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer could not read or write “{file}” ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk, memory stick or network is still connected, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long: it has {length} characters, and {limit} fit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is as it was; the long text is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the text, or keep it in a document of its own and attach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is too large: {size}, and {limit} fit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not attached; your answers are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it smaller, for instance a photo with fewer pixels, or note where it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attachment “{file}” is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you or your partner still have it, attach it once more from where it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date saved before is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write day, month and year of a day that exists, for example 30.11.2026 or 2026-11-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a sum of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum saved before is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in digits, for example 1200 or 1200.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no partnership “{name}” in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted; look at the list of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can mean more than one partnership; {count} begin so or are called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more of its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint “{name}” in this form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up its id in the form, for example c1.need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program does not speak the language “{name}” yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a state of a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No screen was found, so the window cannot open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program from a desktop. Without a screen, these commands work: new, show, answer, print and check; “roadmap-desktop --help” explains them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer lacks something the program needs to draw: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to install it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many changes it should hold is no longer known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a file of Roadmap Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not let it be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends too early: part of it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its inner structure is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its table “{name}” is missing or not as this program makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It claims the format {format}, which never was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should hold {noted} changes and holds {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in it were exchanged for others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change in it was altered after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change in it makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note of who wrote something was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote some of its changes is no longer known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment was altered after it was put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attachment “{name}” is mentioned, but its content is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its table “{table}” says something else than its changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation it belongs to is missing from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of these: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
